import type { Box } from "../model/box.ts";
import type { Line } from "../model/page.ts";
import type { OcrReader } from "../ocr/engine.ts";
import { type CleanPage, readRegions } from "./read-regions.ts";

/** Lines read less surely than this are read again. */
const DOUBTFUL = 0.8;

/** Longer lines read the same when cut out: what helps short ones is that the page around them is gone. */
const MOST_WORDS = 6;

/** The second reading is taken where it is surer by this much. */
const SURER = 0.05;

/** White left about the line, in inches. */
const MARGIN = { across: 0.1, down: 0.03 };

/** The lines of a page, the short and doubtful ones ("zu 2.:", "GZ:", "- 2 -") read again by themselves. */
export async function withSecondReading(lines: readonly Line[], page: CleanPage, engine: OcrReader): Promise<Line[]> {
  const doubtful = lines.filter(isDoubtful);
  if (doubtful.length === 0) return [...lines];
  const regions = doubtful.map((line) => aroundLine(line.box ?? [0, 0, 0, 0], page.dpi));
  const readAgain = await readRegions(page, regions, "line", engine);
  const better = new Map(doubtful.map((line, index) => [line, surerOf(line, readAgain[index] ?? [])] as const));
  return lines.map((line) => better.get(line) ?? line);
}

function isDoubtful(line: Line): boolean {
  return line.box !== null && line.words.length <= MOST_WORDS && sureness(line) < DOUBTFUL;
}

/** The second reading where it is one line, and surer. */
function surerOf(line: Line, again: readonly Line[]): Line {
  const [only] = again;
  return again.length === 1 && only !== undefined && sureness(only) >= sureness(line) + SURER ? only : line;
}

/** The mean confidence of a line's words. */
function sureness(line: Line): number {
  if (line.words.length === 0) return 0;
  return line.words.reduce((sum, word) => sum + word.confidence, 0) / line.words.length;
}

/** Whole pixels. */
function aroundLine([left, top, width, height]: Box, dpi: number): Box {
  const across = MARGIN.across * dpi;
  const down = MARGIN.down * dpi;
  const [fromX, fromY] = [Math.round(left - across), Math.round(top - down)];
  return [fromX, fromY, Math.round(left + width + across) - fromX, Math.round(top + height + down) - fromY];
}
