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
      numbers.announce(part);
      target = referred(items, part, target) ?? target;
      continue;
    } else continue;
    target.sureness = Math.min(target.sureness, part.sureness);
  }
  return withFirstLetters(items.map(withSubPoints)).map(leadAsClause);
}

/** Lettered points under a number that are answered together with it stay in its text. */
function withSubPoints(item: OpenItem): OpenItem {
  const clauses: DraftClause[] = [];
  for (const clause of item.clauses) {
    const above = clauses.at(-1);
    const parent = above?.number?.printed;
    const isUnder =
      parent !== undefined && clause.number?.marker.kind === "letter" && clause.number.printed.startsWith(parent);
    if (above === undefined || !isUnder) clauses.push(clause);
    else
      clauses[clauses.length - 1] = {
        ...above,
        pieces: [...above.pieces, ...clause.pieces],
        sureness: Math.min(above.sureness, clause.sureness),
      };
  }
  return { ...item, clauses };
}

/** "1. a) …" is 1a where 1b follows as a clause of its own; else its letters stay in its text. */
function withFirstLetters(items: readonly OpenItem[]): OpenItem[] {
  const all = items.flatMap(({ clauses }) => clauses);
  return items.map((item) => ({
    ...item,
    clauses: item.clauses.map((clause) => {
      const next = all[all.indexOf(clause) + 1]?.number?.printed;
      const { number } = clause;
      if (number === null || next !== `${number.printed}b` || !opensWithLetter(clause.pieces)) return clause;
      return { ...clause, number: { ...number, printed: `${number.printed}a` } };
    }),
  }));
}

function opensWithLetter(pieces: readonly PieceFacts[]): boolean {
  const [, letter] = markersOf(pieces);
  return letter?.kind === "letter" && letter.printed === "a";
}

/** A lead-in that leads to no clause is itself what was quoted. */
function leadAsClause(item: OpenItem): DraftItem {
  if (item.clauses.length > 0 || item.leadIn.length === 0) return item;
  const { leadIn, ...rest } = item;
  return { ...rest, leadIn: [], clauses: [{ number: null, pieces: leadIn, sureness: item.sureness }] };
}

