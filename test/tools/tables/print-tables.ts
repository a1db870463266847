import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { drawPdf, measureIn } from "../print/draw-pdf.ts";
import { truthOf } from "../print/print-case.ts";
import { COPIES, scanPdf } from "../print/scan-pdf.ts";
import { setTableLetter, tableLetters } from "./table-letters.ts";

/**
 * Prints letters with tables: `node test/tools/tables/print-tables.ts DIR [--seed A] [--count 60] [--copies s2,s3]`
 * writes `<id>/memo.pdf`, `scan-s2.pdf` and `truth.json`. The same seed gives the same files.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "A" },
    count: { type: "string", default: "60" },
    copies: { type: "string", default: "" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("usage: print-tables.ts DIR [--seed A] [--count 60] [--copies s2,s3]");
for (const tableLetter of tableLetters(values.seed, Number(values.count))) {
  const { id, letter } = tableLetter;
  const pieces = setTableLetter(tableLetter, measureIn(letter.print.font));
  const pdf = await drawPdf(pieces, letter.print.font);
  await mkdir(join(folder, id), { recursive: true });
  await writeFile(join(folder, id, "memo.pdf"), pdf);
  await writeFile(join(folder, id, "truth.json"), truthOf(letter));
  for (const name of values.copies.split(",").filter((copy) => copy !== "")) {
    const copy = COPIES[name as keyof typeof COPIES];
    await writeFile(join(folder, id, `scan-${name}.pdf`), await scanPdf(pdf, `${values.seed} ${id}`, copy));
  }
}
