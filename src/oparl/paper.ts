import type { Memo, MemoRecord, RecordSource } from "../model/record.ts";

/**
 * The objects of OParl 1.1 (https://oparl.org, "Spezifikation 1.1") that a record fills. Properties a record knows
 * nothing of (`body`, `created`, `modified` …) are left to the server that publishes them.
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
  readonly accessUrl: string;
}

/** An OParl Paper. "hausmitteilung:" is a vendor's prefix, as the specification wants it for extensions. */
export interface OparlPaper {
  readonly id: string;
  readonly type: `${typeof SCHEMA}Paper`;
  readonly name?: string;
  readonly reference?: string;
  /** YYYY-MM-DD */
  readonly date?: string;
  readonly paperType: string;
  readonly mainFile: OparlFile;
  readonly "hausmitteilung:record": MemoRecord;
}

/**
 * A record as an OParl Paper. What the memo does not say is left out, as OParl knows no null.
 * @param base absolute URL below which the objects will be published, with a slash at its end
 */
export function paperOf(record: MemoRecord, base: string): OparlPaper {
  const { memo, source } = record;
  return {
    // Memos never share a page, so the first page tells those of one file apart.
    id: `${base}paper/${source.sha256}-${source.pages.first}`,
    type: `${SCHEMA}Paper`,
    ...(memo.subject !== null && { name: memo.subject }),
    ...(memo.fileReference !== null && { reference: memo.fileReference }),
    ...(memo.date !== null && { date: memo.date }),
    paperType: paperTypeOf(memo),
    mainFile: fileOf(source, base),
    "hausmitteilung:record": record,
  };
}

/** The file a memo stands in; several memos of one file name the same File. */
function fileOf(source: RecordSource, base: string): OparlFile {
  const id = `${base}file/${source.sha256}`;
  return {
    id,
    type: `${SCHEMA}File`,
    fileName: source.file,
    mimeType: source.mediaType,
    size: source.bytes,
    accessUrl: `${id}/content`,
  };
}

/** "Sonstiges" says nothing to a reader beside other kinds of paper. */
function paperTypeOf({ kind }: Memo): string {
  return kind === "Sonstiges" ? "Hausmitteilung" : kind;
}
