import type { Difference } from "./differences.ts";
import { checkGates, type GateLimits, type GateResult } from "./gates.ts";
import type { MemoScore } from "./score-memo.ts";
import { type Scores, summarise } from "./summarise.ts";

/** A memo whose truth is known, and how it was read. */
export interface ScoredMemo {
  readonly name: string;
  /** Memos of like origin: one kind of scan, one kind of file. */
  readonly group: string;
  readonly score: MemoScore;
  readonly differences: readonly Difference[];
}

/** Many memos held against their truths. */
export interface Evaluation {
  readonly memos: readonly ScoredMemo[];
  readonly total: Scores;
  /** By name; the total alone says all where there is but one. */
  readonly groups: readonly { readonly name: string; readonly scores: Scores }[];
  readonly gates: readonly GateResult[];
}

export function evaluate(memos: readonly ScoredMemo[], limits: GateLimits): Evaluation {
  const names = [...new Set(memos.map(({ group }) => group))].sort();
  const total = summarise(memos.map(({ score }) => score));
  const scoresOf = (name: string): Scores =>
    summarise(memos.filter(({ group }) => group === name).map(({ score }) => score));
  return {
    memos,
    total,
    groups: names.map((name) => ({ name, scores: scoresOf(name) })),
    gates: checkGates(limits, total),
  };
}

/** Those with anything wrong, the worst first: by their share of wrong letters and of wrong fields together. */
export function worstOf(memos: readonly ScoredMemo[], most: number): ScoredMemo[] {
  return memos
    .map((memo) => ({ memo, badness: badnessOf(memo.score) }))
    .filter(({ badness }) => badness > 0)
    .sort((a, b) => b.badness - a.badness)
    .slice(0, most)
    .map(({ memo }) => memo);
}

function badnessOf({ fields, items }: MemoScore): number {
  const letters = items?.characters ?? { errors: 0, of: 0 };
  const wrong = fields.filter(({ right }) => !right).length;
  return letters.errors / Math.max(1, letters.of) + wrong / Math.max(1, fields.length);
}
