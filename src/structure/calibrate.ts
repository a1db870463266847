import { mapLeaves } from "../text/leaves.ts";
import type { MemoTree } from "../text/memo-tree.ts";
import { doubtsIn, EVIDENCE, GROUPS, type Group, type LeafEvidence, type RawDoubt } from "./evidence.ts";

/** What the probability that a whole letter is right is reckoned from, in the order of the weights. */
export const LETTER_EVIDENCE = ["bias", "placed", ...GROUPS] as const;

/** How a letter came: as text alone, or with its places on the page. */
export const SOURCES = ["plain", "placed"] as const;
export type Source = (typeof SOURCES)[number];

export interface Calibration {
  /** By group a weight for each evidence of a leaf. */
  readonly groups: Readonly<Record<Group, readonly number[]>>;
  /** A weight for each evidence of a letter. */
  readonly letter: readonly number[];
  /** The least probability, 0 to 1, of a letter that is "ok", by how it came. */
  readonly least: Readonly<Record<Source, number>>;
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

/**
 * By group the sum of the logarithms of its leaves' probabilities: that all of them are right. The leaves of one item are
 * right or wrong together, and count once.
 */
export function letterEvidence(evidence: readonly LeafEvidence[], calibration: Calibration): number[] {
  const least = new Map<string, { group: Group; log: number }>();
  for (const leaf of evidence) {
    if (UNSCORED.test(leaf.pointer)) continue;
    const key = /^\/memo\/items\/\d+/.exec(leaf.pointer)?.[0] ?? leaf.pointer;
    const group = key === leaf.pointer ? leaf.group : "body";
    const log = Math.max(LEAST_LOG, Math.log(probabilityOf(leaf, calibration)));
    const before = least.get(key);
    if (before === undefined || log < before.log) least.set(key, { group, log });
  }
  const sums = GROUPS.map((group) =>
    [...least.values()].reduce((sum, leaf) => sum + (leaf.group === group ? leaf.log : 0), 0),
  );
  return [1, sourceOf(evidence) === "placed" ? 1 : 0, ...sums];
}

const PLACED = EVIDENCE.indexOf("placed");

export function sourceOf([first]: readonly LeafEvidence[]): Source {
  return first?.values[PLACED] === 1 ? "placed" : "plain";
}

/** Nobody imports by these. */
const UNSCORED = /\/(?:role|capacity)$/;
/** One leaf that is surely wrong says no more than this against its letter. */
const LEAST_LOG = -4;

export function letterProbability(evidence: readonly LeafEvidence[], calibration: Calibration): number {
  const values = letterEvidence(evidence, calibration);
  const sum = values.reduce((total, value, i) => total + value * (calibration.letter[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Whether the letter as a whole is right with enough probability to be imported unread. */
export function isSure(evidence: readonly LeafEvidence[], calibration: Calibration): boolean {
  return letterProbability(evidence, calibration) >= calibration.least[sourceOf(evidence)];
}

export function probabilityOf({ group, values }: LeafEvidence, { groups }: Calibration): number {
  const weights = groups[group];
  const sum = values.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
