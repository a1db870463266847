import { fileURLToPath } from "node:url";
import type Tesseract from "tesseract.js";
import type { OcrPicture, OcrReading } from "./engine.ts";
import { findLanguageData } from "./language-data.ts";
import { pgmOf } from "./pgm.ts";
import { linesOfTsv } from "./read-tsv.ts";
import { SEGMENTATION } from "./segmentation.ts";

const START_TIMEOUT = 30_000;

/** Tesseract in a thread of its own, offline. The thread starts with the first picture. */
export class TesseractThread {
  readonly #dataFolder: string | undefined;
  readonly #pageTimeout: number;
  #worker: Promise<Tesseract.Worker> | null = null;

  /** @param pageTimeout milliseconds for one picture */
  constructor(dataFolder: string | undefined, pageTimeout: number) {
    this.#dataFolder = dataFolder;
    this.#pageTimeout = pageTimeout;
  }

  start(): Promise<Tesseract.Worker> {
    this.#worker ??= startWorker(this.#dataFolder);
    return this.#worker;
  }

  /**
   * A thread that failed is thrown away, as what state it is in is unknown; the next picture starts another.
   * @throws MemoError "language-data-missing"; whatever Tesseract throws
   */
  async recognise(picture: OcrPicture): Promise<OcrReading> {
    try {
      const worker = await this.start();
      // Lines of words as a table: the tree of symbols takes 30 times the room, and 4 % of the time.
      const job = worker.recognize(pgmOf(picture.image), optionsFor(picture), { text: false, tsv: true });
      const { data } = await withTimeout(job, this.#pageTimeout);
      return { lines: linesOfTsv(data.tsv ?? "") };
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await (await worker?.catch(() => null))?.terminate();
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
  const { createWorker, OEM } = (await import("tesseract.js")).default;
  const starting = createWorker("deu", OEM.LSTM_ONLY, {
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
