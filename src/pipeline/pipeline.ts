import { type Lexicon, loadLexicon } from "../lexicon/lexicon.ts";
import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import type { MemoRecord } from "../model/record.ts";
import type { EngineChoice, OcrEngine, OcrReader } from "../ocr/engine.ts";
import { type FileIdentity, identityOf, type ReadDocument, readAllPages } from "./document.ts";
import { type OpenedDocument, openDocument, type ReadOptions } from "./read-document.ts";
import type { PageReading } from "./read-picture.ts";
import { understandDocument } from "./understand-document.ts";

/** What a user may choose. */
export interface PipelineOptions extends ReadOptions, EngineChoice {
  /** false: the text stays as it was read. */
  readonly correct: boolean;
  /** 0 to 1: corrections less sure than this are not made. */
  readonly minConfidence: number;
  /** The user's own words and names. */
  readonly words: readonly string[];
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

/** Gives the engine of a choice. @throws MemoError "engine-missing", "language-data-missing" */
export type OpenEngine = (choice: EngineChoice) => Promise<OcrEngine>;

/**
 * From a file to its records: open, read each page, understand.
 * The engine is the one handed over; it and the lexicon are kept for the next file.
 */
export class Pipeline {
  readonly #openEngine: OpenEngine;
  #engine: { readonly choice: string; readonly engine: OcrEngine } | null = null;
  #lexicon: { readonly words: string; readonly loading: Promise<Lexicon> } | null = null;

  constructor(openEngine: OpenEngine) {
    this.#openEngine = openEngine;
  }

  /** @throws MemoError */
  async open(name: string, bytes: Uint8Array, options: PipelineOptions): Promise<OpenFile> {
    if (bytes.byteLength === 0) throw new MemoError("file-empty");
    const identity = identityOf(name, bytes);
    const engine = await this.#engineOf(options);
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
  #readerWith(engine: OcrEngine, threads: number, words: readonly string[]): OcrReader {
    return {
      recognise: (pictures) => {
        const readings = engine.recognise(pictures, threads);
        // What fails here fails again, and is told, when the lexicon is needed.
        if (threads > 1) setImmediate(() => this.#lexiconWith(words).catch(() => null));
        return readings;
      },
    };
  }

  /** @throws MemoError "engine-missing", "language-data-missing" */
  async #engineOf({ engine, tessdata }: EngineChoice): Promise<OcrEngine> {
    const choice = JSON.stringify([engine, tessdata]);
    if (this.#engine?.choice === choice) return this.#engine.engine;
    await this.close();
    this.#engine = { choice, engine: await this.#openEngine({ engine, tessdata }) };
    return this.#engine.engine;
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
