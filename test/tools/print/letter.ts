import type { Memo } from "../../../src/model/record.ts";

/**
 * A letter as the fixtures keep it (fixtures/<case>/letter.json): what is true of the memo, how it was printed,
 * and what a scanner made of its date stamp. Everything else in the case folder is made from it.
 */
export interface Letter {
  readonly memo: Memo;
  /** JSON Pointers of what can't be told from the paper. */
  readonly unscored?: readonly string[];
  readonly makes: readonly Made[];
  readonly print: Print;
  readonly scanner?: ScannerReading;
}

/** Some other document, no memo: lines of cells with the distance of each from the page's left edge, in points. */
export interface OtherPaper {
  readonly makes: readonly Made[];
  readonly font: FontFamily;
  readonly lines: readonly (readonly { readonly x: number; readonly text: string }[])[];
}

/** Several letters in one file, one after the other; all are set in one font. */
interface Bundle {
  readonly makes: readonly Made[];
  readonly font: FontFamily;
  readonly letters: readonly Letter[];
}

export type Paper = Letter | OtherPaper | Bundle;
export type Made = "memo.pdf" | "scan.pdf" | "memo.txt";
export type FontFamily = "Helvetica" | "Times";

/** How one entry of the body is set. */
export type Style = "heading" | "subject" | "plain" | "label" | "lead" | "clause" | "quote";

export type HeadPart = "title" | "box" | "logo" | "arrival" | "authority" | "recipient" | "reference" | "date";

export interface Print {
  readonly font: FontFamily;
  /** Body size in points, 10.5 by default. */
  readonly size?: number;
  /** Set flush on both sides. */
  readonly justified?: boolean;
  /** false: the old head, without "Hausmitteilung". */
  readonly title?: boolean;
  /** Address lines, printed as given. */
  readonly recipient: readonly string[];
  /** Sender lines below the authority, printed as given. */
  readonly office: readonly string[];
  /** The date as printed, by rubber stamp or typed. */
  readonly date: { readonly stamp: string } | { readonly typed: string };
  /**
   * Entries in printed order, each with one style. "{subject}" and other fields of the memo are filled in, as are
   * "{0.lead}" (leadIn of the first item), "{0.1}" (its second clause) and "{0}" (its response).
   */
  readonly body: readonly Partial<Record<Style, string>>[];
  /** Clauses upright rather than italic. */
  readonly upright?: boolean;
  /** A clause's number stands in its first line rather than hanging before it. */
  readonly inline?: boolean;
  /** "in Vertretung" above the first signature. */
  readonly deputy?: boolean;
  /** Lines of an incoming stamp over the head. */
  readonly arrival?: readonly string[];
  /** "- 2 -" on top, or "Seite 1 von 2" at the foot (the default). */
  readonly pageMark?: "dashes" | "count";
  /** A page of its own after the letter. */
  readonly annex?: { readonly title: string; readonly rows: readonly (readonly string[])[] };
}

/** What a scanner's own OCR made of the letter, for memo.txt. */
export interface ScannerReading {
  /** The date as read. */
  readonly stamp?: string;
  /** The order in which the parts of the head were read. */
  readonly head?: readonly HeadPart[];
  /** Whether columns of signatures were read one by one (the default) or across. */
  readonly signatures?: "columns" | "rows";
}

/**
 * Fills the placeholders of a body entry from the memo.
 * @throws Error if a placeholder names nothing
 */
export function fill(template: string, memo: Memo): string {
  return template.replace(/\{([a-zA-Z]+|\d+)(?:\.(\w+))?\}/g, (placeholder, name: string, part?: string) => {
    const value = /^\d+$/.test(name) ? itemText(memo, Number(name), part) : memo[name as keyof Memo];
    if (typeof value !== "string") throw new Error(`${placeholder} names no text of the memo`);
    return value;
  });
}

function itemText(memo: Memo, index: number, part: string | undefined): string | null | undefined {
  const item = memo.items[index];
  if (part === undefined) return item?.response;
  if (part === "lead") return item?.leadIn;
  return item?.clauses[Number(part)]?.text;
}
