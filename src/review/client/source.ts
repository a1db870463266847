import type { Change } from "../../revise/event.ts";
import type {
  Basis,
  DecideResponse,
  FailureRow,
  ListState,
  PageWord,
  RecordList,
  RecordView,
  Refusal,
  Session,
  Sort,
  Words,
} from "../protocol.ts";

/** What the list shows. */
export interface ListQuery {
  readonly text: string;
  readonly state: ListState | null;
  readonly year: string | null;
  readonly sort: Sort;
  readonly limit: number;
}

/** A page's picture; its size in points. */
export interface PageImage {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** Thrown where a record is another by now; nothing was written. */
export class ChangedElsewhere extends Error {
  readonly view: RecordView;

  constructor(view: RecordView) {
    super("changed elsewhere");
    this.view = view;
  }
}

/** Thrown where the server refuses. */
export class Refused extends Error {
  readonly reason: Refusal["error"];

  constructor(reason: Refusal["error"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Where the page has its records from: the running desk, or the report that it stands in. */
export interface Source {
  session(): Promise<Session>;
  list(query: ListQuery): Promise<RecordList>;
  record(key: string): Promise<RecordView>;
  /** null where the page cannot be shown. */
  picture(key: string, page: number): Promise<PageImage | null>;
  /** The same page with all the points that it was scanned with; null where there are no more. */
  sharpPicture(key: string, page: number): Promise<PageImage | null>;
  /** A letter that is text alone, as it stands in its file; null where that is gone. */
  text(key: string): Promise<string | null>;
  /** What writes; null for a report. */
  readonly desk: DeskWriter | null;
}

export interface DeskWriter {
  /** @throws ChangedElsewhere */
  decide(key: string, basis: Basis, changes: readonly Change[]): Promise<DecideResponse>;
  /** @throws ChangedElsewhere */
  undo(key: string, basis: Basis): Promise<DecideResponse>;
  /** From now on this person decides. */
  is(who: string): Promise<Session>;
  /** Puts words into the archive's list; gives those it had not. */
  learn(words: readonly string[]): Promise<readonly string[]>;
  /** Takes words out of the list; gives those it had. */
  forget(words: readonly string[]): Promise<readonly string[]>;
  /** The words of a page, in reading order; a scan is read for it, which takes seconds. */
  pageWords(key: string, page: number): Promise<readonly PageWord[]>;
  failures(): Promise<readonly FailureRow[]>;
  /** The first page of a file that gave no record; null where it cannot be shown. */
  failurePicture(key: string): Promise<PageImage | null>;
  /** Gives the failures that are left. */
  readAgain(key: string): Promise<readonly FailureRow[]>;
  dismissFailure(key: string, isDismissed: boolean): Promise<readonly FailureRow[]>;
  words(): Promise<Words>;
  /** Gives back what stands now; the text is another where somebody else was quicker. */
  writeWords(words: Words): Promise<Words>;
}
