import type { Box } from "../model/box.ts";
import { roundBox, unionBox } from "../model/box.ts";
import { type Line, withBoxes } from "../model/page.ts";
import type { OcrReader } from "../ocr/engine.ts";
import type { CleanPage } from "./read-regions.ts";
import { readRegions } from "./read-regions.ts";

const POINTS_PER_INCH = 72;

/** White about a line, in points: less than there is between lines of print. */
const MARGIN = { across: 6, down: 2 };

/**
 * Lines of a text layer, those that it does not give rightly read from the page's picture instead, in the same places.
 * @param lines in points, as `illegible`
 * @returns null where the picture shows nothing in one of those places
 */
export async function withIllegibleRead(
  lines: readonly Line[],
  illegible: ReadonlySet<Line>,
  page: CleanPage,
  engine: OcrReader,
): Promise<Line[] | null> {
  const wanted = lines.filter((line) => illegible.has(line));
  const scale = POINTS_PER_INCH / page.dpi;
  const regions = wanted.map((line) => regionAbout(line.box ?? [0, 0, 0, 0], scale));
  const readings = await readRegions(page, regions, "line", engine);
  const read = new Map(wanted.map((line, index) => [line, oneLine(readings[index] ?? [], scale)] as const));
  if ([...read.values()].includes(null)) return null;
  return lines.map((line) => read.get(line) ?? line);
}

/** In whole pixels. */
function regionAbout([x, y, width, height]: Box, scale: number): Box {
  const pixels = (points: number): number => Math.round(points / scale);
  const [left, top] = [pixels(x - MARGIN.across), pixels(y - MARGIN.down)];
  return [left, top, pixels(x + width + MARGIN.across) - left, pixels(y + height + MARGIN.down) - top];
}

/** What was read in a line's place, as one line with boxes in points; null for nothing. */
function oneLine(lines: readonly Line[], scale: number): Line | null {
  let text = "";
  const words = lines.flatMap((line) => {
    if (text !== "") text += " ";
    const before = text.length;
    text += line.text;
    return line.words.map((word) => ({ ...word, start: word.start + before, end: word.end + before }));
  });
  if (words.length === 0) return null;
  const whole: Line = { text, box: unionBox(words.map((word) => word.box)), words };
  return withBoxes(whole, ([x, y, width, height]) => roundBox([x * scale, y * scale, width * scale, height * scale]));
}
