import type { TracedLine } from "../../text/traced-lines.ts";
import { plainTextOf } from "../join-lines.ts";
import { answerHeading } from "./answer-heading.ts";
import type { DraftItem } from "./items.ts";
import type { Piece } from "./piece.ts";
import { isLeadIn } from "./voice.ts";

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
  return [
    ...lateBeginning(drafts),
    ...gapsIn(drafts),
    ...drafts.flatMap(({ answer }, item) => headingsIn(answer, item)),
  ];
}

/** A lead-in that is none, before a letter's first number, a late one: the points between may be in it, or lost. */
function lateBeginning(drafts: readonly DraftItem[]): NumberingFault[] {
  const item = drafts.findIndex(({ points }) => points.some(({ number }) => number !== null));
  const { lead = [], points: [first] = [] } = drafts[item] ?? {};
  const isLed = lead.length === 0 || isLeadIn(plainTextOf(lead));
  const isLate = Number(first?.number?.text ?? 1) > 1;
  const message = `Text stands before number ${first?.number?.text}; a clause in it may have lost its number.`;
  return isLed || !isLate ? [] : [{ item, code: "clause-number-missing", message, line: lead[0]?.line }];
}

function gapsIn(drafts: readonly DraftItem[]): NumberingFault[] {
  const faults: NumberingFault[] = [];
  const known = new Map<string, Place>();
  let last: number | null = null;
  let bare: Place[] = [];
  for (const { number, ...place } of drafts.flatMap(placedPoints)) {
    const value = Number(/^\d+/u.exec(number ?? "")?.[0] ?? Number.NaN);
    if (number === null || Number.isNaN(value)) {
      bare.push(place);
      continue;
    }
    if (last !== null && value === 1 && last !== 1) known.clear();
    else faults.push(...repeated(known.get(number), place, number));
    if (last !== null && value > last + 1) faults.push(...missing(bare, place, last, value));
    known.set(number, place);
    [last, bare] = [value, []];
  }
  return faults;
}

/** Where a point stands. */
type Place = Pick<NumberingFault, "item" | "line">;

function placedPoints({ points }: DraftItem, item: number): (Place & { readonly number: string | null })[] {
  return points.map(({ number, pieces }) => ({ item, line: pieces[0]?.line, number: number?.text ?? null }));
}

/** The clauses between two numbers that bear none lost theirs; where they are too few, some may be lost themselves. */
function missing(bare: readonly Place[], place: Place, last: number, value: number): NumberingFault[] {
  const code = "clause-number-missing";
  if (bare.length === value - last - 1) {
    const message = `This clause bears no number and stands between ${last} and ${value}; its own may be lost.`;
    return bare.map((one) => ({ ...one, code, message }));
  }
  const message = `After number ${last} comes number ${value}; a clause between them may be lost or misread.`;
  return [{ ...place, code, message }];
}

/** Either of the two may be the wrong one: both items are to be looked at. */
function repeated(before: Place | undefined, place: Place, number: string): NumberingFault[] {
  if (before === undefined) return [];
  const message = `Number ${number} stands twice; one of them may be misread, or lines doubled.`;
  const places = before.item === place.item ? [place] : [before, place];
  return places.map((one) => ({ ...one, code: "clause-number-repeated", message }));
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
