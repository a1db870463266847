import type { TracedLine } from "../../text/traced-lines.ts";
import { answerHeading } from "./answer-heading.ts";
import type { DraftItem } from "./items.ts";
import type { Piece } from "./piece.ts";

/** Something in how a letter counts its points that shows a loss. */
export interface NumberingFault {
  /** Index of the item. */
  readonly item: number;
  readonly code: "clause-number-missing" | "clause-number-repeated" | "heading-without-clause";
  readonly message: string;
  readonly line: TracedLine | undefined;
}

/**
 * Faults in the letter's numbers. A resolution counts its points up one by one ("1.", "2.", "3."; "2a", "2b"), and a
 * second one in the same letter begins anew; a report may leave points out at its beginning and end only. "Zu 4.:" has
 * a point 4 above it.
 */
export function numberingFaults(drafts: readonly DraftItem[]): NumberingFault[] {
  return [...gapsIn(drafts), ...drafts.flatMap(({ answer }, item) => headingsIn(answer, item))];
}

function gapsIn(drafts: readonly DraftItem[]): NumberingFault[] {
  const faults: NumberingFault[] = [];
  const known = new Set<string>();
  let last: number | null = null;
  for (const [item, { points }] of drafts.entries()) {
    for (const { number, pieces } of points) {
      const value = Number(/^\d+/u.exec(number?.text ?? "")?.[0] ?? Number.NaN);
      if (number === null || Number.isNaN(value)) continue;
      const line = pieces[0]?.line;
      if (last !== null && value === 1 && last !== 1) known.clear();
      else if (known.has(number.text)) faults.push(repeated(item, number.text, line));
      else if (last !== null && value > last + 1) faults.push(missing(item, last, value, line));
      known.add(number.text);
      last = value;
    }
  }
  return faults;
}

function missing(item: number, last: number, value: number, line: TracedLine | undefined): NumberingFault {
  const message = `After number ${last} comes number ${value}; a clause between them may be lost or misread.`;
  return { item, code: "clause-number-missing", message, line };
}

function repeated(item: number, number: string, line: TracedLine | undefined): NumberingFault {
  const message = `Number ${number} stands twice; one of them may be misread, or lines doubled.`;
  return { item, code: "clause-number-repeated", message, line };
}

/** Headings that were left in an answer, as no clause bears their number. */
function headingsIn(answer: readonly Piece[], item: number): NumberingFault[] {
  return answer
    .filter(({ isEntry, text }) => isEntry && answerHeading(text.text)?.textStart === text.length)
    .map(({ line }) => ({
      item,
      code: "heading-without-clause",
      message: "This heading names a point that no clause bears the number of.",
      line,
    }));
}
