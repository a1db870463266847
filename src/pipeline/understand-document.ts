import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { FAILURES, MemoError } from "../model/failure.ts";
import type { MemoRecord, RecordSource } from "../model/record.ts";
import type { EngineChoice } from "../ocr/engine.ts";
import { buildRecord } from "../record/build-record.ts";
import { tableFindings } from "../record/table-findings.ts";
import { tornTables } from "../record/torn-tables.ts";
import { repair } from "../repair/repair.ts";
import { type MemoPages, splitMemos } from "../structure/split-memos.ts";
import { understand } from "../structure/understand.ts";
import { asPlainWords, withTablesLaidOut } from "../text/cells.ts";
import { readTextOf } from "../text/read-text.ts";
import { engineOf, type ReadDocument, textSourceOf } from "./document.ts";
import { isOnEmbeddedFiles, messagesOnEmbeddedFiles } from "./embedded-file-findings.ts";

/** What understanding needs besides the pages. */
export interface UnderstandOptions extends Pick<EngineChoice, "engine"> {
  readonly lexicon: Lexicon;
  /** false: the text stays as it was read. */
  readonly correct: boolean;
  /** 0 to 1: corrections less sure than this are not made. */
  readonly minConfidence: number;
  /** The user's own names of persons, which mend a signature read in part. */
  readonly names: readonly string[];
}

/**
 * From pages as read to one record per memo, in the order they stand in the file.
 * Pure: the same pages give the same records.
 * @throws MemoError "no-text", "not-a-memo", "record-invalid"
 */
export function understandDocument(document: ReadDocument, options: UnderstandOptions): MemoRecord[] {
  if (!document.pages.some((page) => page.lines.some((line) => line.text.trim() !== ""))) {
    throw failure("no-text", document);
  }
  const memos = splitMemos(document.pages);
  const records = memos.flatMap((memo) => understandMemo(document, memo, options));
  if (records.length === 0) throw failure("not-a-memo", document);
  return records;
}

/** Names the files within the file: the letter may be one of them. */
function failure(code: "no-text" | "not-a-memo", { diagnostics }: ReadDocument): MemoError {
  return new MemoError(code, [FAILURES[code], ...messagesOnEmbeddedFiles(diagnostics)].join(" "));
}

/** Repair, structure, record: one memo; none where the pages hold no such letter. */
function understandMemo(document: ReadDocument, memo: MemoPages, options: UnderstandOptions): MemoRecord[] {
  const read = readTextOf(memo.pages);
  const repaired = repair(read, options.lexicon, options);
  const understood = understand(repaired.text, {
    names: options.names,
    doubts: repaired.doubts.flatMap(({ start, end }) => repaired.text.rawRange(start, end) ?? []),
  });
  if (understood.memo === null) return [];
  const findings = [
    ...diagnosticsOn(document, memo),
    ...repaired.diagnostics,
    ...understood.diagnostics,
    ...tableFindings(read, understood.memo),
    ...tornTables(read, understood.memo),
  ].map((finding) => ({ ...finding, message: asPlainWords(finding.message) }));
  return [buildRecord(withTablesLaidOut(understood.memo), sourceOf(document, memo, options), findings)];
}

/** The reading's findings on the pages of one memo, and those on the whole file. */
function diagnosticsOn(document: ReadDocument, memo: MemoPages): Diagnostic[] {
  const numbers = new Set([...memo.pages.map((page) => page.number), ...memo.annex]);
  return document.diagnostics.filter(
    (finding) => finding.page === undefined || numbers.has(finding.page) || isOnEmbeddedFiles(finding),
  );
}

function sourceOf(document: ReadDocument, memo: MemoPages, options: UnderstandOptions): RecordSource {
  const numbers = [...memo.pages.map((page) => page.number), ...memo.annex];
  return {
    ...document.identity,
    mediaType: document.mediaType,
    pages: {
      first: Math.min(...numbers),
      last: Math.max(...numbers),
      of: new Set(document.pages.map((page) => page.number)).size,
      annex: [...memo.annex],
    },
    text: textSourceOf(memo.pages),
    engine: engineOf(memo.pages, options),
  };
}
