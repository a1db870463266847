import { fileURLToPath } from "node:url";
import Tesseract from "tesseract.js";
import { MemoError } from "../model/failure.ts";
import type { OcrEngine, OcrPicture, OcrReading } from "./engine.ts";
import { findLanguageData } from "./language-data.ts";
import { pgmOf } from "./pgm.ts";
import { linesOfBlocks, type TesseractBlock } from "./read-blocks.ts";

export interface TesseractOptions {
  /** Folder with `deu.traineddata` or `deu.traineddata.gz`; by default the one that npm installed. */
  readonly dataFolder?: string;
  /** Milliseconds for one page. */
  readonly pageTimeout?: number;
}

/** Several times what the densest A4 page took on a slow core. */
const PAGE_TIMEOUT = 120_000;
const START_TIMEOUT = 30_000;

/**
 * Tesseract's page segmentation modes.
 *
 * Page: 4, one column of lines of any height. The letters have few columns, which `layout` parts by itself, while 3
 * (automatic) parts clause numbers from their clauses and loses some: on 48 cleaned pages, 66 of 78 marks at line
 * starts kept against 69, and a CER of 1.10 / 1.14 / 1.30 % against 1.00 / 1.02 / 1.19 %. On pages that were not
 * cleaned 3 is better. 6, the default of tesseract.js, loses lines.
 *
 * Line: 7, a single line.
 */
const SEGMENTATION = { page: "4", line: "7" };

/** Tesseract in a thread of its own, offline. The thread starts with the first page. */
export class TesseractEngine implements OcrEngine {
  readonly #dataFolder: string | undefined;
  readonly #pageTimeout: number;
  #worker: Promise<Tesseract.Worker> | null = null;

  constructor(options: TesseractOptions = {}) {
    this.#dataFolder = options.dataFolder;
    this.#pageTimeout = options.pageTimeout ?? PAGE_TIMEOUT;
  }

  async recognise(picture: OcrPicture): Promise<OcrReading> {
    try {
      return await this.#attempt(picture);
    } catch (error) {
      if (error instanceof MemoError) throw error;
    }
    try {
      return await this.#attempt(picture);
    } catch (error) {
      throw new MemoError("ocr-failed", `The OCR engine failed on page ${picture.page}, twice.`, { cause: error });
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await (await worker?.catch(() => null))?.terminate();
  }

  /** A failed engine is thrown away: what state it is in is unknown. */
  async #attempt(picture: OcrPicture): Promise<OcrReading> {
    try {
      this.#worker ??= startWorker(this.#dataFolder);
      const worker = await this.#worker;
      const job = worker.recognize(pgmOf(picture.image), optionsFor(picture), { text: false, blocks: true });
      const { data } = await withTimeout(job, this.#pageTimeout);
      return { lines: linesOfBlocks((data.blocks ?? []) as readonly TesseractBlock[]) };
    } catch (error) {
      await this.close();
      throw error;
    }
  }
}

/**
 * Told the resolution, Tesseract need not guess it. tesseract.js hands options that it does not know on to Tesseract,
 * and takes them back after the picture.
 */
function optionsFor({ dpi, shows }: OcrPicture): Partial<Tesseract.RecognizeOptions> {
  const options = { user_defined_dpi: String(Math.round(dpi)), tessedit_pageseg_mode: SEGMENTATION[shows] };
  return options as Partial<Tesseract.RecognizeOptions>;
}

/** @throws MemoError "language-data-missing"; tesseract.js itself would wait for ever */
async function startWorker(dataFolder: string | undefined): Promise<Tesseract.Worker> {
  const { folder, gzip } = await findLanguageData(dataFolder);
  const starting = Tesseract.createWorker("deu", Tesseract.OEM.LSTM_ONLY, {
    workerPath: fileURLToPath(new URL("./worker-script.js", import.meta.url)),
    langPath: folder,
    cacheMethod: "none",
    gzip,
    // Without a handler a failed job ends the process; the promise of the job rejects as well.
    errorHandler: () => undefined,
  });
  return withTimeout(starting, START_TIMEOUT);
}

async function withTimeout<T>(job: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms.`)), milliseconds);
  });
  try {
    return await Promise.race([job, alarm]);
  } finally {
    clearTimeout(timer);
  }
}
