import { scoreFields } from "../../../src/evaluate/score-fields.ts";
import { scoreItems } from "../../../src/evaluate/score-items.ts";
import type { Truth } from "../../../src/evaluate/truth.ts";
import type { Memo } from "../../../src/model/record.ts";
import {
  type Calibration,
  EVIDENCE,
  GROUPS,
  type Group,
  type LeafEvidence,
  probabilityOf,
} from "../../../src/structure/calibrate.ts";
import type { Understood } from "../../../src/structure/understand.ts";
import { valuesOf } from "../../../src/text/leaves.ts";
import type { Letter } from "./letters.ts";

/** A letter understood by weights that have not seen its paper. */
export interface Outcome {
  readonly letter: Letter;
  readonly understood: Understood;
}

/** Before anything is fitted: a leaf is as sure as it says itself, and every letter is ok. */
export const UNCALIBRATED: Calibration = {
  groups: Object.fromEntries(
    GROUPS.map((group) => [group, EVIDENCE.map((name) => (name === "sureness" ? 1 : 0))]),
  ) as unknown as Calibration["groups"],
  least: 0,
};

interface Sample {
  readonly evidence: LeafEvidence;
  readonly right: boolean;
}

const L2 = 0.5;
const ROUNDS = 400;
/** Of the letters called ok, at most this share may be wrong. */
const MOST_WRONG = 0.012;

/** Fits, for each group of leaves, a logistic regression of being right; then the least sureness of a letter that is "ok". */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const samples = outcomes.flatMap(samplesOf);
  const groups = Object.fromEntries(
    GROUPS.map((group) => [
      group,
      fitGroup(
        group,
        samples.filter(({ evidence }) => evidence.group === group),
      ),
    ]),
  ) as unknown as Calibration["groups"];
  return { groups, least: leastOf(outcomes, { groups, least: 0 }) };
}

/** Newton would do; plain gradient steps on few weights are as quick to read. */
function fitGroup(_group: Group, samples: readonly Sample[]): number[] {
  const weights: number[] = EVIDENCE.map((name) => (name === "sureness" ? 0.6 : name === "bias" ? 1 : 0));
  if (samples.length === 0) return weights;
  const prior = [...weights];
  const squares = weights.map(() => 1e-3);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, i) => L2 * (weight - (prior[i] as number)));
    for (const { evidence, right } of samples) {
      const sum = evidence.values.reduce((total, value, i) => total + value * (weights[i] as number), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      evidence.values.forEach((value, i) => {
        gradient[i] = (gradient[i] as number) + error * value;
      });
    }
    gradient.forEach((g, i) => {
      squares[i] = 0.9 * (squares[i] as number) + 0.1 * g * g;
      weights[i] = (weights[i] as number) - (0.03 * g) / Math.sqrt(squares[i] as number);
    });
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

/** The lowest bound at which letters above it are nearly never wrong. */
function leastOf(outcomes: readonly Outcome[], calibration: Calibration): number {
  const letters = outcomes
    .filter(
      ({ understood }) =>
        understood.memo !== null &&
        !understood.diagnostics.some(({ severity, code }) => severity !== "info" && code !== "field-uncertain"),
    )
    .map((outcome) => ({
      sureness: outcome.understood.evidence.reduce((product, leaf) => product * probabilityOf(leaf, calibration), 1),
      right: isRight(outcome),
    }))
    .sort((a, b) => b.sureness - a.sureness);
  let wrong = 0;
  let least = 1;
  letters.forEach(({ sureness, right }, at) => {
    if (!right) wrong += 1;
    // The wrong ones seen, and half a one not seen.
    if (wrong + 0.5 <= MOST_WRONG * (at + 1) + 0.5) least = sureness;
  });
  return Math.floor(least * 10_000) / 10_000;
}

function truthOf({ memo, unscored }: Letter): Truth {
  return { memo, unscored } as unknown as Truth;
}

function memoOf({ understood }: Outcome): Memo {
  return valuesOf(understood.memo) as Memo;
}

/** All fields and pairs right, and nothing printed that nobody can read. */
export function isRight(outcome: Outcome): boolean {
  if (outcome.understood.memo === null) return false;
  const truth = truthOf(outcome.letter);
  const memo = memoOf(outcome);
  const items = scoreItems(truth, memo);
  const isUnread =
    (outcome.letter.memo.date === null && truth.unscored.includes("/memo/date")) ||
    outcome.letter.memo.signatures.some(({ name }) => name === null);
  return (
    !isUnread &&
    scoreFields(truth, memo).every(({ right }) => right) &&
    (items === null || (items.pairs.right === items.pairs.of && items.pairs.got === items.pairs.of))
  );
}

function samplesOf(outcome: Outcome): Sample[] {
  const { understood } = outcome;
  if (understood.memo === null) return [];
  const truth = truthOf(outcome.letter);
  const memo = memoOf(outcome);
  const fields = new Map<string, boolean>();
  for (const { pointer, right } of scoreFields(truth, memo))
    fields.set(pointer, (fields.get(pointer) ?? true) && right);
  const items = scoreItems(truth, memo);
  return understood.evidence.flatMap((evidence) => {
    const right = isLeafRight(evidence.pointer, memo, truth, fields, items?.found ?? null);
    return right === null ? [] : [{ evidence, right }];
  });
}

/** Null where it is not known. */
function isLeafRight(
  pointer: string,
  memo: Memo,
  { memo: truth, unscored }: Truth,
  fields: ReadonlyMap<string, boolean>,
  found: readonly boolean[] | null,
): boolean | null {
  const item = /^\/memo\/items\/(\d+)\//.exec(pointer)?.[1];
  if (item !== undefined)
    return unscored.some((open) => open.startsWith("/memo/items")) ? null : (found?.[Number(item)] ?? null);
  const signature = /^\/memo\/signatures\/(\d+)\/name$/.exec(pointer)?.[1];
  if (signature !== undefined) {
    if (unscored.some((open) => open.startsWith("/memo/signatures"))) return null;
    const own = memo.signatures[Number(signature)];
    return truth.signatures?.some(({ name, capacity }) => name === own?.name && capacity === own?.capacity) ?? null;
  }
  return fields.get(pointer.replace(/^(\/memo\/[^/]+)\/.*$/, "$1")) ?? null;
}
