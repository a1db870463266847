import type { MemoRecord } from "../model/record.ts";
import type { ReadDocument } from "../pipeline/document.ts";
import type { BegunDocument, PageReading, TaskOptions } from "./protocol.ts";

/** A document held open in a child. */
export interface OpenDocument extends BegunDocument {
  /** Whether reading its pages takes long enough (OCR) to be worth spreading over processes. */
  readonly slow: boolean;
  /** `page` is 1-based. */
  readPage(page: number): Promise<PageReading>;
  close(): Promise<void>;
}

/** What the tasks need of the pipeline: an interface, so that tests need no engine. */
export interface DocumentSteps {
  open(name: string, bytes: Uint8Array, options: TaskOptions): Promise<OpenDocument>;
  understand(document: ReadDocument, options: TaskOptions): Promise<readonly MemoRecord[]>;
}
