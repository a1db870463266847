import { createHash } from "node:crypto";
import type { Memo, MemoRecord } from "../../src/model/record.ts";

/** A clause as tests write it: number, text, response, fulfilment. */
export interface AnsweredClause {
  readonly number: string | null;
  readonly text: string;
  readonly response?: string | null;
  readonly fulfilment?: Memo["items"][number]["fulfilment"];
}

/** A letter on one resolution, whose other fields matter to nobody here. */
export function memoOf(parts: Partial<Memo>): Memo {
  return {
    kind: "Beschlusskontrolle",
    confidential: null,
    authority: "Landeshauptstadt Dresden",
    office: null,
    recipient: null,
    fileReference: null,
    date: null,
    references: [{ paper: "V0815/18", meeting: "SR/011/2018" }],
    subject: "Bänke am Elbufer",
    salutation: null,
    introduction: null,
    reportStatus: null,
    items: [],
    nextReview: null,
    closing: null,
    signatures: [],
    attachments: [],
    ...parts,
  };
}

/** Each clause with its own response. */
export function itemsOf(clauses: readonly AnsweredClause[]): Memo["items"] {
  return clauses.map(({ number, text, response = null, fulfilment = null }) => ({
    leadIn: null,
    clauses: [{ number, text }],
    response,
    fulfilment,
  }));
}

/** A memo's record, as if read from a file of one page. */
export function recordOf(memo: Memo, file: string): MemoRecord {
  return {
    schemaVersion: "1.1",
    source: {
      file,
      sha256: createHash("sha256").update(file).digest("hex"),
      bytes: 1,
      mediaType: "text/plain",
      pages: { first: 1, last: 1, of: 1, annex: [] },
      text: "plain-text",
      engine: null,
    },
    status: "ok",
    memo,
    evidence: {},
    corrections: [],
    diagnostics: [],
  };
}
