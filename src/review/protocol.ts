import type { Box } from "../model/box.ts";
import type { MemoRecord } from "../model/record.ts";
import type { ReviewEvent } from "../revise/event.ts";

/** What the desk's server and its page tell each other, as JSON. */

/** Where a record stands: it asks for a person; a person was there; it never needed one. */
type RecordState = "open" | "done" | "ok";

/** What the list can be narrowed to; records of the last two are open as well. */
export type ListState = RecordState | "conflict" | "asked";
export const LIST_STATES = ["open", "asked", "conflict", "ok", "done"] as const satisfies readonly ListState[];

/** A line of the list. */
export interface RecordRow {
  /** "<sha256>" or "<sha256>.2": how records are addressed, never by path. */
  readonly key: string;
  readonly state: RecordState;
  /** A person's value and a later reading disagree. */
  readonly hasConflict: boolean;
  /** Somebody has to be asked first. */
  readonly isAsked: boolean;
  readonly date: string | null;
  readonly kind: string;
  readonly papers: readonly string[];
  readonly subject: string | null;
  readonly office: string | null;
  /** The lowest of all fields, 0 to 1. */
  readonly confidence: number;
  /** Findings that ask for a person. */
  readonly findings: number;
  /** Their codes, each once, in the record's order. */
  readonly reasons: readonly string[];
  /** Base name of the file. */
  readonly file: string;
  /** Where the memo stands in the file; null where it is the only one. */
  readonly memo: number | null;
  /** The folder that the file was found in; null where the archive does not say. */
  readonly folder: string | null;
}

/** How the list is sorted; "urgency" is what needs eyes first. */
export const SORTS = ["urgency", "newest", "oldest", "paper", "file"] as const;
export type Sort = (typeof SORTS)[number];

export interface RecordList {
  /** Rows that match, whatever part of them was asked for. */
  readonly total: number;
  /** Of the whole archive. */
  readonly counts: Readonly<Record<ListState | "all", number>>;
  readonly years: readonly string[];
  readonly rows: readonly RecordRow[];
}

/** Whether the pages can be shown: the archive keeps no originals. */
export type Picture = "shown" | "gone" | "plain-text";

/** A record on the desk. */
export interface RecordView {
  readonly key: string;
  readonly record: MemoRecord;
  /** SHA-256 of the record's file. */
  readonly revision: string;
  readonly events: readonly ReviewEvent[];
  readonly picture: Picture;
}

/** What a decision was made on; another state is refused. */
export interface Basis {
  readonly on: string;
  /** Number of events in the log. */
  readonly after: number;
}

export interface DecideResponse {
  readonly view: RecordView;
}

/** A file that gave no record. */
export interface FailureRow {
  /** The failure's name in the archive: a hash, by which it is addressed. */
  readonly key: string;
  readonly code: string;
  /** One English sentence with the particulars. */
  readonly message: string;
  readonly file: string;
  /** The folder that the file was found in. */
  readonly folder: string;
  /** Whether its pages may have pictures: the content could be read. */
  readonly hasContent: boolean;
  /** A person has said that the file is no letter. */
  readonly isDismissed: boolean;
}

/** A refusal. "changed" comes with what stands now. */
export interface Refusal {
  readonly error: "changed" | "invalid" | "not-found" | "failed";
  readonly message: string;
  readonly view?: RecordView;
}

export interface Session {
  /** Who decides; null where nobody has said yet. */
  readonly who: string | null;
  readonly suggestedName: string;
  /** Base name of the archive's folder. */
  readonly archive: string;
}

export interface Words {
  readonly text: string;
  readonly revision: string;
}

/** A word of a page, as it was read. */
export interface PageWord {
  readonly text: string;
  /** Number of its line on the page, from 0, in reading order. */
  readonly line: number;
  /** In points. */
  readonly box: Box;
}

/** Response headers of a page's picture: its size in points. */
export const PAGE_WIDTH = "x-page-width";
export const PAGE_HEIGHT = "x-page-height";
