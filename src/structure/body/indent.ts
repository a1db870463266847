import type { TracedLine } from "../../text/traced-lines.ts";

/** In points: more than a scan's skew within a paragraph, less than any typed indent. */
const INDENT = 7;
/** In characters: plain text keeps an indent as leading spaces, if at all. */
const SPACES = 2;

/** Whether a line begins further left than another one. */
export function isOutdented(before: TracedLine, line: TracedLine): boolean {
  if (before.box !== null && line.box !== null) return before.box[0] - line.box[0] > INDENT;
  return spacesOf(before) - spacesOf(line) >= SPACES;
}

function spacesOf(line: TracedLine): number {
  const { text } = line.source.line;
  return text.length - text.trimStart().length;
}
