import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { MemoError } from "../model/failure.ts";
import type { OcrEngine, OcrPicture, OcrReading } from "./engine.ts";
import { findLanguageData } from "./language-data.ts";
import { nativeVersion, runTesseract } from "./native-program.ts";
import { pgmOf } from "./pgm.ts";
import { readingsOfTsv } from "./read-tsv.ts";
import { SEGMENTATION } from "./segmentation.ts";
import { PAGE_TIMEOUT } from "./tesseract.ts";

/** A picture, and where its reading belongs. */
interface Placed {
  readonly picture: OcrPicture;
  readonly index: number;
}

/** The machine's own Tesseract, a process for some pictures at a time. */
export class NativeEngine implements OcrEngine {
  readonly version: string;
  readonly #dataFolder: string | undefined;
  #model: Promise<Model> | null = null;

  private constructor(version: string, dataFolder: string | undefined) {
    this.version = version;
    this.#dataFolder = dataFolder;
  }

  /**
   * @param dataFolder by default the model that npm installed, never the machine's own
   * @throws MemoError "engine-missing"
   */
  static async open(dataFolder: string | undefined): Promise<NativeEngine> {
    return new NativeEngine(await nativeVersion(), dataFolder);
  }

  async recognise(pictures: readonly OcrPicture[], threads = 1): Promise<readonly OcrReading[]> {
    if (pictures.length === 0) return [];
    const model = await this.#loadedModel();
    const readings: OcrReading[] = [];
    const groups = groupsOf(pictures, threads).values();
    const work = async (): Promise<void> => {
      for (const group of groups) {
        const found = await readTwice(group, model);
        for (const [place, { index }] of group.entries()) readings[index] = found[place] ?? { lines: [] };
      }
    };
    await Promise.all(Array.from({ length: threads }, work));
    return readings;
  }

  warmUp(): void {
    this.#loadedModel().catch(() => null);
  }

  /** Nothing of it outlives a reading. */
  async close(): Promise<void> {}

  #loadedModel(): Promise<Model> {
    this.#model ??= loadModel(this.#dataFolder);
    return this.#model;
  }
}

/** A model that Tesseract can be pointed to, or one that has to be written down for it. */
type Model = { readonly folder: string } | { readonly bytes: Buffer };

/** @throws MemoError "language-data-missing" */
async function loadModel(dataFolder: string | undefined): Promise<Model> {
  const { folder, gzip } = await findLanguageData(dataFolder);
  if (!gzip) return { folder };
  return { bytes: gunzipSync(await readFile(join(folder, "deu.traineddata.gz"))) };
}

/** Pictures that one process can read, as resolution and segmentation hold for all of its pictures. */
function groupsOf(pictures: readonly OcrPicture[], threads: number): Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const [index, picture] of pictures.entries()) {
    const key = `${Math.round(picture.dpi)} ${picture.shows} ${index % threads}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ picture, index }]);
    else group.push({ picture, index });
  }
  return [...groups.values()];
}

async function readTwice(group: readonly Placed[], model: Model): Promise<readonly OcrReading[]> {
  try {
    return await readGroup(group, model);
  } catch {
    // Once more below.
  }
  try {
    return await readGroup(group, model);
  } catch (error) {
    const page = group[0]?.picture.page;
    throw new MemoError("ocr-failed", `The OCR engine failed on page ${page}, twice.`, { cause: error });
  }
}

async function readGroup(group: readonly Placed[], model: Model): Promise<readonly OcrReading[]> {
  const [first] = group;
  if (first === undefined) return [];
  // Only this user can look into it.
  const folder = await mkdtemp(join(tmpdir(), "hausmitteilung-"));
  try {
    const paths = group.map((_, place) => join(folder, `${place}.pgm`));
    for (const [place, { picture }] of group.entries()) await writeFile(paths[place] ?? "", pgmOf(picture.image));
    if ("bytes" in model) await writeFile(join(folder, "deu.traineddata"), model.bytes);
    const list = join(folder, "pictures.txt");
    await writeFile(list, `${paths.join("\n")}\n`);
    const { dpi, shows } = first.picture;
    const table = await runTesseract(
      [
        ...[list, "stdout", "--tessdata-dir", "folder" in model ? model.folder : folder, "-l", "deu", "--oem", "1"],
        ...["--psm", SEGMENTATION[shows], "--dpi", String(Math.round(dpi)), "-c", "tessedit_create_tsv=1"],
      ],
      PAGE_TIMEOUT * group.length,
    );
    return readingsOfTsv(table, group.length);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
