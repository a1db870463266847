import type { Box } from "../model/box.ts";
import type { Line, Word } from "../model/page.ts";

/**
 * A line without its struck words, the word behind each taking its room: else the gap would look like one between the
 * cells of a table.
 * @param struck lines of struck words
 */
export function withStruckCovered(line: Line, struck: readonly Line[]): Line {
  const { box } = line;
  if (box === null || struck.length === 0) return line;
  const gaps = struck.flatMap((other) => other.words).filter((word) => isInRow(word.box, box));
  if (gaps.length === 0) return line;
  return { ...line, words: line.words.map((word, index) => covering(word, line.words[index - 1], gaps)) };
}

function covering(word: Word, before: Word | undefined, gaps: readonly Word[]): Word {
  if (before === undefined) return word;
  const [left, top, width, height] = word.box;
  const from = before.box[0] + before.box[2];
  const between = gaps.filter(({ box }) => box[0] + box[2] / 2 > from && box[0] + box[2] / 2 < left);
  const start = Math.min(left, ...between.map(({ box }) => Math.max(from, box[0])));
  return { ...word, box: [start, top, left + width - start, height] };
}

function isInRow([, top, , height]: Box, row: Box): boolean {
  const middle = top + height / 2;
  return middle > row[1] && middle < row[1] + row[3];
}
