import { drawPdf, measureIn } from "./draw-pdf.ts";
import type { Letter, Made, OtherPaper } from "./letter.ts";
import { scanPdf } from "./scan-pdf.ts";
import { scannerText } from "./scanner-text.ts";
import { setLetter, setOtherPaper } from "./set-letter.ts";

/**
 * Makes one file of a fixture case.
 * @param paper the case's letter.json
 * @param name the case's name, which seeds its noise
 */
export async function printCase(paper: Letter | OtherPaper, name: string, made: Made): Promise<Buffer> {
  const isLetter = "memo" in paper;
  const font = isLetter ? paper.print.font : paper.font;
  const pieces = isLetter ? setLetter(paper, measureIn(font)) : setOtherPaper(paper);
  if (made === "memo.txt") return Buffer.from(scannerText(pieces, isLetter ? (paper.scanner ?? {}) : {}, name));
  const pdf = await drawPdf(pieces, font);
  return made === "memo.pdf" ? pdf : scanPdf(pdf, name);
}

/** The text of a case's truth.json, as the score reads it. */
export function truthOf({ memo, unscored }: Letter): string {
  return `${JSON.stringify({ memo, unscored: unscored ?? [] }, null, 2)}\n`;
}
