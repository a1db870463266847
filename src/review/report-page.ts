import { createHash } from "node:crypto";
import { listMemos } from "../archive/listing.ts";
import { type ArchivePaths, type MemoKey, nameOf } from "../archive/paths.ts";
import { type ReviewedMemo, readReviewed } from "../archive/reviews.ts";
import { viewOf } from "./desk.ts";
import { readPageFile } from "./page-files.ts";
import type { PagePictures } from "./page-pictures.ts";
import type { RecordView } from "./protocol.ts";
import { compareRows, type ListedRecord, listed } from "./rows.ts";

export interface ReportOptions {
  /** Base name of the archive's folder. */
  readonly archive: string;
  readonly language: "de" | "en";
  /** Whether a record's pages are put in. */
  readonly showsPages: (memo: ReviewedMemo) => boolean;
}

/** Where the parts of a report stand in the page. */
interface Parts {
  readonly script: string;
  readonly style: string;
}

/**
 * An archive's records as one HTML file, handed out piece by piece: only one record's pictures are held at a time.
 * The script is the desk's own; the page's policy lets nothing else run, and nothing be fetched.
 */
export async function* reportPage(
  paths: ArchivePaths,
  pictures: PagePictures,
  options: ReportOptions,
): AsyncGenerator<string> {
  const [script, style] = await Promise.all([readPageFile("desk.js"), readPageFile("desk.css")]);
  const rows: ListedRecord[] = [];
  yield head({ script, style }, options);
  yield `{"archive":${json(options.archive)},"views":{`;
  const shown: MemoKey[] = [];
  for await (const key of listMemos(paths)) {
    const memo = await readReviewed(paths, key);
    if (memo === null) continue;
    const hasPages = options.showsPages(memo) && memo.record.source.mediaType !== "text/plain";
    if (hasPages) shown.push(key);
    yield `${rows.length === 0 ? "" : ","}${json(nameOf(key))}:${json(viewOf(key, memo, stateOf(memo, hasPages)))}`;
    rows.push(listed(nameOf(key), memo.record, memo.events.length > 0));
  }
  yield `},"rows":${json(rows.sort((a, b) => compareRows(a.row, b.row)))},"pictures":{`;
  yield* pagesOf(paths, pictures, shown);
  yield `}}</script><script>${script}</script></body></html>\n`;
}

function stateOf({ record }: ReviewedMemo, hasPages: boolean): RecordView["picture"] {
  if (record.source.mediaType === "text/plain") return "plain-text";
  return hasPages ? "shown" : "gone";
}

async function* pagesOf(paths: ArchivePaths, pictures: PagePictures, keys: readonly MemoKey[]): AsyncGenerator<string> {
  let separator = "";
  for (const key of keys) {
    const { first, last } = (await readReviewed(paths, key))?.record.source.pages ?? { first: 1, last: 0 };
    for (let page = first; page <= last; page++) {
      const picture = await pictures.of(key.sha256, page);
      if (picture === null) continue;
      const { width, height } = picture;
      const url = `data:image/jpeg;base64,${Buffer.from(picture.jpeg).toString("base64")}`;
      yield `${separator}${json(`${nameOf(key)} ${page}`)}:${json({ url, width, height })}`;
      separator = ",";
    }
  }
}

function head({ script, style }: Parts, { language }: ReportOptions): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>Hausmitteilung</title>`,
    `<style>${style}</style></head><body><div id="desk"></div><script type="application/json" id="report-data">`,
  ].join("\n");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** JSON that ends no script element, whatever the letters say. */
function json(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
