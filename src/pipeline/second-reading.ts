import { crop } from "../image/crop.ts";
import type { PreparedImage } from "../image/prepare-for-ocr.ts";
import type { Box } from "../model/box.ts";
import { type Line, withBoxes } from "../model/page.ts";
import type { OcrEngine } from "../ocr/engine.ts";

/** Lines read less surely than this are read again. */
const DOUBTFUL = 0.8;

/** Longer lines read the same when cut out: what helps short ones is that the page around them is gone. */
const MOST_WORDS = 6;

/** The second reading is taken where it is surer by this much. */
const SURER = 0.05;

/** White left about the line, in inches. */
const MARGIN = { across: 0.1, down: 0.03 };

/** The lines of a page, the short and doubtful ones ("zu 2.:", "GZ:", "- 2 -") read again by themselves. */
export async function withSecondReading(
  lines: readonly Line[],
  { image, dpi }: PreparedImage,
  page: number,
  engine: OcrEngine,
): Promise<Line[]> {
  const read: Line[] = [];
  for (const line of lines) {
    if (line.box === null || line.words.length > MOST_WORDS || sureness(line) >= DOUBTFUL) {
      read.push(line);
      continue;
    }
    const [left, top, width, height] = aroundLine(line.box, dpi);
    const strip = crop(image, left, top, width, height);
    const again = (await engine.recognise({ image: strip, dpi, shows: "line", page })).lines;
    const [only] = again;
    const isBetter = again.length === 1 && only !== undefined && sureness(only) >= sureness(line) + SURER;
    read.push(isBetter ? movedLine(only, Math.max(0, left), Math.max(0, top)) : line);
  }
  return read;
}

/** The mean confidence of a line's words. */
function sureness(line: Line): number {
  if (line.words.length === 0) return 0;
  return line.words.reduce((sum, word) => sum + word.confidence, 0) / line.words.length;
}

function aroundLine([left, top, width, height]: Box, dpi: number): Box {
  const across = Math.round(MARGIN.across * dpi);
  const down = Math.round(MARGIN.down * dpi);
  return [left - across, top - down, width + 2 * across, height + 2 * down];
}

function movedLine(line: Line, x: number, y: number): Line {
  return withBoxes(line, ([left, top, width, height]) => [left + x, top + y, width, height]);
}
