import { leavesOf } from "../text/leaves.ts";
import type { ItemTree, Leaf, MemoTree } from "../text/memo-tree.ts";
import type { TracedText } from "../text/traced-text.ts";
import type { PieceFacts } from "./facts/piece-facts.ts";
import { readingConfidence } from "./leaf.ts";
import type { Reading } from "./reading.ts";

/** Leaves that go wrong for like reasons, and are calibrated together. */
export const GROUPS = [
  "body",
  "number",
  "prose",
  "address",
  "name",
  "reference",
  "fileReference",
  "value",
  "fixed",
] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: readonly (readonly [RegExp, Group])[] = [
  [/^\/memo\/items\/\d+\/clauses\/\d+\/number$/, "number"],
  [/^\/memo\/items\/\d+\/fulfilment$/, "fixed"],
  [/^\/memo\/items\//, "body"],
  [/^\/memo\/(?:subject|introduction)$/, "prose"],
  [/^\/memo\/(?:office|recipient|salutation)$/, "address"],
  [/^\/memo\/signatures\/\d+\/name$/, "name"],
  [/^\/memo\/references\//, "reference"],
  [/^\/memo\/fileReference$/, "fileReference"],
  [/^\/memo\/(?:date|nextReview)$/, "value"],
];

export function groupOf(pointer: string): Group {
  return GROUP_OF.find(([pattern]) => pattern.test(pointer))?.[1] ?? "fixed";
}

/** What a leaf's confidence is reckoned from, in the order of the weights. */
export const EVIDENCE = [
  "bias",
  "sureness",
  "reading",
  "doubt",
  "doubts",
  "odd-signs",
  "scattered",
  "placed",
  // Of the item that the leaf is in.
  "numbers-broken",
  "marks-inside",
  "no-response",
  "no-clause",
  "joint",
  "long",
  "half-quoted",
  "unquoted",
  "ends-open",
  "begins-lower",
  "furniture",
] as const;

const OF_ITEM = EVIDENCE.indexOf("numbers-broken");

/** A part of the text as read that repair doubts: UTF-16 offsets, half-open. */
export interface RawDoubt {
  readonly start: number;
  readonly end: number;
}

export interface LeafEvidence {
  readonly pointer: string;
  readonly group: Group;
  readonly values: readonly number[];
}

/** What speaks for and against each leaf of a memo. */
export function evidenceOf(memo: MemoTree, reading: Reading, doubts: readonly RawDoubt[]): LeafEvidence[] {
  const shapes = shapesOf(memo, reading);
  const items = memo.items.map((item, at) => itemEvidence(item, memo, at, shapes));
  // Where lines have their place on the page, it was decided by that as well.
  const isPlaced = reading.facts.some(({ place }) => place !== null) ? 1 : 0;
  return leavesOf(memo).map(({ pointer, leaf }) => {
    const [, , field, at] = pointer.split("/");
    const item = field === "items" ? items[Number(at)] : undefined;
    const doubtful = doubtsIn(leaf.text, doubts).length;
    return {
      pointer,
      group: groupOf(pointer),
      values: [
        1,
        logit(leaf.confidence),
        Math.min(3, -Math.log(Math.max(1e-3, readingConfidence(leaf.text)))),
        Math.min(1, doubtful),
        Math.min(4, doubtful),
        hasOddSigns(leaf.text.text) ? 1 : 0,
        Math.min(3, gapsBetween(shapes.piecesOf(leaf))),
        isPlaced,
        ...(item ?? EVIDENCE.slice(OF_ITEM).map(() => 0)),
      ],
    };
  });
}

/** Places of doubted words within a text; what was doubted as a word and is part of one now, joined over a line's end, is none. */
export function doubtsIn(
  text: TracedText,
  doubts: readonly RawDoubt[],
): { readonly offset: number; readonly length: number }[] {
  const found: { offset: number; length: number }[] = [];
  let offset = 0;
  for (const segment of text.segments) {
    if (segment.kind !== "layout") {
      for (const doubt of doubts) {
        if (doubt.start >= segment.end || doubt.end <= segment.start || doubt.start < segment.start) continue;
        const at = segment.kind === "read" ? offset + doubt.start - segment.start : offset;
        found.push({ offset: at, length: Math.max(1, Math.min(doubt.end - doubt.start, text.length - at)) });
      }
    }
    offset += segment.text.length;
  }
  const isLetter = (at: number): boolean => /\p{L}/u.test(text.text.charAt(at));
  return found.filter(({ offset: at, length }) => !isLetter(at - 1) && !isLetter(at + length));
}

/** Logits beyond this are as sure as can be. */
const SUREST = 8;

/** Log-odds of a probability, bounded. */
function logit(sureness: number): number {
  const p = Math.min(1 - 1e-6, Math.max(1e-6, sureness));
  return Math.max(-SUREST, Math.min(SUREST, Math.log(p / (1 - p))));
}

/** Signs that no such text holds but as a scanner's misreading. */
function hasOddSigns(text: string): boolean {
  return /[~^|=¦¬#$*{}<>\\_©®°]|\p{Ll}\d|\d\p{Ll}{2}|\p{Ll}\p{Lu}{2}|[!?]\p{Ll}|\s[.,;](?:\s|$)/u.test(text);
}

/** Pieces of other parts among those of a leaf: two columns that came mixed. */
function gapsBetween(pieces: readonly PieceFacts[]): number {
  const [first, last] = [pieces[0]?.piece.index ?? 0, pieces.at(-1)?.piece.index ?? 0];
  return Math.max(0, last - first + 1 - pieces.length);
}

/** How the leaves lie on the page. */
interface Shapes {
  /** The pieces that a leaf is made of, in printed order. */
  readonly piecesOf: (leaf: Pick<Leaf, "text">) => readonly PieceFacts[];
  /** Some clause of the letter stands in quotation marks. */
  readonly isQuoted: boolean;
  /** By part: how sure it is what in it is page furniture; the lowest of those that a leaf is made of. */
  readonly purityOf: (leaf: Pick<Leaf, "text">) => number;
}

function shapesOf(memo: MemoTree, reading: Reading): Shapes {
  const placed = reading.parts.flatMap((part) =>
    part.pieces.flatMap((fact) => {
      const raw = fact.piece.text.rawRange();
      return raw === null ? [] : [{ fact, part, raw }];
    }),
  );
  const within = (leaf: Pick<Leaf, "text">): typeof placed => {
    const raw = leaf.text.rawRange();
    return raw === null ? [] : placed.filter((one) => one.raw.start < raw.end && raw.start < one.raw.end);
  };
  const piecesOf = (leaf: Pick<Leaf, "text">): PieceFacts[] => within(leaf).map(({ fact }) => fact);
  return {
    piecesOf,
    isQuoted: memo.items.some(({ clauses }) => clauses.some(({ text }) => piecesOf(text)[0]?.opens === true)),
    purityOf: (leaf) => Math.min(1, ...within(leaf).map(({ part }) => part.purity)),
  };
}

/** What an item's form says against it: of the contract's list of forms that are not understood, and of its looks. */
function itemEvidence(item: ItemTree, memo: MemoTree, at: number, shapes: Shapes): number[] {
  const texts = [item.response?.value ?? "", ...item.clauses.map(({ text }) => text.value)];
  const quotations = [item.leadIn, ...item.clauses.map(({ text }) => text)].filter((leaf) => leaf !== null);
  const quoted = quotations.flatMap(shapes.piecesOf);
  const response = item.response === null ? [] : shapes.piecesOf(item.response);
  const purity = Math.min(
    1,
    ...[...quotations, item.response].flatMap((leaf) => (leaf === null ? [] : [shapes.purityOf(leaf)])),
  );
  return [
    areNumbersBroken(memo, at) ? 1 : 0,
    texts.some(hasMarksInside) ? 1 : 0,
    item.response === null ? 1 : 0,
    item.clauses.length === 0 ? 1 : 0,
    item.clauses.length > 1 ? 1 : 0,
    texts.some((text) => text.length > 3000) ? 1 : 0,
    quoted.length > 0 && isHalfQuoted(quoted) ? 1 : 0,
    quoted.length > 0 && shapes.isQuoted && quoted[0]?.opens === false ? 1 : 0,
    ["letter", "comma", "hyphen"].includes(response.at(-1)?.ending ?? "stop") ? 1 : 0,
    response[0]?.beginning === "lower" ? 1 : 0,
    Math.min(4, -Math.log(Math.max(1e-3, purity))),
  ];
}

function isHalfQuoted(quoted: readonly PieceFacts[]): boolean {
  const last = quoted.at(-1) as PieceFacts;
  const closes = last.closes || (last.depthBefore > 0 && last.depthAfter === 0);
  return (quoted[0]?.opens === true) !== closes;
}

/** A quotation or a point's number begins a line inside, or a label: "Antwort:". */
export function hasMarksInside(text: string): boolean {
  return /\n(?:„?\d{1,2}[.)] ?„|„\d{1,2}[.)] )|\n(?:Antwort|Frage|Beschluss)(?: \d+)? ?:|“ „/u.test(text);
}

/** The item's first number does not go on from the last one before it, nor begin anew. */
export function areNumbersBroken(memo: MemoTree, at: number): boolean {
  const numbers = memo.items
    .slice(0, at + 1)
    .map(({ clauses }) => clauses.map(({ number }) => Number.parseInt(number?.value ?? "", 10)));
  const flat = numbers.flat().filter(Number.isFinite);
  const own = (numbers[at] ?? []).filter(Number.isFinite);
  return own.some((number, i) => {
    const before = flat[flat.length - own.length + i - 1];
    return number !== 1 && number !== before && number !== (before ?? 0) + 1;
  });
}
