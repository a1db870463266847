import { TracedText } from "../../text/traced-text.ts";
import type { NamedPoint } from "./answer-heading.ts";
import type { Doubt, Passage } from "./passages.ts";
import { type Piece, pieceOf } from "./piece.ts";
import type { Point } from "./points.ts";

/** Points answered together and their answer, as lines. */
export interface DraftItem {
  readonly lead: readonly Piece[];
  readonly points: readonly Point[];
  readonly answer: readonly Piece[];
  readonly doubts: readonly Doubt[];
}

const EMPTY: DraftItem = { lead: [], points: [], answer: [], doubts: [] };

/** Pairs clauses with their answers, in printed order. */
export function pairUp(passages: readonly Passage[]): DraftItem[] {
  let items: DraftItem[] = [];
  let target = -1;
  for (const passage of passages) {
    if (passage.kind === "quotation") {
      items = withQuotation(items, passage);
      target = items.length - 1;
    } else if (passage.kind === "answer") {
      if (target < 0) items = [EMPTY];
      target = Math.max(0, target);
      items = replaced(items, target, (item) => ({ ...item, answer: [...item.answer, ...passage.pieces] }));
    } else if (passage.kind === "heading") {
      const paired = withHeading(items, passage.heading.points);
      if (paired !== null) ({ items, target } = paired);
      else if (target >= 0) {
        const piece = pieceOf(passage.line, undefined);
        items = replaced(items, target, (item) => ({ ...item, answer: [...item.answer, piece] }));
      }
    }
  }
  return items;
}

function replaced(items: readonly DraftItem[], at: number, change: (item: DraftItem) => DraftItem): DraftItem[] {
  return items.map((item, index) => (index === at ? change(item) : item));
}

/** A quotation opens a new item, unless the one before is not answered yet: then both are answered together. */
function withQuotation(items: readonly DraftItem[], passage: Extract<Passage, { kind: "quotation" }>): DraftItem[] {
  const { lead, points } = passage.quoted;
  const doubts = passage.doubt === null ? [] : [passage.doubt];
  const renamed = asSubPoints(items, points);
  const last = renamed.items.at(-1);
  if (last !== undefined && last.answer.length === 0) {
    const merged = {
      lead: last.points.length === 0 ? [...last.lead, ...lead] : last.lead,
      points: [...last.points, ...renamed.points],
      answer: [],
      doubts: [...last.doubts, ...doubts],
    };
    return [...renamed.items.slice(0, -1), merged];
  }
  return [...renamed.items, { lead, points: renamed.points, answer: [], doubts }];
}

/**
 * "2. a) „…“" answered, then "b) „…“" quoted on its own: the sub-points are clauses 2a and 2b.
 */
function asSubPoints(
  items: readonly DraftItem[],
  points: readonly Point[],
): { items: DraftItem[]; points: readonly Point[] } {
  const [first] = points;
  const letter = first?.pieces[0]?.lettered ?? null;
  const owner = items.findLastIndex((item) => item.points.length > 0);
  const parent = items[owner]?.points.at(-1);
  if (first === undefined || first.number !== null || letter === null || parent?.number == null)
    return { items: [...items], points };
  const number = numberOnly(parent.number);
  const split = splitLetters(parent);
  const renamed = { ...first, number: combined(number, letter.letter), pieces: withoutLetter(first.pieces) };
  if (split === null) return { items: [...items], points: [renamed, ...points.slice(1)] };
  const changed = replaced(items, owner, (item) => ({
    ...item,
    lead: [...item.lead, ...split.lead],
    points: [...item.points.slice(0, -1), ...split.points],
  }));
  return { items: changed, points: [renamed, ...points.slice(1)] };
}

function numberOnly(number: TracedText): TracedText {
  return number.slice(0, /^\d*/u.exec(number.text)?.[0].length ?? 0);
}

function combined(number: TracedText, letter: TracedText): TracedText {
  return TracedText.concat(number.read, [number, letter]);
}

function withoutLetter(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) =>
    index === 0 && piece.lettered !== null ? { ...piece, text: piece.lettered.rest, isEntry: false } : piece,
  );
}

/** A point cut into its lettered sub-points; what stands above the first is their lead-in. Null without letters. */
export function splitLetters(point: Point): { lead: readonly Piece[]; points: readonly Point[] } | null {
  const { number, pieces } = point;
  const begins = pieces.flatMap((piece, index) => (piece.lettered === null ? [] : [index]));
  const [first] = begins;
  if (number === null || first === undefined) return null;
  const points = begins.map((from, index) => {
    const own = pieces.slice(from, begins[index + 1] ?? pieces.length);
    const letter = own[0]?.lettered?.letter;
    return { number: letter === undefined ? number : combined(number, letter), pieces: withoutLetter(own) };
  });
  return { lead: pieces.slice(0, first), points };
}

/** Gives the points a heading names an item of their own; null where it names none that is known. */
function withHeading(
  items: readonly DraftItem[],
  named: readonly NamedPoint[],
): { items: DraftItem[]; target: number } | null {
  if (named.length === 0) return items.length === 0 ? null : { items: [...items], target: items.length - 1 };
  const owner = items.findLastIndex((item) => named.some(({ number }) => indexOfPoint(item.points, number) >= 0));
  if (owner >= 0) return withOwnItem(items, owner, named);
  const parent = items.findLastIndex((item) => item.points.some((point) => hasLetterFor(point, named)));
  if (parent >= 0)
    return withHeading(
      replaced(items, parent, (item) => lettersSplit(item, named)),
      named,
    );
  return null;
}

function indexOfPoint(points: readonly Point[], number: string): number {
  return points.findIndex((point) => point.number?.text === number);
}

function hasLetterFor(point: Point, named: readonly NamedPoint[]): boolean {
  return named.some(({ number }) => splitLetters(point)?.points.some((sub) => sub.number?.text === number));
}

function lettersSplit(item: DraftItem, named: readonly NamedPoint[]): DraftItem {
  const at = item.points.findIndex((point) => hasLetterFor(point, named));
  const split = splitLetters(item.points[at] as Point);
  if (split === null) return item;
  const lead = at === 0 ? [...item.lead, ...split.lead] : item.lead;
  return { ...item, lead, points: [...item.points.slice(0, at), ...split.points, ...item.points.slice(at + 1)] };
}

/** Takes the named points out of an item into one of their own, which the answer below the heading fills. */
function withOwnItem(
  items: readonly DraftItem[],
  owner: number,
  named: readonly NamedPoint[],
): { items: DraftItem[]; target: number } {
  const item = items[owner] as DraftItem;
  const isNamed = (point: Point): boolean => named.some(({ number }) => point.number?.text === number);
  const own = item.points.filter(isNamed);
  const others = item.points.filter((point) => !isNamed(point));
  if (others.length === 0) return { items: [...items], target: owner };
  const general = item.answer.length > 0 ? [{ ...EMPTY, answer: item.answer }] : [];
  const ledBy = item.points[0] !== undefined && isNamed(item.points[0]);
  const chosen = { lead: ledBy ? item.lead : [], points: own, answer: [], doubts: item.doubts };
  const rest = { lead: ledBy ? [] : item.lead, points: others, answer: [], doubts: [] };
  const changed = [...items.slice(0, owner), ...general, chosen, rest, ...items.slice(owner + 1)];
  return { items: changed, target: owner + general.length };
}