/** The item of the clauses that a reference names, taken out of the one that holds them; null where it names none. */
function referred(items: OpenItem[], part: Part, answered: OpenItem | null): OpenItem | null {
  const points = part.pieces.flatMap(({ piece }) => answerReference(piece.text.text)?.points ?? []);
  if (points.length === 0) return null;
  const clauses = items.flatMap((item) => item.clauses);
  const named = new Set(clauses.filter((clause) => points.some((point) => isMeant(point, clause, clauses))));
  // A number that no clause bears was misread: references follow each other as the clauses do.
  if (named.size === 0 && points.length === 1) {
    const next = clauses[clauses.findLastIndex((clause) => answered?.clauses.includes(clause)) + 1];
    if (next !== undefined && next.number !== null && answered !== null && answered.response.length > 0)
      named.add(next);
  }
  const isNamed = (clause: DraftClause): boolean => named.has(clause);
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

/**
 * The numbers of clauses as the record gives them: a letter under a numbered point is "2a"; a damaged number is the one
 * that its series asks for; a label on a line of its own ("Frage 2:") numbers the clause below it.
 */
class Numbering {
  #parent = "";
  #last = 0;
  #announced: Counting | null = null;
  readonly #series: Marker["kind"] | null;
  readonly #leftOut: ReadonlySet<Part>;

  constructor(parts: readonly Part[]) {
    this.#leftOut = underNumberLeftOut(parts);
    const kinds = parts
      .filter(({ label }) => label === "clause")
      .flatMap((part) => countingOf(part)?.marker.kind ?? []);
    this.#series = SERIES.find((kind) => kinds.filter((own) => own === kind).length * 2 > kinds.length) ?? null;
  }

  /** A lead-in may bear the number of the points under it. */
  see(part: Part): void {
    const counting = countingOf(part);
    if (counting !== null && counting.marker.kind !== "letter") this.#parent = counting.marker.printed;
  }

  announce(part: Part): void {
    const counting = countingOf(part);
    if (counting?.marker.kind === "named") this.#announced = counting;
  }

  of(part: Part): DraftClause["number"] {
    const counting = countingOf(part) ?? this.#announced;
    this.#announced = null;
    if (counting === null) return null;
    const { marker, fact } = counting;
    if (this.#leftOut.has(part)) this.#parent = String(++this.#last);
    if (marker.kind === "letter" && this.#series !== "number") {
      return { printed: this.#parent.replace(/\D/gu, "") + marker.printed, marker, fact };
    }
    const isForeign = this.#series !== null && marker.kind !== this.#series && marker.kind !== "named";
    const isDamaged = marker.cost > 0 || (isForeign && marker.kind !== "letter");
    if (marker.kind === "letter") return { printed: this.#parent.replace(/\D/gu, "") + marker.printed, marker, fact };
    const ordinal = isDamaged && marker.ordinal !== 1 ? this.#last + 1 : marker.ordinal;
    this.#last = ordinal;
    const printed = (isDamaged ? printedAs(this.#series, ordinal) : null) ?? marker.printed;
    this.#parent = printed;
    return { printed: printed + lettersOf(part), marker, fact };
  }
}

/**
 * Points "a)" between the numbers 1 and 3, below an answer: the numbers leave one possibility, the second was not
 * printed or not read.
 */
function underNumberLeftOut(parts: readonly Part[]): Set<Part> {
  const found = new Set<Part>();
  let last: number | null = null;
  let first: Part | null = null;
  let isAnswered = false;
  for (const part of parts) {
    if (part.label === "response") isAnswered = true;
    const marker = part.label === "clause" || part.label === "leadIn" ? countingOf(part)?.marker : undefined;
    if (marker?.kind === "letter" && marker.printed === "a" && isAnswered && last !== null) first = part;
    if (marker?.kind !== "number") continue;
    if (first !== null && last !== null && marker.ordinal === last + 2) found.add(first);
    [last, first, isAnswered] = [marker.ordinal, null, false];
  }
  return found;
}

/** Kinds of marks that count clauses. */
const SERIES: readonly Marker["kind"][] = ["number", "roman", "capital"];
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

function printedAs(series: Marker["kind"] | null, ordinal: number): string | null {
  if (series === "roman") return ROMAN[ordinal - 1] ?? null;
  if (series === "capital") return String.fromCharCode(64 + ordinal);
  return series === "number" ? String(ordinal) : null;
}

/** The letter right after a number: "2. a) …" is 2a where it stands alone so. */
function lettersOf(part: Part): string {
  const markers = openingMarkers(part);
  const letter = markers[1];
  return markers.length === 2 && letter?.kind === "letter" && markers[0]?.suffix === "" && letter.printed !== "a"
    ? letter.printed
    : "";
}

function openingMarkers({ pieces }: Part): Marker[] {
  return markersOf(pieces);
}

function markersOf([first, second]: readonly PieceFacts[]): Marker[] {
  if (first === undefined) return [];
  const isLone = first.opening.textStart >= first.length;
  return [...first.opening.markers, ...(isLone && second !== undefined ? second.opening.markers : [])].filter(
    ({ kind }) => kind !== "bullet",
  );
}

interface Counting {
  readonly marker: Marker;
  readonly fact: PieceFacts;
}

function countingOf(part: Part): Counting | null {
  const [first, second] = part.pieces;
  if (first === undefined) return null;
  if (first.counting !== null) return { marker: first.counting, fact: first };
  const isLone = first.opening.textStart >= first.length;
  return isLone && second !== undefined && second.counting !== null ? { marker: second.counting, fact: second } : null;
}
