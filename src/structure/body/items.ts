import { append } from "../../model/long-lists.ts";
import type { NamedPoint } from "./answer-heading.ts";
import { opensMatter } from "./labels.ts";
import type { Doubt, Passage } from "./passages.ts";
import type { Piece } from "./piece.ts";
import type { Point } from "./points.ts";
import { parentOf, splitLetters, subPoint } from "./sub-points.ts";
import { toldPoints } from "./told-points.ts";

/** Points answered together and their answer, as lines. Filled while the passages are gone through. */
export interface DraftItem {
  lead: Piece[];
  points: Point[];
  answer: Piece[];
  doubts: Doubt[];
}

function draft(parts: Partial<DraftItem>): DraftItem {
  return { lead: [], points: [], answer: [], doubts: [], ...parts };
}

/** Pairs clauses with their answers, in printed order. */
export function pairUp(passages: readonly Passage[]): DraftItem[] {
  const matters = passages.flatMap((passage, index) =>
    index > 0 && passage.kind === "label" && opensMatter(passage.line) ? [index] : [],
  );
  return [0, ...matters].flatMap((from, index) => pairsOfMatter(passages.slice(from, matters[index])));
}

/** The pairs of one resolution or inquiry: with the next one, numbers begin anew. */
function pairsOfMatter(passages: readonly Passage[]): DraftItem[] {
  const items: DraftItem[] = [];
  const isHeaded = passages.some((passage) => passage.kind === "heading" && passage.heading.points.length > 0);
  let target: DraftItem | null = null;
  for (const passage of passages) {
    if (passage.kind === "quotation") target = addQuotation(items, passage);
    else if (passage.kind === "answer") {
      target = addAnswer(items, isHeaded ? itemOfTold(items, target, passage.pieces) : target, passage.pieces);
    } else if (passage.kind === "heading") {
      const headed = itemOfHeading(items, target, passage.heading.points);
      target = headed ?? addAnswer(items, target, [unknownHeading(passage)]);
    }
  }
  for (const item of items) if (item.points.length === 0) leadAsPoint(item);
  return items;
}

/** Among answers with headings, one without whose first words name a point that nothing answers yet is that point's. */
function itemOfTold(items: DraftItem[], target: DraftItem | null, [first]: readonly Piece[]): DraftItem | null {
  const named = toldPoints(first?.text.text ?? "");
  const isNamed = namedAmong(items, named);
  const owner = items.findLast(({ points }) => points.some(isNamed));
  if (owner === undefined || owner.answer.length > 0) return target;
  return itemOfHeading(items, target, named);
}

/** A heading that names no known point belongs to the answer. */
function unknownHeading({ line, heading }: Extract<Passage, { kind: "heading" }>): Piece {
  return { line, text: line.text.slice(0, heading.textStart), isEntry: true, lettered: null };
}

/** A lead-in to which no point came is itself what was quoted. */
function leadAsPoint(item: DraftItem): void {
  if (item.lead.length > 0) item.points = [{ number: null, pieces: item.lead }];
  item.lead = [];
}

/** What stands before all clauses opens an item without any. */
function addAnswer(items: DraftItem[], target: DraftItem | null, pieces: readonly Piece[]): DraftItem {
  const item = target ?? draft({});
  if (target === null) items.push(item);
  append(item.answer, pieces);
  return item;
}

/** A quotation opens a new item, unless the one before is not answered yet: then both are answered together. */
function addQuotation(items: DraftItem[], passage: Extract<Passage, { kind: "quotation" }>): DraftItem {
  const { lead, points } = passage.quoted;
  const doubts = passage.doubt === null ? [] : [passage.doubt];
  const quoted = draft({ lead: [...lead], points: asSubPoints(items, points), doubts });
  const last = items.at(-1);
  if (last === undefined || last.answer.length > 0) {
    items.push(quoted);
    return quoted;
  }
  merge(last, quoted);
  return last;
}

/** Two quotations answered together. A lead-in of the second stays before the points it leads to. */
function merge(first: DraftItem, second: DraftItem): void {
  append(first.doubts, second.doubts);
  const [point, ...others] = second.points;
  if (isContext(first, point)) {
    append(first.lead, first.points[0]?.pieces ?? []);
    first.points = [];
  }
  if (first.points.length === 0) append(first.lead, second.lead);
  else if (point === undefined) first.points.push({ number: null, pieces: second.lead });
  if (point === undefined) return;
  const isLed = first.points.length > 0 && second.lead.length > 0;
  first.points.push(isLed ? { ...point, pieces: [...second.lead, ...point.pieces] } : point);
  append(first.points, others);
}

