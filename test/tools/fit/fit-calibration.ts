import { scoreFields } from "../../../src/evaluate/score-fields.ts";
import { scoreItems } from "../../../src/evaluate/score-items.ts";
import type { Truth } from "../../../src/evaluate/truth.ts";
import type { Memo } from "../../../src/model/record.ts";
import {
  type Calibration,
  LETTER_EVIDENCE,
  letterEvidence,
  letterProbability,
  SOURCES,
  sourceOf,
} from "../../../src/structure/calibrate.ts";
import { EVIDENCE, GROUPS, type LeafEvidence } from "../../../src/structure/evidence.ts";
import type { Understood } from "../../../src/structure/understand.ts";
import { valuesOf } from "../../../src/text/leaves.ts";
import type { Letter } from "./letters.ts";

/** A letter understood by weights that have not seen its paper, held against its truth. */
export interface Outcome {
  readonly evidence: Understood["evidence"];
  /** Of the leaves whose truth is known. */
  readonly leaves: readonly Sample[];
  /** All fields and pairs are right. */
  readonly isRight: boolean;
  /** A finding asks for a look, whatever the probabilities say. */
  readonly isFlagged: boolean;
  /** Something printed that nobody can read asks for a look: such a letter is never ok, however right the rest is. */
  readonly isUnread: boolean;
}

/** @returns null where the letter was not taken for a memo */
export function outcomeOf(letter: Letter, understood: Understood): Outcome | null {
  if (understood.memo === null) return null;
  const truth = { memo: letter.memo, unscored: letter.unscored } as unknown as Truth;
  const memo = valuesOf(understood.memo) as Memo;
  const fields = scoreFields(truth, memo);
  const items = scoreItems(truth, memo);
  const hasAllItems = items === null || (items.pairs.right === items.pairs.of && items.pairs.got === items.pairs.of);
  const isFieldRight = new Map<string, boolean>();
  for (const { pointer, right } of fields) isFieldRight.set(pointer, (isFieldRight.get(pointer) ?? true) && right);
  return {
    evidence: understood.evidence,
    leaves: understood.evidence.flatMap((evidence) => {
      const right = isLeafRight(evidence.pointer, memo, truth, isFieldRight, items?.found ?? null);
      return right === null ? [] : [{ evidence, right }];
    }),
    isRight: hasAllItems && fields.every(({ right }) => right),
    isFlagged: [...letter.findings, ...understood.diagnostics].some(
      ({ severity, code }) => severity !== "info" && code !== "field-uncertain",
    ),
    isUnread: isUnread(letter),
  };
}

/** Before anything is fitted: a leaf is as sure as it says itself, and every letter is ok. */
export const UNCALIBRATED: Calibration = {
  groups: Object.fromEntries(
    GROUPS.map((group) => [group, EVIDENCE.map((name) => (name === "sureness" ? 1 : 0))]),
  ) as unknown as Calibration["groups"],
  letter: LETTER_EVIDENCE.map(() => 0),
  least: { plain: 0, placed: 0 },
};

interface Sample {
  readonly evidence: LeafEvidence;
  readonly right: boolean;
}

const L2 = 0.5;
const ROUNDS = 400;
/** Of all letters at most this share may be called ok and be wrong. */
const MOST_WRONG = 0.0125;

/**
 * Fits, for each group of leaves, a logistic regression of being right; one of the whole letter over them; then the
 * least probability of a letter that is "ok".
 */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const samples = outcomes.flatMap(({ leaves }) => leaves);
  const groups = Object.fromEntries(
    GROUPS.map((group) => {
      const own = samples.filter(({ evidence }) => evidence.group === group);
      const prior = EVIDENCE.map((name) => (name === "sureness" ? 0.6 : name === "bias" ? 1 : 0));
      return [
        group,
        logistic(
          own.map(({ evidence, right }) => ({ values: evidence.values, right })),
          prior,
        ),
      ];
    }),
  ) as unknown as Calibration["groups"];
  const none = UNCALIBRATED.least;
  const leaves: Calibration = { groups, letter: [], least: none };
  const letter = logistic(
    outcomes.map(({ evidence, isRight }) => ({ values: letterEvidence(evidence, leaves), right: isRight })),
    LETTER_EVIDENCE.map((name) => (name === "bias" ? 2 : name === "placed" ? 0 : 1)),
  );
  const least = SOURCES.map((source) => {
    const own = outcomes.filter(({ evidence }) => sourceOf(evidence) === source);
    return [source, leastOf(own, { groups, letter, least: none })] as const;
  });
  return { groups, letter, least: Object.fromEntries(least) as Calibration["least"] };
}

/** Logistic regression drawn to a prior, by normalised gradient steps: a dozen weights, a few thousand samples. */
function logistic(
  samples: readonly { readonly values: readonly number[]; readonly right: boolean }[],
  prior: readonly number[],
): number[] {
  const weights = [...prior];
  const squares = weights.map(() => 1e-3);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, i) => L2 * (weight - (prior[i] as number)));
    for (const { values, right } of samples) {
      const sum = values.reduce((total, value, i) => total + value * (weights[i] as number), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      values.forEach((value, i) => {
        gradient[i] = (gradient[i] as number) + error * value;
      });
    }
    const rate = 0.05 * (1 - round / ROUNDS);
    gradient.forEach((g, i) => {
      squares[i] = 0.9 * (squares[i] as number) + 0.1 * g * g;
      weights[i] = (weights[i] as number) - (rate * g) / Math.sqrt(squares[i] as number);
    });
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

/** The lowest bound above which few letters are wrong. */
function leastOf(outcomes: readonly Outcome[], calibration: Calibration): number {
  const ranked = outcomes
    .filter(({ isFlagged }) => !isFlagged)
    .map(({ evidence, isRight, isUnread: isNot }) => ({
      probability: letterProbability(evidence, calibration),
      right: isRight && !isNot,
    }))
    .sort((a, b) => b.probability - a.probability);
  // One letter of few is luck.
  const most = Math.max(1, MOST_WRONG * outcomes.length);
  let wrong = 0;
  let least = 1;
  for (const { probability, right } of ranked) {
    wrong += right ? 0 : 1;
    if (wrong <= most) least = probability;
  }
  return Math.floor(least * 10_000) / 10_000;
}

function isUnread({ memo, unscored }: Letter): boolean {
  return (memo.date === null && unscored.includes("/memo/date")) || memo.signatures.some(({ name }) => name === null);
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
