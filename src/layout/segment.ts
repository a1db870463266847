import { type Box, unionBox } from "../model/box.ts";
import type { Line, Word } from "../model/page.ts";

/** A word with its own text, taken out of its line. */
export interface PlacedWord {
  readonly text: string;
  readonly box: Box;
  readonly confidence: number;
}

/** A run of words that stand together on one line; never empty. */
export interface Segment {
  readonly words: readonly PlacedWord[];
  readonly box: Box;
}

export function segmentOf(words: readonly PlacedWord[]): Segment {
  return { words, box: unionBox(words.map((word) => word.box)) ?? [0, 0, 0, 0] };
}

export function segmentOfLine(line: Line): Segment {
  return segmentOf(
    line.words.map((word) => ({
      text: line.text.slice(word.start, word.end),
      box: word.box,
      confidence: word.confidence,
    })),
  );
}

/** A segment as a line; `separator` gives what stands between two of its words, a space or a tab. */
export function lineOfSegment(
  segment: Segment,
  separator: (before: PlacedWord, index: number) => " " | "\t" = () => " ",
): Line {
  const words: Word[] = [];
  let text = "";
  segment.words.forEach((word, index) => {
    const before = segment.words[index - 1];
    if (before !== undefined) text += separator(before, index);
    const start = text.length;
    text += word.text;
    words.push({ start, end: text.length, box: word.box, confidence: word.confidence });
  });
  return { text, box: segment.box, words };
}

/** The segment's parts between the words before which `isCut` says so. */
export function cutSegment(segment: Segment, isCut: (gap: WordGap) => boolean): Segment[] {
  const parts: PlacedWord[][] = [[]];
  segment.words.forEach((word, index) => {
    const gap = gapBefore(segment, index);
    if (gap !== null && isCut(gap)) parts.push([]);
    parts.at(-1)?.push(word);
  });
  return parts.filter((part) => part.length > 0).map(segmentOf);
}

/** The white between a word and the one before it. */
export interface WordGap {
  /** In points; negative where the words overlap. */
  readonly width: number;
  /** Where the later word begins. */
  readonly x: number;
  /** What stands before the gap, from the segment's start. */
  readonly before: string;
}

/** Null before the first word. */
export function gapBefore(segment: Segment, index: number): WordGap | null {
  const word = segment.words[index];
  const previous = segment.words[index - 1];
  if (word === undefined || previous === undefined) return null;
  return {
    width: word.box[0] - (previous.box[0] + previous.box[2]),
    x: word.box[0],
    before: segment.words
      .slice(0, index)
      .map((earlier) => earlier.text)
      .join(" "),
  };
}

export function textOf(segment: Segment): string {
  return segment.words.map((word) => word.text).join(" ");
}

/** The height of the middle of a box. */
export function middleOf(box: Box): number {
  return box[1] + box[3] / 2;
}
