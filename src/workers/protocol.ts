import type { FailureCode } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";
import type { ReadDocument } from "../pipeline/document.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import type { PageReading } from "../pipeline/read-picture.ts";

/**
 * What crosses the border between the program and its child processes.
 * All of it is plain data that survives JSON: no errors, no bytes, no functions.
 */

/** A file to be read. The children read it themselves, so that its bytes cross no border. */
export interface FileTask {
  /** Absolute path of a regular file. */
  readonly path: string;
  /** The file as the user named it; "-" for standard input. */
  readonly name: string;
  /** Of the bytes it must have, in hexadecimal: no other content is read in its name. Absent: whatever it has. */
  readonly sha256?: string;
  readonly options: PipelineOptions;
  /** Threads to read its page with if it has only one: more than one where no other work is to be had. */
  readonly threads?: number;
}

export interface PageTask extends FileTask {
  /** 1-based. */
  readonly page: number;
  /** Of a picture: whether it has the points of the scan, not those of a screen. */
  readonly isSharp?: boolean;
  /** Of the file as it was when begun, in hexadecimal: pages of two states of a file are never mixed. */
  readonly sha256: string;
}

/** A page for people to look at, as `ShownPage`. */
export interface PictureResult {
  /** JPEG, base64. */
  readonly jpeg: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

interface FinishTask extends Pick<FileTask, "options"> {
  readonly document: ReadDocument;
}

/** What is known of a document before its pages are read. */
export interface BegunDocument extends Pick<ReadDocument, "identity" | "mediaType"> {
  readonly pageCount: number;
}

/** A file is either done in one go, or its pages are worth spreading over the workers. */
type BeginResult = { readonly records: readonly MemoRecord[] } | { readonly begun: BegunDocument };

/** The tasks by name, with what they take and give. */
export interface Tasks {
  open(task: FileTask, onProgress: (progress: TaskProgress) => void): Promise<BegunDocument>;
  begin(task: FileTask, onProgress: (progress: TaskProgress) => void): Promise<BeginResult>;
  readPage(task: PageTask, onProgress: (progress: TaskProgress) => void): Promise<PageReading>;
  /** null for plain text. */
  picture(task: PageTask, onProgress: (progress: TaskProgress) => void): Promise<PictureResult | null>;
  finish(task: FinishTask, onProgress: (progress: TaskProgress) => void): Promise<readonly MemoRecord[]>;
}

export type TaskName = keyof Tasks;

/** How far a task has come. */
export interface TaskProgress {
  readonly stage: string;
  /** 1-based. */
  readonly page?: number;
  readonly of?: number;
}

/** How a task ended. */
export type TaskOutcome<T> = { readonly value: T } | { readonly error: WireError };

/** An error as data. Without a code it is one that this program does not know. */
export interface WireError {
  readonly code: FailureCode | null;
  readonly message: string;
  readonly stack: string;
}
