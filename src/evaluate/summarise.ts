import { type Reliability, reliabilityOf } from "./confidence.ts";
import type { ErrorCount, Share } from "./score-items.ts";
import type { MemoScore } from "./score-memo.ts";

/** What many memos came to. Percentages have two decimals; null where nothing was there to be scored. */
export interface Scores {
  readonly memos: number;
  /** Of these, so many had no record, which counts as all wrong. */
  readonly missing: number;
  /** Per cent of fields right. */
  readonly fieldAccuracy: number | null;
  readonly fields: Share;
  /** `wrong` counts dates given where no person can read one, too, which are not among `of`. */
  readonly dates: Share & { readonly wrong: number; readonly withheld: number };
  /** Harmonic mean of the share of true pairs found and of the record's pairs that are true, per cent. */
  readonly pairF1: number | null;
  readonly pairs: Share & { readonly got: number };
  readonly memosWithEveryPairRight: Share;
  /** Word and character error rate of all clauses and responses, per cent. */
  readonly bodyWER: number | null;
  readonly bodyCER: number | null;
  readonly words: ErrorCount;
  readonly characters: ErrorCount;
  readonly fulfilment: Share;
  readonly perField: Readonly<Record<string, Share>>;
  readonly confidence: Reliability;
}

/** Adds up: every letter, word, pair and field counts alike, whichever memo it is in. */
export function summarise(scores: readonly MemoScore[]): Scores {
  const fields = scores.flatMap((score) => score.fields);
  const items = scores.flatMap((score) => score.items ?? []);
  const pairs = {
    ...shareOf(items.map((item) => item.pairs)),
    got: sum(items.map((item) => item.pairs.got)),
  };
  const everyPair = items.map(({ pairs: { right, of, got } }) => right === of && got === of);
  const words = errorsOf(items.map((item) => item.words));
  const characters = errorsOf(items.map((item) => item.characters));
  const fieldShare = shareOfFlags(fields.map(({ right }) => right));
  return {
    memos: scores.length,
    missing: scores.filter(({ missing }) => missing).length,
    fieldAccuracy: percent(fieldShare.right, fieldShare.of),
    fields: fieldShare,
    dates: datesOf(scores),
    pairF1: f1Of(pairs),
    pairs,
    memosWithEveryPairRight: shareOfFlags(everyPair),
    bodyWER: percent(words.errors, words.of),
    bodyCER: percent(characters.errors, characters.of),
    words,
    characters,
    fulfilment: shareOf(items.map((item) => item.fulfilment)),
    perField: perFieldOf(fields),
    confidence: reliabilityOf(scores.flatMap((score) => score.observations)),
  };
}

function datesOf(scores: readonly MemoScore[]): Scores["dates"] {
  const count = (...verdicts: MemoScore["date"][]): number =>
    scores.filter(({ date }) => verdicts.includes(date)).length;
  return {
    right: count("right"),
    of: count("right", "wrong", "withheld"),
    wrong: count("wrong", "asserted"),
    withheld: count("withheld"),
  };
}

function perFieldOf(fields: MemoScore["fields"]): Record<string, Share> {
  const names = [...new Set(fields.map(({ field }) => field))];
  return Object.fromEntries(
    names.map((name) => [name, shareOfFlags(fields.filter(({ field }) => field === name).map(({ right }) => right))]),
  );
}

function f1Of({ right, of, got }: Scores["pairs"]): number | null {
  if (of === 0 && got === 0) return null;
  const precision = got === 0 ? 0 : right / got;
  const recall = of === 0 ? 0 : right / of;
  return precision + recall === 0 ? 0 : rounded((200 * precision * recall) / (precision + recall));
}

function percent(part: number, of: number): number | null {
  return of === 0 ? null : rounded((100 * part) / of);
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

function shareOf(shares: readonly Share[]): Share {
  return { right: sum(shares.map(({ right }) => right)), of: sum(shares.map(({ of }) => of)) };
}

function shareOfFlags(flags: readonly boolean[]): Share {
  return { right: flags.filter(Boolean).length, of: flags.length };
}

function errorsOf(counts: readonly (ErrorCount | null)[]): ErrorCount {
  return { errors: sum(counts.map((count) => count?.errors ?? 0)), of: sum(counts.map((count) => count?.of ?? 0)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
