import type { Memo, MemoRecord, RecordSource } from "../model/record.ts";
import { memoText } from "./memo-text.ts";

/**
 * The objects of OParl 1.1 (https://oparl.org, "Spezifikation 1.1") that a record fills. Properties that neither the
 * record nor its file knows of (`body`, `consultation` …) are left to the server that publishes them.
 */
const SCHEMA = "https://schema.oparl.org/1.1/";

/** An OParl File, as it stands inside a Paper: without a reference back to it. */
interface OparlFile {
  readonly id: string;
  readonly type: `${typeof SCHEMA}File`;
  readonly fileName: string;
  readonly mimeType: RecordSource["mediaType"];
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha512Checksum?: string;
  /** The memo's text as repaired, where the file holds this memo alone. */
  readonly text?: string;
  readonly created?: string;
  readonly modified?: string;
  readonly accessUrl: string;
}

/** An OParl Paper. "hausmitteilung:" is a vendor's prefix, as the specification wants it for extensions. */
export interface OparlPaper {
  readonly id: string;
  readonly type: `${typeof SCHEMA}Paper`;
  readonly name?: string;
  /** The paper that the memo reports on, and the memo's date: "V0418/20 (2020-10-14)". */
  readonly reference?: string;
  /** YYYY-MM-DD */
  readonly date?: string;
  /** "Beschlusskontrolle", "Beantwortung einer Anfrage" … */
  readonly paperType: string;
  /** The papers that the memo reports on, by `paperId`. */
  readonly relatedPaper?: readonly string[];
  readonly mainFile: OparlFile;
  readonly created?: string;
  readonly modified?: string;
  /** What the memo gives after "GZ:". */
  readonly "hausmitteilung:fileReference"?: string;
  readonly "hausmitteilung:record": MemoRecord;
}

/** What a record does not know of its file. */
export interface OparlFileFacts {
  /** SHA-512 of the file, in hexadecimal. */
  readonly sha512?: string | undefined;
  /** When the file was made. */
  readonly created?: Date | undefined;
  /** When the file was last changed. */
  readonly modified?: Date | undefined;
}

/** How papers are made. */
export interface OparlOptions extends OparlFileFacts {
  /**
   * Whether memos whose box "vertraulich" is ticked are given too.
   * @defaultValue `false`
   */
  readonly confidential?: boolean | undefined;
}

const PAPER_TYPES: Readonly<Record<Memo["kind"], string>> = {
  Beschlusskontrolle: "Beschlusskontrolle",
  Anfrage: "Beantwortung einer Anfrage",
  Vorschlag: "Stellungnahme zu einem Vorschlag",
  Stellungnahme: "Stellungnahme",
  // "Sonstiges" says nothing to a reader beside other kinds of paper.
  Sonstiges: "Hausmitteilung",
};

/**
 * A record as an OParl Paper. What the memo does not say is left out, as OParl knows no null.
 * @param base - absolute URL below which the objects will be published, with a slash at its end
 * @returns null for a confidential memo, unless those are asked for
 */
export function paperOf(record: MemoRecord, base: string, options: OparlOptions = {}): OparlPaper | null {
  const { memo, source } = record;
  if (memo.confidential === true && options.confidential !== true) return null;
  const papers = [...new Set(memo.references.map(({ paper }) => paper))];
  const reference = referenceOf(memo, papers);
  return {
    // Memos never share a page, so the first page tells those of one file apart.
    id: `${base}paper/${source.sha256}-${source.pages.first}`,
    type: `${SCHEMA}Paper`,
    ...(memo.subject !== null && { name: memo.subject }),
    ...(reference !== null && { reference }),
    ...(memo.date !== null && { date: memo.date }),
    paperType: PAPER_TYPES[memo.kind],
    ...(papers.length > 0 && { relatedPaper: papers.map((paper) => paperId(paper, base)) }),
    mainFile: fileOf(record, base, options),
    ...timesOf(options),
    ...(memo.fileReference !== null && { "hausmitteilung:fileReference": memo.fileReference }),
    "hausmitteilung:record": record,
  };
}

/**
 * The id below which a server publishes the paper of a number: "V0418/20" as `<base>paper/V0418-20`.
 * @param base - as for `paperOf`
 */
export function paperId(number: string, base: string): string {
  return `${base}paper/${encodeURIComponent(number.replaceAll("/", "-"))}`;
}

/** A paper is answered more than once: its number alone would not be the memo's own. */
function referenceOf({ date }: Memo, papers: readonly string[]): string | null {
  return date === null || papers.length === 0 ? null : `${papers.join(", ")} (${date})`;
}

/** The file a memo stands in; several memos of one file name the same File. */
function fileOf({ memo, source }: MemoRecord, base: string, facts: OparlFileFacts): OparlFile {
  const id = `${base}file/${source.sha256}`;
  const isAlone = source.pages.first === 1 && source.pages.last === source.pages.of;
  return {
    id,
    type: `${SCHEMA}File`,
    fileName: source.file,
    mimeType: source.mediaType,
    size: source.bytes,
    ...(facts.sha512 !== undefined && { sha512Checksum: facts.sha512 }),
    ...(isAlone && { text: memoText(memo) }),
    ...timesOf(facts),
    accessUrl: `${id}/content`,
  };
}

function timesOf({ created, modified }: OparlFileFacts): Pick<OparlFile, "created" | "modified"> {
  return {
    ...(created !== undefined && { created: created.toISOString() }),
    ...(modified !== undefined && { modified: modified.toISOString() }),
  };
}
