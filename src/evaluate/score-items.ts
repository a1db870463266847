import { comparable, graphemesOf, wordsOf } from "./comparable-text.ts";
import { editDistance } from "./edit-distance.ts";
import type { PartialMemo, Truth } from "./truth.ts";

/** Clauses and response of a pair may each differ by this share of the true one's letters. */
const TOLERANCE = 0.03;

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface ErrorCount {
  readonly errors: number;
  readonly of: number;
}

export interface ItemsScore {
  /** Pairs of clauses and response found, of so many true ones; the record has `got`. */
  readonly pairs: Share & { readonly got: number };
  /** By index of the record's item: whether it is a true pair. */
  readonly found: readonly boolean[];
  /** Among the pairs found. */
  readonly fulfilment: Share;
  /** Of the items' whole text, one after the other; null where the truth states no whole items. */
  readonly words: ErrorCount | null;
  readonly characters: ErrorCount | null;
}

type Item = NonNullable<PartialMemo["items"]>[number];

/** The items of a truth held against those read; null where the truth states none, or declares them unscored. */
export function scoreItems({ memo, unscored }: Truth, read: PartialMemo | null): ItemsScore | null {
  const { items } = memo;
  if (items === undefined || unscored.includes("/memo/items")) return null;
  const got = read?.items ?? [];
  const found = got.map(() => false);
  const fulfilment = { right: 0, of: 0 };
  for (const [index, item] of items.entries()) {
    const at = got.findIndex((candidate, place) => found[place] === false && isPair(item, candidate));
    if (at === -1) continue;
    found[at] = true;
    if (item.fulfilment === undefined) continue;
    fulfilment.of += 1;
    const isRight = (got[at]?.fulfilment ?? null) === item.fulfilment;
    if (isRight || unscored.includes(`/memo/items/${index}/fulfilment`)) fulfilment.right += 1;
  }
  const right = found.filter(Boolean).length;
  const body = items.every(isWhole) ? { truth: bodyOf(items), read: bodyOf(got) } : null;
  return {
    pairs: { right, of: items.length, got: got.length },
    found,
    fulfilment,
    words: body && errorsOf(wordsOf(body.truth), wordsOf(body.read)),
    characters: body && errorsOf(graphemesOf(body.truth), graphemesOf(body.read)),
  };
}

/** The same clause numbers, and clauses and response nearly to the letter; parts that the truth lacks are not asked for. */
function isPair(truth: Item, read: Item): boolean {
  if (truth.clauses !== undefined && numbersOf(truth) !== numbersOf(read)) return false;
  const leadIn = truth.leadIn === undefined ? null : read.leadIn;
  if (truth.clauses !== undefined && !isNear(quotationOf(truth), quotationOf({ ...read, leadIn }))) return false;
  return truth.response === undefined || isNear(truth.response ?? "", read.response ?? "");
}

function isNear(truth: string, read: string): boolean {
  if (comparable(truth) === comparable(read)) return true;
  const letters = graphemesOf(truth);
  return letters.length > 0 && editDistance(letters, graphemesOf(read)) / letters.length <= TOLERANCE;
}

function numbersOf({ clauses = [] }: Item): string {
  return clauses.map(({ number }) => number ?? "-").join("+");
}

function quotationOf({ leadIn, clauses = [] }: Item): string {
  return joined([leadIn, ...clauses.map(({ text }) => text)]);
}

function bodyOf(items: readonly Item[]): string {
  return joined(items.map((item) => joined([quotationOf(item), item.response])));
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join(" ");
}

function isWhole({ leadIn, clauses, response }: Item): boolean {
  return leadIn !== undefined && clauses !== undefined && response !== undefined;
}

/** Never more errors than the truth is long. */
function errorsOf(truth: readonly string[], read: readonly string[]): ErrorCount {
  return { errors: Math.min(truth.length, editDistance(truth, read)), of: truth.length };
}
