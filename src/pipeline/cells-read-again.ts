import { type Box, unionBox } from "../model/box.ts";
import { CELL_END, type Line, type Page, ROW_END, type Word } from "../model/page.ts";
import type { OcrReader } from "../ocr/engine.ts";
import { type CleanPage, readRegions } from "./read-regions.ts";

/** White left about a cell's line, in inches: cells are close. */
const MARGIN = { across: 0.06, down: 0.025 };

/** A reading less sure than this is believed only where the other one is the same. */
const SURE = 0.88;

/** What is read once, unsurely, and not at all the second time is dirt. */
const DIRT = 0.6;

/** Two readings alike are still in doubt below this. */
const DOUBTFUL = 0.5;

/** Texts this short are read again whatever they are: a lone "1" is read for many things. */
const SHORT = 3;

const POINTS_PER_INCH = 72;

/** Words of a cell on one height, and where they are in the line that is the table. */
interface CellLine {
  readonly words: readonly Word[];
  readonly box: Box;
}

/**
 * A page whose tables' numbers are read again cell by cell: in a line of numbers far apart the engine now and then sees
 * a digit that is not there. Where both readings differ and neither is sure, the table is in doubt.
 * @param page its boxes in points of the clean page
 * @param mended what is done to each line as read, in pixels
 */
export async function withCellsReadAgain(
  page: Page,
  clean: CleanPage,
  mended: (line: Line) => Line,
  engine: OcrReader,
): Promise<Page> {
  const scale = clean.dpi / POINTS_PER_INCH;
  const lines: Line[] = [];
  for (const line of page.lines) {
    if (line.table === undefined) lines.push(line);
    else lines.push(await tableReadAgain(line, clean, scale, mended, engine));
  }
  return { ...page, lines };
}

async function tableReadAgain(
  line: Line,
  clean: CleanPage,
  scale: number,
  mended: (line: Line) => Line,
  engine: OcrReader,
): Promise<Line> {
  const cellLines = cellLinesOf(line).filter(({ words }) =>
    isToBeReadAgain(words.map((word) => textOf(line, word)).join(" ")),
  );
  if (cellLines.length === 0) return line;
  const regions = cellLines.map(({ box }) => around(box, clean.dpi, scale));
  const readings = await readRegions(clean, regions, "line", engine);
  const changes = new Map<Word, Choice>();
  let isUncertain = line.table?.isUncertain ?? false;
  for (const [index, { words }] of cellLines.entries()) {
    const first = {
      text: words.map((word) => textOf(line, word)).join(" "),
      confidence: Math.min(...words.map((word) => word.confidence)),
    };
    const again = (readings[index] ?? []).map(mended);
    const second = {
      text: again
        .map(({ text }) => text)
        .join(" ")
        .trim(),
      confidence: Math.min(1, ...again.flatMap((one) => one.words.map((word) => word.confidence))),
    };
    const chosen = choose(first, second);
    isUncertain ||= chosen.isDoubtful;
    for (const [at, word] of words.entries()) changes.set(word, at === 0 ? chosen : { ...chosen, text: "" });
  }
  return rebuilt(line, changes, isUncertain);
}

interface Reading {
  readonly text: string;
  readonly confidence: number;
}

interface Choice extends Reading {
  readonly isDoubtful: boolean;
}

/** Cells that hold a number, or hardly anything. */
function isToBeReadAgain(text: string): boolean {
  return /\d/u.test(text) || text.length <= SHORT;
}

function choose(first: Reading, second: Reading): Choice {
  if (second.text === "") {
    const isDirt = first.confidence < DIRT && !/\d/u.test(first.text);
    return { ...first, text: isDirt ? "" : first.text, isDoubtful: !isDirt && first.confidence < SURE };
  }
  if (plain(first.text) === plain(second.text)) {
    const confidence = Math.max(first.confidence, second.confidence);
    // A space within a number is the engine's.
    const text = /\d \d/u.test(first.text) ? second.text : first.text;
    return { text, confidence, isDoubtful: confidence < DOUBTFUL && /\d/u.test(text) };
  }
  const [isFirst, isSecond] = [isNumber(first.text), isNumber(second.text)];
  const chosen =
    isFirst !== isSecond ? (isFirst ? first : second) : second.confidence >= first.confidence - 0.1 ? second : first;
  const isSureOfOne = chosen.confidence >= SURE && (chosen === first ? second : first).confidence < chosen.confidence;
  return { ...chosen, isDoubtful: !isSureOfOne };
}

function plain(text: string): string {
  return text.replace(/\s/gu, "");
}

function isNumber(text: string): boolean {
  return /^[-–+]?\d{1,3}(?:[. ]?\d{3})*(?:,\d+)?(?: ?(?:%|€|Euro|EUR))?$|^\d+(?:,\d+)?$|^\d{1,2}\.\d{1,2}\.\d{4}$/u.test(
    text,
  );
}

/** A table's words by cell and height. */
function cellLinesOf(line: Line): CellLine[] {
  const groups: Word[][] = [];
  for (const word of line.words) {
    const before = groups.at(-1)?.at(-1);
    const isBeside =
      before !== undefined &&
      line.text.slice(before.end, word.start) === " " &&
      word.box[1] + word.box[3] / 2 < before.box[1] + before.box[3];
    if (isBeside) groups.at(-1)?.push(word);
    else groups.push([word]);
  }
  return groups.map((words) => ({ words, box: unionBox(words.map(({ box }) => box)) ?? [0, 0, 0, 0] }));
}

/** Whole pixels. */
function around([left, top, width, height]: Box, dpi: number, scale: number): Box {
  const [across, down] = [MARGIN.across * dpi, MARGIN.down * dpi];
  const [fromX, fromY] = [Math.round(left * scale - across), Math.round(top * scale - down)];
  return [
    fromX,
    fromY,
    Math.round((left + width) * scale + across) - fromX,
    Math.round((top + height) * scale + down) - fromY,
  ];
}

function textOf({ text }: Line, { start, end }: Word): string {
  return text.slice(start, end);
}

/** The table's line with other words in some places; what parts cells and rows stays. */
function rebuilt(line: Line, changes: ReadonlyMap<Word, Choice>, isUncertain: boolean): Line {
  const words: Word[] = [];
  let text = "";
  let end = 0;
  for (const word of line.words) {
    const change = changes.get(word);
    const shown = change?.text ?? textOf(line, word);
    const between = line.text.slice(end, word.start);
    text +=
      between === " " && (shown === "" || text === "" || text.endsWith(CELL_END) || text.endsWith(ROW_END))
        ? ""
        : between;
    end = word.end;
    if (shown === "") continue;
    words.push({
      ...word,
      start: text.length,
      end: text.length + shown.length,
      confidence: change?.confidence ?? word.confidence,
      box: change === undefined ? word.box : boxOf(word, changes, line),
    });
    text += shown;
  }
  text += line.text.slice(end);
  const table = line.table === undefined ? {} : { table: { ...line.table, isUncertain } };
  return { text, box: line.box, words, ...table };
}

/** A word that stands for all of its cell's line takes its room. */
function boxOf(word: Word, changes: ReadonlyMap<Word, Choice>, line: Line): Box {
  const at = line.words.indexOf(word);
  const boxes = [word.box];
  for (let next = at + 1; next < line.words.length; next++) {
    const other = line.words[next] as Word;
    if (changes.get(other)?.text !== "" || line.text.slice((line.words[next - 1] as Word).end, other.start) !== " ")
      break;
    boxes.push(other.box);
  }
  return unionBox(boxes) ?? word.box;
}
