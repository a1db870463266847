import { MemoError } from "../model/failure.ts";
import type { OcrEngine, OcrPicture, OcrReading } from "./engine.ts";
import { TesseractThread } from "./tesseract-thread.ts";
import { tesseractJsVersion } from "./tesseract-version.ts";

export interface TesseractOptions {
  /** Folder with `deu.traineddata` or `deu.traineddata.gz`; by default the one that npm installed. */
  readonly dataFolder?: string;
  /** Milliseconds for one picture. */
  readonly pageTimeout?: number;
}

/** Several times what the densest A4 page took on a slow core. */
export const PAGE_TIMEOUT = 120_000;

/** Tesseract in threads, which start when first needed and stay warm. */
export class TesseractEngine implements OcrEngine {
  readonly version = tesseractJsVersion();
  readonly #options: TesseractOptions;
  readonly #threads: TesseractThread[] = [];

  constructor(options: TesseractOptions = {}) {
    this.#options = options;
  }

  async recognise(pictures: readonly OcrPicture[], threads = 1): Promise<readonly OcrReading[]> {
    const readings: OcrReading[] = [];
    const waiting = pictures.entries();
    const work = async (thread: TesseractThread): Promise<void> => {
      for (const [index, picture] of waiting) readings[index] = await readTwice(thread, picture);
    };
    await Promise.all(this.#firstThreads(Math.min(threads, pictures.length)).map(work));
    return readings;
  }

  warmUp(threads: number): void {
    for (const thread of this.#firstThreads(threads)) thread.start().catch(() => null);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.close()));
  }

  #firstThreads(count: number): readonly TesseractThread[] {
    const { dataFolder, pageTimeout = PAGE_TIMEOUT } = this.#options;
    while (this.#threads.length < count) this.#threads.push(new TesseractThread(dataFolder, pageTimeout));
    return this.#threads.slice(0, count);
  }
}

/** A second try for a crash or an endless loop; language data that is missing stays so. */
async function readTwice(thread: TesseractThread, picture: OcrPicture): Promise<OcrReading> {
  try {
    return await thread.recognise(picture);
  } catch (error) {
    if (error instanceof MemoError) throw error;
  }
  try {
    return await thread.recognise(picture);
  } catch (error) {
    throw new MemoError("ocr-failed", `The OCR engine failed on page ${picture.page}, twice.`, { cause: error });
  }
}
