import { leavesOf, mapLeaves } from "../text/leaves.ts";
import type { ItemTree, MemoTree } from "../text/memo-tree.ts";
import type { TracedText } from "../text/traced-text.ts";
import { readingConfidence } from "./leaf.ts";

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
  "numbers-broken",
  "marks-inside",
  "no-response",
  "no-clause",
  "joint",
  "long",
] as const;

/** What the probability that a whole letter is right is reckoned from, in the order of the weights. */
export const LETTER_EVIDENCE = ["bias", ...GROUPS, "items", "path"] as const;

export interface Calibration {
  /** By group a weight for each evidence of a leaf. */
  readonly groups: Readonly<Record<Group, readonly number[]>>;
  /** A weight for each evidence of a letter. */
  readonly letter: readonly number[];
  /** The least probability, 0 to 1, of a letter that is "ok". */
  readonly least: number;
}

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

/** Logits beyond this are as sure as can be. */
const SUREST = 8;

/** What speaks for and against each leaf of a memo. */
export function evidenceOf(memo: MemoTree, doubts: readonly RawDoubt[]): LeafEvidence[] {
  const items = memo.items.map((item, at) => itemEvidence(item, memo, at));
  return leavesOf(memo).map(({ pointer, leaf }) => {
    const at = /^\/memo\/items\/(\d+)\//.exec(pointer)?.[1];
    const item = at === undefined ? undefined : items[Number(at)];
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
        ...(item ?? [0, 0, 0, 0, 0, 0]),
      ],
    };
  });
}

/** Places of doubted words within a text. */
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
  return found;
}

function logit(sureness: number): number {
  const p = Math.min(1 - 1e-6, Math.max(1e-6, sureness));
  return Math.max(-SUREST, Math.min(SUREST, Math.log(p / (1 - p))));
}

/** Signs that no such text holds but as a scanner's misreading. */
function hasOddSigns(text: string): boolean {
  return /[~^|=¦¬#$*{}<>\\_©®°]|\p{Ll}\d|\d\p{Ll}{2}|\p{Ll}\p{Lu}{2}|[!?]\p{Ll}|\s[.,;](?:\s|$)/u.test(text);
}

/** What an item's form says against it: of the contract's list of forms that are not understood. */
function itemEvidence(item: ItemTree, memo: MemoTree, at: number): number[] {
  const texts = [item.response?.value ?? "", ...item.clauses.map(({ text }) => text.value)];
  return [
    areNumbersBroken(memo, at) ? 1 : 0,
    texts.some(hasMarksInside) ? 1 : 0,
    item.response === null ? 1 : 0,
    item.clauses.length === 0 ? 1 : 0,
    item.clauses.length > 1 ? 1 : 0,
    texts.some((text) => text.length > 3000) ? 1 : 0,
  ];
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

/** The memo with each leaf's confidence as a probability that it is right, and the words to look at. */
export function calibrated(
  memo: MemoTree,
  evidence: readonly LeafEvidence[],
  doubts: readonly RawDoubt[],
  calibration: Calibration,
): MemoTree {
  const byPointer = new Map(evidence.map((leaf) => [leaf.pointer, probabilityOf(leaf, calibration)]));
  return mapLeaves(memo, (pointer, leaf) => {
    const confidence = byPointer.get(pointer) ?? leaf.confidence;
    const words = leaf.value === leaf.text.text ? doubtsIn(leaf.text, doubts) : [];
    return words.length === 0
      ? { ...leaf, confidence }
      : { ...leaf, confidence, doubts: words.map((word) => ({ ...word, reason: "word-uncertain" as const })) };
  });
}

/** The least sure leaf of each group, and how many items there are: what one value's fault costs, the letter costs. */
export function letterEvidence(evidence: readonly LeafEvidence[], calibration: Calibration): number[] {
  const least = GROUPS.map((group) => {
    const sure = evidence
      .filter((leaf) => leaf.group === group && !UNSCORED.test(leaf.pointer))
      .map((leaf) => logit(probabilityOf(leaf, calibration)));
    return Math.min(SUREST_LEAF, ...sure);
  });
  const items = new Map(
    evidence.flatMap(({ pointer, values }) => {
      const item = /^\/memo\/items\/\d+/.exec(pointer)?.[0];
      return item === undefined ? [] : [[item, values[SURENESS] as number] as const];
    }),
  );
  // The sum of the logarithms of its parts' probabilities: that all of the body is where it belongs.
  const path = [...items.values()].reduce((sum, sure) => sum - Math.log1p(Math.exp(-sure)), 0);
  return [1, ...least, Math.log1p(items.size), Math.max(-6, path)];
}

const SURENESS = EVIDENCE.indexOf("sureness");

/** Nobody imports by these. */
const UNSCORED = /\/(?:role|capacity)$/;
/** A logit: where no leaf of a group is doubted, it says so much for the letter and no more. */
const SUREST_LEAF = 5;

export function letterProbability(evidence: readonly LeafEvidence[], calibration: Calibration): number {
  const values = letterEvidence(evidence, calibration);
  const sum = values.reduce((total, value, i) => total + value * (calibration.letter[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

export function probabilityOf({ group, values }: LeafEvidence, { groups }: Calibration): number {
  const weights = groups[group];
  const sum = values.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
