import { type Lexicon, loadLexicon } from "../lexicon/lexicon.ts";
import { MemoError } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";
import type { OcrEngine } from "../ocr/engine.ts";
import { TesseractEngine } from "../ocr/tesseract.ts";
import { type FileIdentity, identityOf, type ReadDocument, readAllPages } from "./document.ts";
import { type OpenedDocument, openDocument } from "./read-document.ts";
import type { PageReading, SourceChoice } from "./read-pdf-page.ts";
import { understandDocument } from "./understand-document.ts";

/** What a user may choose. */
export interface PipelineOptions {
  readonly source: SourceChoice;
  /** false: the text stays as it was read. */
  readonly correct: boolean;
  /** 0 to 1: corrections less sure than this are not made. */
  readonly minConfidence: number;
  /** The user's own words and names. */
  readonly words: readonly string[];
}

/** A file held open, its pages read one by one. */
export interface OpenFile extends Pick<OpenedDocument, "mediaType" | "pageCount" | "slow" | "picture" | "close"> {
  readonly identity: FileIdentity;
  /** @param number 1-based */
  readPage(number: number): Promise<PageReading>;
}

/**
 * From a file to its records: open, read each page, understand.
 * Engine and lexicon are loaded when first needed, and kept.
 */
export class Pipeline {
  readonly #engine: OcrEngine;
  #lexicon: { readonly words: string; readonly loading: Promise<Lexicon> } | null = null;

  constructor(engine: OcrEngine = new TesseractEngine()) {
    this.#engine = engine;
  }

  /** @throws MemoError */
  async open(name: string, bytes: Uint8Array, { source }: PipelineOptions): Promise<OpenFile> {
    if (bytes.byteLength === 0) throw new MemoError("file-empty");
    const identity = identityOf(name, bytes);
    const document = await openDocument(bytes, source);
    return { ...document, identity, readPage: (number) => document.readPage(number, this.#engine) };
  }

  /** @throws MemoError "no-text", "not-a-memo", "record-invalid" */
  async understand(document: ReadDocument, options: PipelineOptions): Promise<MemoRecord[]> {
    return understandDocument(document, { ...options, lexicon: await this.#lexiconWith(options.words) });
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
    await this.#engine.close();
  }

  #lexiconWith(words: readonly string[]): Promise<Lexicon> {
    const key = words.join("\n");
    if (this.#lexicon?.words !== key) this.#lexicon = { words: key, loading: loadLexicon({ userWords: words }) };
    return this.#lexicon.loading;
  }
}
