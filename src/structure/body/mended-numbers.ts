import type { TracedLine } from "../../text/traced-lines.ts";
import { lineStart } from "../line-start.ts";
import { mayBeginPart } from "./piece.ts";

/** A point's number that OCR damaged: "1 zu prüfen", "l. dem Stadtrat", "I, „Der", "„Z. die". */
const DAMAGED = /^([„“"‘']? ?)([1-9IlZSBG|i!])([.,:;)]{0,2})(?= +[„"\p{L}(]|[„"])/u;

/** Digits that letters of the same shape stand for. */
const SHAPES: Readonly<Record<string, number>> = { I: 1, l: 1, "|": 1, i: 1, "!": 1, Z: 2, S: 5, G: 6, B: 8 };

/**
 * Gives damaged numbers of points back, where the numbers around leave no doubt: a line that begins like
 * a "1" and stands above point 2, with no point 1 before it, is point 1.
 */
export function withMendedNumbers(lines: readonly TracedLine[]): TracedLine[] {
  const numbers = lines.map((line, index) => numberOf(line, lines[index - 1]));
  return lines.map((line, index) => {
    const match = DAMAGED.exec(line.text.text);
    if (match === null || Number.isInteger(numbers[index]) || !mayBeginPart(line, lines[index - 1])) return line;
    const [whole, quote = "", sign = "", stop = ""] = match;
    const number = SHAPES[sign] ?? Number(sign);
    const previous = numbers.slice(0, index).findLast((other) => Number.isInteger(other));
    const next = numbers.slice(index + 1).find((other) => Number.isInteger(other));
    const follows = previous === undefined || previous === number - 1;
    const isClear = next === number + 1 ? previous !== number : follows && previous !== undefined && stop !== "";
    if (!isClear) return line;
    const edit = {
      rule: "token",
      start: quote.length,
      end: whole.length,
      after: `${number}.`,
      confidence: 0.9,
    } as const;
    return { ...line, text: line.text.apply([edit]) };
  });
}

function numberOf(line: TracedLine, before: TracedLine | undefined): number {
  const number = lineStart(line.text.text).number;
  return number === null || !mayBeginPart(line, before) ? Number.NaN : Number(number.value);
}
