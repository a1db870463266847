// Made from record.ts by UPDATE_GOLDEN=1 npx vitest run --project unit test/model; not to be edited.
import type { FindingCode } from "./diagnostic.ts";

/** What a finding may be about: the stable codes of the documents' table. */
export type DiagnosticCode = FindingCode;

export type Pages = {
  /** The memo's first page in the file, from 1. */
  first: number;
  /** Its last page, plans and tables after the letter included. */
  last: number;
  /** How many pages the file has. */
  of: number;
  /** Pages of plans and tables after the letter, which are in no text. */
  annex: number[];
};

/** The file that a memo stands in. */
export type Source = {
  /** Base name of the file; "-" for standard input, and for bytes without a name. */
  file: string;
  /** SHA-256 of the file, in hexadecimal. */
  sha256: string;
  /** Size of the file. */
  bytes: number;
  /** What the file is, as its bytes show. */
  mediaType: "application/pdf" | "image/png" | "image/jpeg" | "image/tiff" | "text/plain";
  /** Where the memo stands in the file. */
  pages: Pages;
  /** Where the text of its pages was taken from. */
  text: "ocr" | "text-layer" | "mixed" | "plain-text";
  /** What read its pictures; null where its text was taken from none. */
  engine: "tesseract.js" | "native" | null;
};

/** A paper that the memo is about. */
export type Reference = {
  /** The paper's number: "V2072/23". */
  paper: string;
  /** The meeting that decided on it: "SR/049/2023". */
  meeting: string | null;
};

/** A point of the resolution, inquiry or proposal that the memo quotes. */
export type Clause = {
  /** As printed, without its punctuation: "1", "2a"; null where it bears none. */
  number: string | null;
  /** Without the quotation marks around it. */
  text: string;
};

/** Clauses answered together, and the response that answers them. */
export type Item = {
  /** What the quotation says before its first point: "Der Oberbürgermeister wird beauftragt,". */
  leadIn: string | null;
  /** The points; empty for what is said before the first of them. */
  clauses: Clause[];
  /** The administration's response; null where there is none. */
  response: string | null;
  /** Only what the response says outright of the point; null where it does not. */
  fulfilment: "fulfilled" | "partly-fulfilled" | "not-fulfilled" | null;
};

export type Signature = {
  /** As printed or stamped; null where it cannot be read. */
  name: string | null;
  /** The office held: "Beigeordnete". */
  role: string | null;
  /** "noted" under "Kenntnisnahme", "signed" else; null where the letter does not show which. */
  capacity: "signed" | "noted" | null;
};

/** The letter's values. null, or an empty list, where it has no such thing or where it cannot be read. */
export type Memo = {
  /** What the memo answers: the control of a resolution, an inquiry, a proposal, a request for a statement. */
  kind: "Beschlusskontrolle" | "Anfrage" | "Vorschlag" | "Stellungnahme" | "Sonstiges";
  /** Whether the box "vertraulich" is ticked; null where there is none. */
  confidential: boolean | null;
  /** The first line of the sender: "Landeshauptstadt Dresden". */
  authority: string | null;
  /** The office below it, in one line. */
  office: string | null;
  /** The address block, in one line. */
  recipient: string | null;
  /** What stands after "GZ:": "(OB) 15". */
  fileReference: string | null;
  /** What stands after "Datum:", usually a rubber stamp; YYYY-MM-DD. */
  date: string | null;
  /** The papers named in the heading. */
  references: Reference[];
  /** The heading without the line that names paper and meeting. */
  subject: string | null;
  /** "Sehr geehrte Damen und Herren," */
  salutation: string | null;
  /** The sentence that opens the report. */
  introduction: string | null;
  /** "final" (abschließend) or "interim" (Zwischenstand); null where the letter says neither. */
  reportStatus: "final" | "interim" | null;
  /** The clauses and their responses, in printed order. */
  items: Item[];
  /** What stands after "nächste Beschlusskontrolle:": YYYY-MM-DD, or YYYY-MM where no day is given. */
  nextReview: string | null;
  /** "Mit freundlichen Grüßen" */
  closing: string | null;
  /** Who signed or took note, in printed order. */
  signatures: Signature[];
  /** As listed after the signatures. */
  attachments: string[];
};

/** A rectangle on a page. */
export type Region = {
  /** Page of the file, from 1. */
  page: number;
  /** [x, y, width, height] in PDF points (1/72 inch), with the origin at the top left of the page as displayed. */
  box: [number, number, number, number];
};

/** Words of a value that a person should look at. */
export type Doubt = {
  /** Where it begins in the value, in UTF-16 units. */
  offset: number;
  /** In UTF-16 units. */
  length: number;
  /** The code of the finding that doubts it. */
  reason: string;
};

/** A cell of a table in a value; an empty one has the length 0. */
export type Cell = {
  /** Where it begins in the value, in UTF-16 units. */
  offset: number;
  /** In UTF-16 units. */
  length: number;
  /** From 0. */
  row: number;
  /** From 0. */
  column: number;
  /** Page of the file, from 1. */
  page: number;
  /** [x, y, width, height] in PDF points (1/72 inch), with the origin at the top left of the page as displayed. */
  box: [number, number, number, number];
};

/** What a value was read from. */
export type Evidence = {
  /** The text as read, before any correction. */
  raw: string;
  /** How sure the value is, from 0 to 1. */
  confidence: number;
  /** Where it stands on paper; none for plain text. */
  regions: Region[];
  /** What to look at; absent where there is nothing. */
  doubts?: Doubt[] | undefined;
  /** The cells of a table in it; absent where there is none. */
  cells?: Cell[] | undefined;
};

/**
 * A change of the text read. Replacing `to` by `from`, from the last correction of a value to its first, gives the
 * `raw` of its evidence back.
 */
export type Correction = {
  /** The repair rule, or "human" for what a person changed. */
  rule: string;
  /** The text before. */
  from: string;
  /** The text after. */
  to: string;
  /** How sure the rule is, from 0 to 1. */
  confidence: number;
  /** JSON Pointer to the value. */
  at: string;
  /** Where `to` begins in the value, in UTF-16 units. */
  offset: number;
  /** Where it stands on paper; none for plain text. */
  regions: Region[];
};

/** Something that was found while reading. */
export type Diagnostic = {
  /** "warning" and "error" put the record up for review. */
  severity: "info" | "warning" | "error";
  /** Stable; the list stands in the documents. */
  code: DiagnosticCode;
  /** One English sentence for a person, with the particulars. */
  message: string;
  /** JSON Pointer to the value concerned. */
  at?: string | undefined;
  /** The page concerned, from 1. */
  page?: number | undefined;
  /** Where on paper, if no value's evidence shows it. */
  regions?: Region[] | undefined;
};

/** What the tool writes for one memo. */
export type MemoRecord = {
  /** Version of this shape. */
  schemaVersion: "1.1";
  /** The file that the memo stands in. */
  source: Source;
  /** "needs-review" if any diagnostic is a warning or worse. */
  status: "ok" | "needs-review";
  /** The letter's values. */
  memo: Memo;
  /** What each filled value was read from, by JSON Pointer: `/memo/date`. */
  evidence: Record<string, Evidence>;
  /** Every change of the text read, in reading order. */
  corrections: Correction[];
  /** Everything found that a person or program may want to know. */
  diagnostics: Diagnostic[];
};
