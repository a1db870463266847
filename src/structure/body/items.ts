import type { NamedPoint } from "./answer-heading.ts";
import type { Doubt, Passage } from "./passages.ts";
import type { Piece } from "./piece.ts";
import type { Point } from "./points.ts";
import { parentOf, splitLetters, subPoint } from "./sub-points.ts";

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
      ({ items, target } = answered(items, target, passage.pieces));
    } else if (passage.kind === "heading") {
      const paired = withHeading(items, passage.heading.points);
      if (paired !== null) ({ items, target } = paired);
      else {
        const piece: Piece = { line: passage.line, text: passage.line.text, isEntry: true, lettered: null };
        ({ items, target } = answered(items, target, [piece]));
      }
    }
  }
  return items.map(withoutBareLead);
}

/** A lead-in to which no point came is itself what was quoted. */
function withoutBareLead(item: DraftItem): DraftItem {
  if (item.points.length > 0 || item.lead.length === 0) return item;
  return { ...item, lead: [], points: [{ number: null, pieces: item.lead }] };
}

/** Adds to the answer of the item in turn; what stands before all clauses opens an item without any. */
function answered(items: readonly DraftItem[], target: number, pieces: readonly Piece[]): Turn {
  const all = target < 0 ? [EMPTY] : items;
  const at = Math.max(0, target);
  return { items: replaced(all, at, (item) => ({ ...item, answer: [...item.answer, ...pieces] })), target: at };
}

/** The items so far, and which of them the next answer belongs to. */
interface Turn {
  readonly items: DraftItem[];
  readonly target: number;
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
    return [...renamed.items.slice(0, -1), merged(last, { lead, points: renamed.points, answer: [], doubts })];
  }
  return [...renamed.items, { lead, points: renamed.points, answer: [], doubts }];
}

/** Two quotations answered together. A lead-in of the second stays before the points it leads to. */
function merged(first: DraftItem, second: DraftItem): DraftItem {
  const doubts = [...first.doubts, ...second.doubts];
  if (first.points.length === 0) return { ...second, lead: [...first.lead, ...second.lead], doubts };
  const [point, ...others] = second.points;
  const led =
    point === undefined
      ? [{ number: null, pieces: second.lead }]
      : [{ ...point, pieces: [...second.lead, ...point.pieces] }, ...others];
  return { ...first, points: [...first.points, ...led], doubts };
}

/** Sub-points quoted on their own are clauses of their own, and make such of those before them. */
function asSubPoints(
  items: readonly DraftItem[],
  points: readonly Point[],
): { items: DraftItem[]; points: readonly Point[] } {
  const owner = items.findLastIndex((item) => item.points.length > 0);
  const parent = items[owner]?.points.at(-1);
  const [first, ...others] = points;
  const renamed = first === undefined || parent === undefined ? null : subPoint(first, parentOf(parent));
  if (renamed === null || parent === undefined) return { items: [...items], points };
  const split = splitLetters(parent);
  const changed = split === null ? [...items] : replaced(items, owner, (item) => withLast(item, split));
  return { items: changed, points: [renamed, ...others] };
}

function withLast(item: DraftItem, split: { lead: readonly Piece[]; points: readonly Point[] }): DraftItem {
  return { ...item, lead: [...item.lead, ...split.lead], points: [...item.points.slice(0, -1), ...split.points] };
}

/** Gives the points a heading names an item of their own; null where it names none that is known. */
function withHeading(items: readonly DraftItem[], named: readonly NamedPoint[]): Turn | null {
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
function withOwnItem(items: readonly DraftItem[], owner: number, named: readonly NamedPoint[]): Turn {
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
