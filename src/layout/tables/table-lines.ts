import { unionBox } from "../../model/box.ts";
import type { Line, Word } from "../../model/page.ts";
import type { FoundRow, FoundTable } from "./grid.ts";

/** A table's rows as lines: a tab between each two cells, a space between the words of one. */
export function tableLines({ rows, isUncertain }: FoundTable): Line[] {
  return rows.map((row, at) => lineOfRow(row, at === 0, isUncertain));
}

function lineOfRow({ cells, boxes }: FoundRow, isFirst: boolean, isUncertain: boolean): Line {
  const words: Word[] = [];
  let text = "";
  for (const [column, cell] of cells.entries()) {
    if (column > 0) text += "\t";
    for (const [at, word] of cell.entries()) {
      if (at > 0) text += " ";
      words.push({ start: text.length, end: text.length + word.text.length, box: word.box, confidence: word.confidence });
      text += word.text;
    }
  }
  return { text, box: unionBox(words.map(({ box }) => box)), words, row: { cells: boxes, isFirst, isUncertain } };
}
