import { type Lexicon, loadLexicon } from "../lexicon/lexicon.ts";
import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import type { MemoRecord } from "../model/record.ts";
import type { OcrEngine } from "../ocr/engine.ts";
import { findLanguageData } from "../ocr/language-data.ts";
import { TesseractEngine } from "../ocr/tesseract.ts";
import { type FileIdentity, identityOf, type ReadDocument, readAllPages } from "./document.ts";
import { type OpenedDocument, openDocument, type ReadOptions } from "./read-document.ts";
import type { PageReading } from "./read-picture.ts";
import { understandDocument } from "./understand-document.ts";

/** What a user may choose. */
export interface PipelineOptions extends ReadOptions {
  /** false: the text stays as it was read. */
  readonly correct: boolean;
  /** 0 to 1: corrections less sure than this are not made. */
  readonly minConfidence: number;
  /** The user's own words and names. */
  readonly words: readonly string[];
  /** Absolute path of a folder with another OCR model (`deu.traineddata`) than the one that npm installed. */
  readonly tessdata?: string;
}

/** A file held open, its pages read one by one. */
export interface OpenFile extends Pick<OpenedDocument, "mediaType" | "pageCount" | "isSlow" | "picture" | "close"> {
  readonly identity: FileIdentity;
  /**
   * @param number 1-based
   * @param threads that may read it side by side; what is read does not depend on it
   */
  readPage(number: number, threads?: number): Promise<PageReading>;
}

/**
 * From a file to its records: open, read each page, understand.
 * Engine and lexicon are loaded when first needed, and kept.
 */
export class Pipeline {
  #engine: { readonly tessdata: string | undefined; readonly engine: TesseractEngine } | null = null;
  #lexicon: { readonly words: string; readonly loading: Promise<Lexicon> } | null = null;

  /** @throws MemoError */
  async open(name: string, bytes: Uint8Array, options: PipelineOptions): Promise<OpenFile> {
    if (bytes.byteLength === 0) throw new MemoError("file-empty");
    const identity = identityOf(name, bytes);
    const engine = await this.#engineWith(options.tessdata);
    const document = await openDocument(bytes, options);
    return {
      ...document,
      identity,
      readPage: async (number, threads = 1) => {
        if (threads > 1 && (await document.isSlow())) engine.warmUp(threads);
        const reader = this.#readerWith(engine, threads, options.words);
        return withinLimit(await document.readPage(number, reader), options.limits);
      },
    };
  }

  /** @throws MemoError "no-text", "not-a-memo", "record-invalid" */
  async understand(document: ReadDocument, options: PipelineOptions): Promise<MemoRecord[]> {
    const names = options.words.filter((word) => word.includes(" "));
    return understandDocument(document, { ...options, names, lexicon: await this.#lexiconWith(options.words) });
  }

  /** All steps for one file, page after page. @throws MemoError */
  async parse(name: string, bytes: Uint8Array, options: PipelineOptions): Promise<MemoRecord[]> {
    const file = await this.open(name, bytes, options);
    try {
      return await this.understand(await readAllPages(file), options);
    } finally {
      await file.close();
    }
  }

  async close(): Promise<void> {
    await this.#engine?.engine.close();
    this.#engine = null;
  }

  /** While other threads read, this one gets ready for what comes after. */
  #readerWith(engine: TesseractEngine, threads: number, words: readonly string[]): OcrEngine {
    return {
      recognise: (pictures) => {
        const readings = engine.recognise(pictures, threads);
        // What fails here fails again, and is told, when the lexicon is needed.
        if (threads > 1) setImmediate(() => this.#lexiconWith(words).catch(() => null));
        return readings;
      },
    };
  }

  /** @throws MemoError "language-data-missing", for a file that needs no OCR as well: the user named the folder */
  async #engineWith(tessdata: string | undefined): Promise<TesseractEngine> {
    if (this.#engine?.tessdata === tessdata && this.#engine !== null) return this.#engine.engine;
    if (tessdata !== undefined) await findLanguageData(tessdata);
    await this.close();
    const engine = new TesseractEngine(tessdata === undefined ? {} : { dataFolder: tessdata });
    this.#engine = { tessdata, engine };
    return engine;
  }

  #lexiconWith(words: readonly string[]): Promise<Lexicon> {
    const key = words.join("\n");
    if (this.#lexicon?.words !== key) this.#lexicon = { words: key, loading: loadLexicon({ userWords: words }) };
    return this.#lexicon.loading;
  }
}

/** @throws MemoError "text-too-long" */
function withinLimit(reading: PageReading, { pageCharacters }: Limits = DEFAULT_LIMITS): PageReading {
  const characters = reading.pages.flatMap((page) => page.lines).reduce((sum, line) => sum + line.text.length, 0);
  if (characters > pageCharacters) throw new MemoError("text-too-long");
  return reading;
}
