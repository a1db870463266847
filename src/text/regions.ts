import { type Box, type Region, roundBox, unionBox } from "../model/box.ts";
import { displayedBox } from "../model/page.ts";
import { lineAt, type ReadLine, type ReadText } from "./read-text.ts";
import type { TracedText } from "./traced-text.ts";

/** Where a text stands on paper: one region per block of lines, in the text's order; none for plain text. */
export function regionsOf(text: TracedText): Region[] {
  const regions = text.segments
    .filter((segment) => segment.kind !== "layout")
    .flatMap((segment) => regionsOfRange(text.read, segment.start, segment.end));
  return mergeRegions(regions).map(({ page, box }) => ({ page, box: roundBox(box) }));
}

/** The boxes of the words in a raw range, one region a line. */
function regionsOfRange(read: ReadText, start: number, end: number): Region[] {
  const regions: Region[] = [];
  const first = lineAt(read, start);
  for (let index = first?.index ?? read.lines.length; index < read.lines.length; index++) {
    const line = read.lines[index] as ReadLine;
    if (line.start >= end) break;
    const box = boxOfPart(line, start - line.start, end - line.start);
    if (box !== null) regions.push({ page: line.page.number, box });
  }
  return regions;
}

/** The box of the words that a part of a line touches. */
function boxOfPart(line: ReadLine, start: number, end: number): Box | null {
  const words = line.line.words.filter((word) => word.start < end && word.end > start);
  return unionBox(words.map((word) => displayedBox(line.page, word.box)));
}

/** Lines that stand right below one another, and parts of one line, become one region. */
function mergeRegions(regions: readonly Region[]): Region[] {
  const merged: Region[] = [];
  for (const region of regions) {
    const last = merged.at(-1);
    const joined = last !== undefined && last.page === region.page ? joinedBox(last.box, region.box) : null;
    if (joined === null) merged.push(region);
    else merged[merged.length - 1] = { page: region.page, box: joined };
  }
  return merged;
}

function joinedBox(a: Box, b: Box): Box | null {
  const isSameLine = Math.abs(a[1] + a[3] - (b[1] + b[3])) < Math.min(a[3], b[3]) / 2;
  const gapBelow = b[1] - (a[1] + a[3]);
  const overlap = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const isRightBelow = gapBelow < 1.5 * b[3] && gapBelow > -a[3] && overlap > 0;
  return isSameLine || isRightBelow ? unionBox([a, b]) : null;
}
