import { describe, expect, it } from "vitest";
import { openEngine } from "../../src/ocr/open-engine.ts";
import { readAllPages } from "../../src/pipeline/document.ts";
import { Pipeline } from "../../src/pipeline/pipeline.ts";
import { drawPdf, measureIn } from "../tools/print/draw-pdf.ts";
import { cellF1, scoreCells } from "../tools/tables/score-cells.ts";
import { setTableLetter, type TableLetter, tableLetters } from "../tools/tables/table-letters.ts";

const OPTIONS = { source: "auto", correct: true, minConfidence: 0, words: [] } as const;
const pipeline = new Pipeline(openEngine);

async function recordOf(tableLetter: TableLetter) {
  const { font } = tableLetter.letter.print;
  const pdf = await drawPdf(setTableLetter(tableLetter, measureIn(font)), font);
  const open = await pipeline.open("letter.pdf", new Uint8Array(pdf), OPTIONS);
  const [record] = await pipeline.understand(await readAllPages(open), OPTIONS);
  await open.close();
  return record;
}

describe("born-digital letters with tables, ruled, half ruled and not", () => {
  it.each(tableLetters("unit test", 12))("have their cells: $id", async (tableLetter) => {
    const truth = tableLetter.letter.memo.items.map(({ response }) => response ?? "").join("\n\n");
    const record = await recordOf(tableLetter);
    const read = record?.memo.items.map(({ response }) => response ?? "").join("\n\n") ?? "";
    const isSaid = record?.diagnostics.some(({ code }) => code === "table-uncertain") ?? false;
    expect(isSaid || cellF1(scoreCells(truth, read)) === 1).toBe(true);
    expect(cellF1(scoreCells(truth, read))).toBeGreaterThan(0.95);
  });

  it("name the place of each cell", async () => {
    const [first] = tableLetters("unit test", 1);
    const record = first === undefined ? undefined : await recordOf(first);
    const [pointer, evidence] =
      Object.entries(record?.evidence ?? {}).find(([, { cells }]) => cells !== undefined) ?? [];
    expect(pointer).toBe("/memo/items/0/response");
    const value = record?.memo.items[0]?.response ?? "";
    const read = evidence?.cells?.map(({ offset, length }) => value.slice(offset, offset + length));
    expect(read).toEqual(first?.table.rows.flat());
  });
});
