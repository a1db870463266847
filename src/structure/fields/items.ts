import type { ItemTree, Leaf } from "../../text/memo-tree.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { compose, type Entry } from "../compose/compose.ts";
import { type Setting, settingOf } from "../compose/paragraphs.ts";
import type { PieceFacts } from "../facts/piece-facts.ts";
import { textLeaf } from "../leaf.ts";
import type { Part, Reading } from "../reading.ts";
import { fulfilmentOf } from "../values/fulfilment.ts";
import { type DraftClause, type DraftItem, pairUp } from "./pairing.ts";
import { partsOf } from "./texts.ts";

/** The letter's items: its body's parts, paired, each as one text. */
export function itemsOf(reading: Reading): ItemTree[] {
  const body = partsOf(reading, "leadIn", "clause", "response", "answerReference", "label");
  const setting = settingOf(body.flatMap(({ pieces }) => pieces.map(({ piece }) => piece.line)));
  return pairUp(body).map((draft) => itemOf(draft, setting));
}

function itemOf(draft: DraftItem, setting: Setting): ItemTree {
  const leadIn = compose(withoutMarks(draft.leadIn), setting);
  const response = compose(draft.response.map(entryOf), setting);
  return {
    leadIn: leadIn === null ? null : textLeaf(withoutOuterMarks(leadIn), draft.sureness),
    clauses: draft.clauses.flatMap((clause) => clauseOf(clause, setting)),
    response: response === null ? null : textLeaf(response, draft.sureness),
    fulfilment: response === null ? null : fulfilmentOf(response),
  };
}

function clauseOf(clause: DraftClause, setting: Setting): ItemTree["clauses"] {
  const text = compose(withoutMarks(clause.pieces), setting);
  if (text === null) return [];
  return [{ number: numberOf(clause), text: textLeaf(withoutOuterMarks(text), clause.sureness) }];
}

function numberOf({ number, sureness }: DraftClause): Leaf | null {
  if (number === null) return null;
  const { marker, fact, printed } = number;
  const text = fact.piece.text.slice(marker.start, marker.start + Math.max(1, marker.printed.length));
  return { value: printed, text, confidence: sureness };
}

/** Pieces of a clause without the marks at its beginning: its number, its bullet, the quotation mark before them. */
function withoutMarks(pieces: readonly PieceFacts[]): Entry[] {
  const entries: Entry[] = [];
  let isOpen = true;
  for (const fact of pieces) {
    const { textStart, markers } = fact.opening;
    if (!isOpen) {
      entries.push(entryOf(fact));
      continue;
    }
    isOpen = textStart >= fact.length;
    if (isOpen && markers.length > 0) continue;
    isOpen = false;
    // The quotation mark stays for now: it is judged together with the one that may close it.
    const quote = fact.opening.quoteAt;
    const from = quote !== null && markers.every(({ end }) => end <= quote) ? quote : textStart;
    entries.push({ line: fact.piece.line, text: fact.piece.text.slice(from), isEntry: false });
  }
  return entries;
}

/** A piece within a text; a bullet or dash that begins an entry is written "- ". */
function entryOf(fact: PieceFacts): Entry {
  const { line, text } = fact.piece;
  const [marker] = fact.opening.markers;
  const isRow = text.text.includes("\t");
  if (marker === undefined || !fact.piece.startsLine || marker.cost > 0) return { line, text, isEntry: isRow };
  if (marker.kind !== "bullet") return { line, text, isEntry: true };
  return { line, text: text.slice(fact.opening.textStart), isEntry: true, bullet: true };
}

/**
 * A quotation without its outer marks: one that opens at the beginning and is closed at the end or nowhere, and one at
 * the end that closes nothing within it. The full stop after it stays.
 */
function withoutOuterMarks(text: TracedText): TracedText {
  const opened = isOuterOpening(text.text) ? text.slice(1).trim() : text;
  const end = /[“”"]([.,;]?)$/u.exec(opened.text);
  if (end === null || !closesNothing(opened.text.slice(0, end.index))) return opened;
  const at = end.index;
  if (end[1] !== ".") return opened.slice(0, at).trim();
  return opened.apply([{ rule: "quotation-mark", start: at, end: at + 2, after: ".", confidence: 0.95 }]);
}

function isOuterOpening(text: string): boolean {
  if (!/^[„“”"»«]/u.test(text)) return false;
  let depth = 1;
  for (let at = 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "„") depth += 1;
    else if (/[“”"]/u.test(sign)) depth -= 1;
    if (depth === 0) return at >= text.length - 2;
  }
  return true;
}

function closesNothing(before: string): boolean {
  let depth = 0;
  for (const sign of before) {
    if (sign === "„") depth += 1;
    else if (/[“”]/u.test(sign)) depth = Math.max(0, depth - 1);
  }
  return depth === 0;
}

/** For findings: the parts of the body in order. */
export function bodyParts(reading: Reading): Part[] {
  return partsOf(reading, "leadIn", "clause", "response");
}
