import { answerReference, type NamedPoint } from "../facts/answer-reference.ts";
import type { Marker } from "../facts/markers.ts";
import type { PieceFacts } from "../facts/piece-facts.ts";
import type { Part } from "../reading.ts";

/** A clause as its pieces. */
export interface DraftClause {
  readonly number: { readonly printed: string; readonly marker: Marker; readonly fact: PieceFacts } | null;
  readonly pieces: readonly PieceFacts[];
  readonly sureness: number;
}

/** Clauses answered together and their response, as pieces. */
export interface DraftItem {
  readonly leadIn: readonly PieceFacts[];
  readonly clauses: readonly DraftClause[];
  readonly response: readonly PieceFacts[];
  /** How sure it is that each of its parts begins and ends where it does. */
  readonly sureness: number;
}

/** Filled while the parts are gone through. */
interface OpenItem {
  leadIn: PieceFacts[];
  clauses: DraftClause[];
  response: PieceFacts[];
  sureness: number;
}

function openItem(): OpenItem {
  return { leadIn: [], clauses: [], response: [], sureness: 1 };
}

function added(items: OpenItem[]): OpenItem {
  const item = openItem();
  items.push(item);
  return item;
}

/**
 * Pairs the clauses with the responses, in printed order. Clauses with nothing between them belong together and to
 * the response below; a reference ("zu 1.:") gives the response below it to the clauses that it names.
 */
export function pairUp(parts: readonly Part[]): DraftItem[] {
  const items: OpenItem[] = [];
  const numbers = new Numbering(parts);
  let target: OpenItem | null = null;
  for (const part of parts) {
    if (part.label === "leadIn" || part.label === "clause") {
      if (target === null || target.response.length > 0 || target !== items.at(-1)) target = added(items);
      if (part.label === "clause")
        target.clauses.push({ number: numbers.of(part), pieces: part.pieces, sureness: part.sureness });
      else {
        numbers.see(part);
        target.leadIn.push(...part.pieces);
      }
    } else if (part.label === "response") {
      target ??= added(items);
      target.response.push(...part.pieces);
    } else if (part.label === "answerReference" || part.label === "label") {
      target = referred(items, part) ?? target;
      continue;
    } else continue;
    target.sureness = Math.min(target.sureness, part.sureness);
  }
  return items.map(leadAsClause);
}

/** A lead-in that leads to no clause is itself what was quoted. */
function leadAsClause(item: OpenItem): DraftItem {
  if (item.clauses.length > 0 || item.leadIn.length === 0) return item;
  const { leadIn, ...rest } = item;
  return { ...rest, leadIn: [], clauses: [{ number: null, pieces: leadIn, sureness: item.sureness }] };
}

/** The item of the clauses that a reference names, taken out of the one that holds them; null where it names none. */
function referred(items: OpenItem[], part: Part): OpenItem | null {
  const named = part.pieces.flatMap(({ piece }) => answerReference(piece.text.text)?.points ?? []);
  if (named.length === 0) return null;
  const clauses = items.flatMap((item) => item.clauses);
  const isNamed = (clause: DraftClause): boolean => named.some((point) => isMeant(point, clause, clauses));
  const at = items.findLastIndex((item) => item.clauses.some(isNamed));
  const item = items[at];
  if (item === undefined) return null;
  const own = item.clauses.filter(isNamed);
  if (own.length === item.clauses.length) return item;
  const first = item.clauses.findIndex(isNamed);
  const [before, after] = [
    item.clauses.slice(0, first),
    item.clauses.slice(first).filter((clause) => !isNamed(clause)),
  ];
  const chosen: OpenItem = {
    leadIn: before.length === 0 ? item.leadIn : [],
    clauses: own,
    response: [],
    sureness: item.sureness,
  };
  const general: OpenItem[] =
    item.response.length > 0 ? [{ ...openItem(), response: item.response, sureness: item.sureness }] : [];
  const head: OpenItem[] =
    before.length > 0 ? [{ ...openItem(), leadIn: item.leadIn, clauses: before, sureness: item.sureness }] : [];
  const rest: OpenItem[] = after.length > 0 ? [{ ...openItem(), clauses: after, sureness: item.sureness }] : [];
  items.splice(at, 1, ...general, ...head, chosen, ...rest);
  return chosen;
}

/** A reference names a clause by its number, by its letter alone, or by its place. */
function isMeant(point: NamedPoint, clause: DraftClause, all: readonly DraftClause[]): boolean {
  if (point.isCounted) return all[Number(point.number) - 1] === clause;
  const printed = clause.number?.printed;
  if (printed === undefined) return false;
  return [point.number, point.roman].some(
    (number) => number !== null && (printed === number || printed.replace(/^\d+/u, "") === number),
  );
}

/** The numbers of clauses as the record gives them: a letter under a numbered point is "2a". */
class Numbering {
  #parent = "";
  readonly #isRoman: boolean;

  constructor(parts: readonly Part[]) {
    const clauses = parts.filter(({ label }) => label === "clause");
    this.#isRoman = clauses.some((part) => countingOf(part)?.marker.kind === "roman");
  }

  /** A lead-in may bear the number of the points under it. */
  see(part: Part): void {
    const counting = countingOf(part);
    if (counting !== null && counting.marker.kind !== "letter") this.#parent = counting.marker.printed;
  }

  of(part: Part): DraftClause["number"] {
    const counting = countingOf(part);
    if (counting === null) return null;
    const { marker, fact } = counting;
    if (marker.kind === "letter") return { printed: this.#parent.replace(/\D/gu, "") + marker.printed, marker, fact };
    const letter = lettersOf(part);
    const isOne = this.#isRoman && marker.printed === "1" && marker.cost > 0;
    this.#parent = marker.printed;
    return { printed: (isOne ? "I" : marker.printed) + letter, marker, fact };
  }
}

/** The letter right after a number: "2. a) …" is 2a where it stands alone so. */
function lettersOf(part: Part): string {
  const markers = openingMarkers(part);
  const letter = markers[1];
  return markers.length === 2 && letter?.kind === "letter" && markers[0]?.suffix === "" && letter.printed !== "a"
    ? letter.printed
    : "";
}

function openingMarkers(part: Part): Marker[] {
  const [first, second] = part.pieces;
  if (first === undefined) return [];
  const isLone = first.opening.textStart >= first.length;
  return [...first.opening.markers, ...(isLone && second !== undefined ? second.opening.markers : [])].filter(
    ({ kind }) => kind !== "bullet",
  );
}

function countingOf(part: Part): { marker: Marker; fact: PieceFacts } | null {
  const [first, second] = part.pieces;
  if (first === undefined) return null;
  if (first.counting !== null) return { marker: first.counting, fact: first };
  const isLone = first.opening.textStart >= first.length;
  return isLone && second !== undefined && second.counting !== null ? { marker: second.counting, fact: second } : null;
}
