import type { Edit } from "../../model/edit.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { countOf, lineStart } from "../line-start.ts";
import { mayBeginPart } from "./piece.ts";

/** A point's number that OCR damaged: "1 zu prüfen", "l. dem Stadtrat", "I, „Der", "„Z. die". */
const DAMAGED = /^([„“"‘']? ?)([1-9IlZSBG|i!])([.,:;)]{0,2})(?= +[„"\p{L}(]|[„"])/u;

/** A number that is none any more still stands with its stop before a quotation: "S. „Die Bühne". */
const ILLEGIBLE = /^[^\s„“]{1,2}[.)](?= ?[„"])/u;

/** Digits that letters of the same shape stand for. */
const SHAPES: Readonly<Record<string, number>> = { I: 1, l: 1, "|": 1, i: 1, "!": 1, Z: 2, S: 5, G: 6, B: 8 };

/**
 * Gives damaged numbers of points back, where the numbers around leave no doubt: a line that begins like
 * a "1" and stands above point 2, with no point 1 before it, is point 1.
 */
export function withMendedNumbers(lines: readonly TracedLine[]): TracedLine[] {
  const markers = lines.map((line, index) =>
    mayBeginPart(line, lines[index - 1]) ? lineStart(line.text.text).number : null,
  );
  const isRoman = markers.some((marker) => /^[IVX]{2,}$/u.test(marker?.value ?? ""));
  const numbers = markers.map((marker) => (marker?.value === "I" && !isRoman ? null : countOf(marker)));
  const { before, after } = neighbours(numbers);
  return lines.map((line, index) => {
    if (numbers[index] !== null || !mayBeginPart(line, lines[index - 1])) return line;
    const between = { previous: numbers[before[index] ?? -1] ?? null, next: numbers[after[index] ?? -1] ?? null };
    const edit = mending(line.text.text, between);
    return edit === null ? line : { ...line, text: line.text.apply([edit]) };
  });
}

/** The numbers above and below a damaged one; null where there is none. */
interface Between {
  readonly previous: number | null;
  readonly next: number | null;
}

function mending(text: string, { previous, next }: Between): Edit | null {
  const damaged = DAMAGED.exec(text);
  if (damaged !== null) {
    const [whole, quote = "", sign = "", stop = ""] = damaged;
    const number = SHAPES[sign] ?? Number(sign);
    const isClear = next === number + 1 ? previous !== number : previous === number - 1 && stop !== "";
    if (isClear) return numberEdit(quote.length, whole.length, number, 0.9);
  }
  const illegible = lineStart(text).sub === null ? ILLEGIBLE.exec(text) : null;
  const missing = (previous ?? 0) + 1;
  const isMissing = next === null ? previous !== null : next === missing + 1;
  return illegible === null || !isMissing ? null : numberEdit(0, illegible[0].length, missing, 0.7);
}

function numberEdit(start: number, end: number, number: number, confidence: number): Edit {
  return { rule: "token", start, end, after: `${number}.`, confidence };
}

/** For each position the nearest ones before and after it that hold a number; -1 for none. */
function neighbours(numbers: readonly (number | null)[]): { before: number[]; after: number[] } {
  const before: number[] = [];
  const after: number[] = new Array(numbers.length).fill(-1);
  let last = -1;
  numbers.forEach((number, index) => {
    before.push(last);
    if (number === null) return;
    for (let open = Math.max(0, last); open < index; open++) after[open] = index;
    last = index;
  });
  return { before, after };
}
