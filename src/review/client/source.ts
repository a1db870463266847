import type { Change } from "../../revise/event.ts";
import type { Basis, DecideResponse, RecordList, RecordState, RecordView, Session, Words } from "../protocol.ts";

/** What the list shows. */
export interface ListQuery {
  readonly text: string;
  readonly state: RecordState | "conflict" | null;
  readonly year: string | null;
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

/** Where the page has its records from: the running desk, or the report that it stands in. */
export interface Source {
  session(): Promise<Session>;
  list(query: ListQuery): Promise<RecordList>;
  record(key: string): Promise<RecordView>;
  /** null where the page cannot be shown. */
  picture(key: string, page: number): Promise<PageImage | null>;
  /** What writes; null for a report. */
  readonly desk: DeskWriter | null;
}

export interface DeskWriter {
  /** @throws ChangedElsewhere */
  decide(key: string, basis: Basis, changes: readonly Change[]): Promise<DecideResponse>;
  /** @throws ChangedElsewhere */
  undo(key: string, basis: Basis): Promise<DecideResponse>;
  words(): Promise<Words>;
  /** Gives back what stands now; the text is another where somebody else was quicker. */
  writeWords(words: Words): Promise<Words>;
}