/** Paragraphs without a number, quoted right before the first numbered question, lead to it. */
function isContext({ points }: DraftItem, next: Point | undefined): boolean {
  return points.length === 1 && points[0]?.number === null && next !== undefined && next.number !== null;
}

/**
 * Sub-points quoted on their own are clauses of their own, and make such of those before them; a point that is
 * not answered itself leads to them.
 */
function asSubPoints(items: readonly DraftItem[], points: readonly Point[]): Point[] {
  const owner = items.findLast((item) => item.points.length > 0);
  const parent = owner?.points.at(-1);
  const [first, ...others] = points;
  const renamed = first === undefined || parent === undefined ? null : subPoint(first, parentOf(parent));
  if (renamed === null || parent === undefined || owner === undefined) return [...points];
  const split = splitLetters(parent);
  if (split !== null) {
    append(owner.lead, split.lead);
    owner.points = [...owner.points.slice(0, -1), ...split.points];
  } else if (owner.answer.length === 0 && isWhole(parent)) {
    append(owner.lead, parent.pieces);
    owner.points = owner.points.slice(0, -1);
  }
  return [renamed, ...others];
}

/** A numbered point that is no sub-point: "2", not "2a". */
function isWhole({ number }: Point): boolean {
  return number !== null && !/\p{Ll}/u.test(number.text);
}

/** The item that the answer below a heading fills; null where the heading names no known point. */
function itemOfHeading(items: DraftItem[], target: DraftItem | null, named: readonly NamedPoint[]): DraftItem | null {
  if (named.length === 0) return target;
  const isNamed = namedAmong(items, named);
  const owner = items.findLastIndex((item) => item.points.some(isNamed));
  if (owner >= 0) return withOwnItem(items, owner, isNamed);
  const parent = items.findLastIndex((item) => item.points.some((point) => hasLetterOf(point, isNamed)));
  if (parent < 0) return null;
  splitNamed(items[parent] as DraftItem, isNamed);
  return withOwnItem(items, parent, isNamed);
}

type IsNamed = (point: Point) => boolean;

/** Tells the points that a heading names, by their numbers or by their places. */
function namedAmong(items: readonly DraftItem[], named: readonly NamedPoint[]): IsNamed {
  const all = items.flatMap(({ points }) => points);
  const counted = new Set(named.filter(({ isCounted }) => isCounted).map(({ number }) => all[Number(number) - 1]));
  const numbers = named.filter(({ isCounted }) => !isCounted).flatMap(({ number, roman }) => [number, roman]);
  // "Zu a)" below point 2 is 2a.
  const isMeant = (number: string): boolean =>
    numbers.includes(number) || numbers.includes(number.replace(/^\d+/u, ""));
  return (point) => counted.has(point) || (point.number !== null && isMeant(point.number.text));
}

function hasLetterOf(point: Point, isNamed: IsNamed): boolean {
  return splitLetters(point)?.points.some(isNamed) === true;
}

function splitNamed(item: DraftItem, isNamed: IsNamed): void {
  const at = item.points.findIndex((point) => hasLetterOf(point, isNamed));
  const split = splitLetters(item.points[at] as Point);
  if (split === null) return;
  const [first, ...others] = split.points;
  if (at === 0) append(item.lead, split.lead);
  const led =
    first === undefined || at === 0
      ? split.points
      : [{ ...first, pieces: [...split.lead, ...first.pieces] }, ...others];
  item.points = [...item.points.slice(0, at), ...led, ...item.points.slice(at + 1)];
}

/**
 * Takes the named points out of an item into one of their own. An answer that stands before the first
 * heading is nobody's: it goes first, in an item without clauses. A doubt is about where the last point ends.
 */
function withOwnItem(items: DraftItem[], owner: number, isNamed: IsNamed): DraftItem {
  const item = items[owner] as DraftItem;
  const own = item.points.filter(isNamed);
  const first = item.points.findIndex(isNamed);
  const before = item.points.slice(0, first);
  const after = item.points.slice(first).filter((point) => !isNamed(point));
  if (before.length + after.length === 0) return item;
  const chosen = draft({ points: own });
  const general = item.answer.length > 0 ? [draft({ answer: item.answer })] : [];
  const parts = [draft({ points: before }), chosen, draft({ points: after })].filter(({ points }) => points.length > 0);
  const last = parts.find(({ points }) => points.includes(item.points.at(-1) as Point));
  const [opening] = parts;
  if (opening !== undefined) opening.lead = item.lead;
  if (last !== undefined) last.doubts = item.doubts;
  items.splice(owner, 1, ...general, ...parts);
  return chosen;
}
