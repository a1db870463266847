import type { Box } from "./box.ts";

/** How the text of a page was obtained. */
type PageSource = "ocr" | "text-layer" | "plain-text";

/** A word as read. `start` and `end` are UTF-16 offsets into the line's text, half-open. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly box: Box;
  /** 0 to 1, as the engine gave it; 1 for a born-digital text layer. */
  readonly confidence: number;
}

/**
 * A line as read, frozen once read.
 * `text` holds no line break; an empty text is a blank line of a plain-text source.
 * `box` is null and `words` is empty where there is no geometry (plain text).
 */
export interface Line {
  readonly text: string;
  readonly box: Box | null;
  readonly words: readonly Word[];
  /** Present where the line is a whole table: its text has its cells parted by `CELL_END`, its rows by `ROW_END`. */
  readonly table?: TableGrid;
}

/** Parts the cells of a row in the line that is a table: a code that is no character, for a program's own use. */
export const CELL_END = "\ufdd0";

/** Parts its rows (ASCII's record separator). */
export const ROW_END = "\ufdd1";

/** A table, or what of it stands on one page. A cell's lines are joined by a space. */
export interface TableGrid {
  /** Where its cells are, row by row and from the left; also those that hold nothing. */
  readonly cells: readonly (readonly Box[])[];
  /** Which words belong to which cell cannot be told for certain. */
  readonly isUncertain: boolean;
  /** It goes on with the table that ends the page before. */
  readonly goesOn?: true;
}

/** The line with each of its boxes put elsewhere. */
export function withBoxes(line: Line, place: (box: Box) => Box): Line {
  return {
    text: line.text,
    box: line.box === null ? null : place(line.box),
    words: line.words.map((word) => ({ ...word, box: place(word.box) })),
    ...(line.table === undefined
      ? {}
      : { table: { ...line.table, cells: line.table.cells.map((row) => row.map(place)) } }),
  };
}

/**
 * How a scan lay askew. Boxes are given as if it had lain straight, for margins and columns are upright there;
 * `displayedBox` gives them as the page is displayed.
 */
interface PageTurn {
  /** Clockwise: the straight page turned by so much about its middle is the page as displayed. */
  readonly degrees: number;
  /** In points; the sides change places where a page was turned by a quarter. */
  readonly displayed: { readonly width: number; readonly height: number };
}

/** A page as read, its lines in reading order. Sizes in points; null for plain text. */
export interface Page {
  /** 1-based number in the file. */
  readonly number: number;
  readonly source: PageSource;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly lines: readonly Line[];
  /** Absent where the page lay straight. */
  readonly turn?: PageTurn;
  /** Where its left edge is on a sheet of two pages, in points; absent where the page is the sheet. */
  readonly sheetLeft?: number;
}

/** A box of the page on the sheet as it is displayed: the smallest upright one around the turned box. */
export function displayedBox(page: Page, box: Box): Box {
  const [left, ...others] = boxTurned(page, box);
  return [left + (page.sheetLeft ?? 0), ...others];
}

function boxTurned(page: Page, box: Box): Box {
  if (page.turn === undefined || page.size === null) return box;
  const { degrees, displayed } = page.turn;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const middleX = box[0] + box[2] / 2 - page.size.width / 2;
  const middleY = box[1] + box[3] / 2 - page.size.height / 2;
  const width = Math.abs(box[2] * cos) + Math.abs(box[3] * sin);
  const height = Math.abs(box[2] * sin) + Math.abs(box[3] * cos);
  return [
    middleX * cos - middleY * sin + displayed.width / 2 - width / 2,
    middleX * sin + middleY * cos + displayed.height / 2 - height / 2,
    width,
    height,
  ];
}
