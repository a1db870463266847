import type { EngineChoice, OcrEngine } from "./engine.ts";
import { findLanguageData } from "./language-data.ts";

/**
 * The engine of a choice; its code is loaded here first.
 * @throws MemoError "engine-missing"; "language-data-missing", though no picture may need it: the user named the folder
 */
export async function openEngine({ engine, tessdata }: EngineChoice): Promise<OcrEngine> {
  if (tessdata !== undefined) await findLanguageData(tessdata);
  if (engine === "native") {
    const { NativeEngine } = await import("./native-engine.ts");
    return NativeEngine.open(tessdata);
  }
  const { TesseractEngine } = await import("./tesseract.ts");
  return new TesseractEngine(tessdata === undefined ? {} : { dataFolder: tessdata });
}
