import type { Edit } from "../model/edit.ts";
import { CELL_END, ROW_END } from "../model/page.ts";
import { lineAt, type ReadLine, type ReadText } from "../text/read-text.ts";
import type { TracedText } from "../text/traced-text.ts";

/** What is known of each text: every line end asks for it. */
const known = new WeakMap<ReadText, boolean>();

/** Whether a text holds a table. */
export function hasTables(read: ReadText): boolean {
  const found = known.get(read) ?? read.lines.some(({ line }) => line.table !== undefined);
  known.set(read, found);
  return found;
}

/** What parts two cells stays; and rules on sentences say nothing of cells, which are none. */
export function sparesTables(traced: TracedText, { start, end }: Edit, isOnSentences: boolean): boolean {
  const replaced = traced.text.slice(start, end);
  if (replaced.includes(CELL_END) || replaced.includes(ROW_END)) return false;
  return !isOnSentences || tableAt(traced, start) === null;
}

/** Whether one of two lines is a table: no word goes on from it, or into it. */
export function isBesideTable(traced: TracedText, end: number, start: number): boolean {
  if (!hasTables(traced.read)) return false;
  return tableAt(traced, Math.max(0, end - 1)) !== null || tableAt(traced, start) !== null;
}

function tableAt(traced: TracedText, at: number): ReadLine | null {
  const raw = traced.rawRange(at, at + 1);
  const line = raw === null ? null : lineAt(traced.read, raw.start);
  return line?.line.table === undefined ? null : line;
}

/** A part of a text: offsets, half-open. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The lines of cells that have several: each with the next one of its cell. */
export function cellLineEnds(traced: TracedText): { readonly line: Stretch; readonly next: Stretch }[] {
  if (!hasTables(traced.read)) return [];
  const breaks = traced.read.lines.flatMap((line) => (line.line.table === undefined ? [] : breaksIn(line)));
  const found: { line: Stretch; next: Stretch }[] = [];
  let offset = 0;
  let at = 0;
  for (const { kind, text, start, end } of traced.segments) {
    while ((breaks[at] ?? Number.POSITIVE_INFINITY) < end) {
      const place = (breaks[at] as number) - start;
      // A break within an edited stretch was mended already.
      if (kind === "read" && place >= 0) found.push(around(traced.text, offset + place));
      at += 1;
    }
    offset += text.length;
  }
  return found;
}

/** Raw offsets of the spaces where a cell's next line begins. */
function breaksIn({ line, start }: ReadLine): number[] {
  return line.words.flatMap((word, at) => {
    const before = line.words[at - 1];
    const isInCell = before !== undefined && line.text.slice(before.end, word.start) === " ";
    return isInCell && word.box[1] + word.box[3] / 2 > before.box[1] + before.box[3] ? [start + before.end] : [];
  });
}

function around(text: string, at: number): { line: Stretch; next: Stretch } {
  const from = Math.max(text.lastIndexOf(CELL_END, at), text.lastIndexOf(ROW_END, at), text.lastIndexOf("\n", at)) + 1;
  const rest = /^[^\ufdd0\ufdd1\n\f]*/u.exec(text.slice(at + 1, at + 1 + LONGEST_CELL))?.[0].length ?? 0;
  return { line: { start: from, end: at }, next: { start: at + 1, end: at + 1 + rest } };
}

/** More of a cell is not looked at. */
const LONGEST_CELL = 2000;
