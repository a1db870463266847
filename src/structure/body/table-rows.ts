import { largest } from "../../model/long-lists.ts";
import type { TracedLine } from "../../text/traced-lines.ts";

/** Of the longest line's characters; rows of a table are shorter, running text but at a paragraph's end is not. */
const SHORT = 0.65;

/** In characters. Text set as narrow as this shows no difference. */
const NARROW = 60;

/** Fewer rows than this make no table. */
const FEWEST = 2;

/**
 * Rows of tables in plain text, which has no columns: a run of short lines below a colon, most of them with figures.
 * "Die Wartezeit betrug: / Jahr Minuten Vorsprachen / 2020 41 188.320 / 2021 12 164.907".
 */
export function rowsAmong(lines: readonly TracedLine[]): ReadonlySet<TracedLine> {
  const longest = largest(
    lines.map((line) => line.text.length),
    0,
  );
  const rows = new Set<TracedLine>();
  if (longest < NARROW) return rows;
  for (const [index, line] of lines.entries()) {
    if (!line.text.text.endsWith(":")) continue;
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((below) => !mayBeRow(below, longest));
    const run = rest.slice(0, end < 0 ? rest.length : end);
    const figures = run.filter((row) => /\d/u.test(row.text.text)).length;
    if (run.length >= FEWEST && figures * 2 > run.length) for (const row of run) rows.add(row);
  }
  return rows;
}

function mayBeRow(line: TracedLine, longest: number): boolean {
  const text = line.text.text;
  return (
    line.box === null &&
    !line.glued &&
    text.length < SHORT * longest &&
    /^[\p{Lu}\d]/u.test(text) &&
    !/[.!?:]$/u.test(text)
  );
}
