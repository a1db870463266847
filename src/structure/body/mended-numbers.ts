import type { Edit } from "../../model/edit.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { countOf, lineStart } from "../line-start.ts";
import { mayBeginPart } from "./piece.ts";

/** A point's number that OCR damaged: "1 zu prüfen", "l. dem Stadtrat", "I, „Der", "„Z. die". */
const DAMAGED = /^([„“"‘']? ?)([1-9IlZSBG|i!])([.,:;)]{0,2})(?= +[„"\p{L}(]|[„"])/u;

/** A number that is none any more still stands before its quotation: "S. „Die Bühne", "# „den Weg". */
const ILLEGIBLE = /^(?:[^\s„“]{1,2}[.)]|[^\s„“\p{L}\p{N}]{1,2})(?= ?[„"])/u;

/** Digits that letters of the same shape stand for. */
const SHAPES: Readonly<Record<string, number>> = { I: 1, l: 1, "|": 1, i: 1, "!": 1, Z: 2, S: 5, G: 6, B: 8 };

/** A line that begins like a point. */
interface Candidate {
  readonly index: number;
  /** The number it shows or resembles; null for none. */
  readonly number: number | null;
  readonly isWhole: boolean;
  /** It can stand for any number: a quotation follows, as only behind a number. */
  readonly isOpen: boolean;
  /** What to replace to mend it: offsets in the line's text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Gives damaged numbers of points back, where the numbers around leave no doubt: a line that begins like
 * a "1" and stands above point 2, with no point 1 before it, is point 1.
 */
export function withMendedNumbers(lines: readonly TracedLine[]): TracedLine[] {
  const isRoman = lines.some((line) => /^[IVX]{2,}$/u.test(lineStart(line.text.text).number?.value ?? ""));
  const candidates = lines.flatMap((line, index) => candidateAt(line, lines[index - 1], index, isRoman));
  const mended = new Map<number, Edit>();
  let run: Candidate[] = [];
  let previous = 0;
  for (const candidate of candidates) {
    if (candidate.isWhole) {
      mendRun(run, previous, candidate.number, mended);
      run = [];
      previous = candidate.number ?? 0;
    } else run.push(candidate);
  }
  mendRun(run, previous, null, mended);
  return lines.map((line, index) => {
    const edit = mended.get(index);
    return edit === undefined ? line : { ...line, text: line.text.apply([edit]) };
  });
}

function candidateAt(line: TracedLine, before: TracedLine | undefined, index: number, isRoman: boolean): Candidate[] {
  if (!mayBeginPart(line, before)) return [];
  const text = line.text.text;
  const start = lineStart(text);
  const number = start.number?.value === "I" && !isRoman ? null : countOf(start.number);
  if (number !== null) return [{ index, number, isWhole: true, isOpen: false, start: 0, end: 0 }];
  if (/^\d+[a-z]$/u.test(start.number?.value ?? "")) return [];
  const damaged = DAMAGED.exec(text);
  const illegible = start.sub === null ? ILLEGIBLE.exec(text) : null;
  if (damaged !== null) {
    const [whole, quote = "", sign = ""] = damaged;
    const likely = SHAPES[sign] ?? Number(sign);
    const place = { start: quote.length, end: whole.length };
    return [{ index, number: likely, isWhole: false, isOpen: illegible !== null, ...place }];
  }
  if (illegible === null) return [];
  return [{ index, number: null, isWhole: false, isOpen: true, start: 0, end: illegible[0].length }];
}

function mayBe(candidate: Candidate | undefined, number: number): boolean {
  return candidate !== undefined && (candidate.number === number || candidate.isOpen);
}

/**
 * Mends the damaged numbers between two whole ones: all of them where they fill the gap, else those
 * that stand right before the next or right behind the previous number.
 */
function mendRun(run: readonly Candidate[], previous: number, next: number | null, mended: Map<number, Edit>): void {
  const missing = next === null || next <= previous ? null : next - previous - 1;
  const fills = run.every((candidate, at) => mayBe(candidate, previous + 1 + at));
  const countsUp = run.length > 1 && run.every((candidate, at) => candidate.number === previous + 1 + at);
  if ((missing === run.length && fills) || (next === null && countsUp)) {
    for (const [at, candidate] of run.entries()) mended.set(candidate.index, editOf(candidate, previous + 1 + at));
    return;
  }
  const last = run.at(-1);
  if (last !== undefined && last.number !== null && last.number + 1 === next && last.number !== previous) {
    mended.set(last.index, editOf(last, last.number));
  }
  const [first] = run;
  if (first !== undefined && previous > 0 && next === null && mayBe(first, previous + 1)) {
    mended.set(first.index, editOf(first, previous + 1));
  }
}

function editOf({ number, start, end }: Candidate, value: number): Edit {
  return { rule: "token", start, end, after: `${value}.`, confidence: number === value ? 0.9 : 0.7 };
}
