import { layoutPage } from "../../../src/layout/layout-page.ts";
import { CELL_END, type Line, type Page, ROW_END } from "../../../src/model/page.ts";
import type { Rulings } from "../../../src/model/rulings.ts";

/** A line of words at given places; a word is 5 points a character wide and 10 high. */
export type Printed = readonly [top: number, ...words: (readonly [left: number, text: string])[]];

const HEIGHT = 10;

function lineOf([top, ...words]: Printed): Line {
  let text = "";
  const placed = words.flatMap(([left, run]) => {
    let x = left;
    return run.split(" ").map((word) => {
      if (text !== "") text += " ";
      const start = text.length;
      text += word;
      const box = [x, top, word.length * 5, HEIGHT] as const;
      x += word.length * 5 + 3;
      return { start, end: text.length, box, confidence: 1 };
    });
  });
  const left = Math.min(...placed.map((word) => word.box[0]));
  const right = Math.max(...placed.map((word) => word.box[0] + word.box[2]));
  return { text, box: [left, top, right - left, HEIGHT], words: placed };
}

export function printedPage(printed: readonly Printed[], rulings?: Rulings): Page {
  const page: Page = { number: 1, source: "text-layer", size: { width: 595, height: 842 }, lines: printed.map(lineOf) };
  return layoutPage(page, rulings);
}

/** The lines of a page as laid out, tables as their rows of cells. */
export function shown({ lines }: Page): (string | string[][])[] {
  return lines.map(({ text, table }) =>
    table === undefined ? text : text.split(ROW_END).map((row) => row.split(CELL_END)),
  );
}
