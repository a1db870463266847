import { unionBox } from "../../model/box.ts";
import { CELL_END, type Line, ROW_END, type Word } from "../../model/page.ts";
import type { FoundTable } from "./grid.ts";

/** A table as one line, its words cell by cell: a space between the words of one. */
export function tableLine({ rows, isUncertain }: FoundTable): Line {
  const words: Word[] = [];
  let text = "";
  for (const [at, { cells }] of rows.entries()) {
    if (at > 0) text += ROW_END;
    for (const [column, cell] of cells.entries()) {
      if (column > 0) text += CELL_END;
      for (const [index, word] of cell.entries()) {
        if (index > 0) text += " ";
        const shown = word.text.replace(SEPARATORS, " ");
        words.push({ start: text.length, end: text.length + shown.length, box: word.box, confidence: word.confidence });
        text += shown;
      }
    }
  }
  const box = unionBox(words.map((word) => word.box));
  return { text, box, words, table: { cells: rows.map(({ boxes }) => boxes), isUncertain } };
}

/** What a broken font may give for a letter. */
const SEPARATORS = new RegExp(`[${CELL_END}${ROW_END}]`, "g");
