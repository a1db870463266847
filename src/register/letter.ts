import type { Memo, MemoRecord } from "../model/record.ts";

/** A clause as one letter prints it, with the answer to it. */
export interface PrintedClause {
  /** JSON Pointer of the clause's text. */
  readonly at: string;
  readonly number: string | null;
  readonly text: string;
  readonly page: number | null;
  readonly regions: MemoRecord["evidence"][string]["regions"];
  readonly response: string | null;
  readonly responsePage: number | null;
  readonly fulfilment: Memo["items"][number]["fulfilment"];
}

/** What the register needs of a record: a fraction of it, so that many can be kept. */
export interface Letter {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly pages: { readonly first: number; readonly last: number };
  readonly kind: Memo["kind"];
  readonly date: string | null;
  readonly reportStatus: Memo["reportStatus"];
  readonly nextReview: string | null;
  readonly subject: string | null;
  readonly references: Memo["references"];
  readonly clauses: readonly PrintedClause[];
  /** Responses that stand with no clause. */
  readonly remarks: readonly { readonly at: string; readonly page: number | null; readonly response: string }[];
}

/** @param id by which the record is found */
export function letterOf(record: MemoRecord, id: string): Letter {
  const { memo, source } = record;
  const { first, last } = source.pages;
  const pageAt = (pointer: string): number | null =>
    record.evidence[pointer]?.regions[0]?.page ?? (first === last ? first : null);
  const answered = memo.items.flatMap(({ clauses, response, fulfilment }, item) => {
    const responsePage = response === null ? null : pageAt(`/memo/items/${item}/response`);
    return clauses.map(({ number, text }, index) => {
      const at = `/memo/items/${item}/clauses/${index}/text`;
      const regions = record.evidence[at]?.regions ?? [];
      return { at, number, text, page: pageAt(at), regions, response, responsePage, fulfilment };
    });
  });
  const remarks = memo.items.flatMap(({ clauses, response }, item) => {
    const at = `/memo/items/${item}/response`;
    return clauses.length === 0 && response !== null ? [{ at, page: pageAt(at), response }] : [];
  });
  const { kind, date, reportStatus, nextReview, subject, references } = memo;
  const { file, sha256 } = source;
  const head = { id, file, sha256, pages: { first, last }, kind, date, reportStatus, nextReview, subject, references };
  return { ...head, clauses: answered, remarks };
}

/** A paper's number as the register sorts by it: "V 418/2020" and "V0418/20" are one paper. */
export function paperKey(printed: string): string {
  const tight = printed
    .normalize("NFC")
    .replace(/\s+/gu, "")
    .replace(/[‐‑–—]/gu, "-");
  const match = /^(\D*)(\d+)\/(?:20|19)?(\d\d)$/u.exec(tight);
  return match === null ? tight : `${match[1]}${(match[2] ?? "").padStart(4, "0")}/${match[3]}`;
}

/** The papers that a letter is about, each once. */
export function papersOf({ references }: Pick<Letter, "references">): string[] {
  return [...new Set(references.map(({ paper }) => paperKey(paper)))];
}
