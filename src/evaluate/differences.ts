import { type AlignedPair, align } from "./align.ts";
import { pointerOf } from "./checked-json.ts";
import { comparable } from "./comparable-text.ts";
import { pagesOf, pagesOfWord } from "./pages.ts";
import { isWholeRecord, type Scorable } from "./truth.ts";
import { type WordRun, wordRuns } from "./word-runs.ts";

/** A place where two records say different things. */
export interface Difference {
  /** JSON Pointer into the expected record; into the actual one for what was not expected. */
  readonly pointer: string;
  readonly kind: "changed" | "missing" | "unexpected";
  /** JSON values; undefined on the side that has nothing there. */
  readonly expected: unknown;
  readonly actual: unknown;
  /** Where both are texts: word by word. */
  readonly words: readonly WordRun[] | null;
  /** 1-based; where it stands, as far as either record tells; several where a text runs over a page end. */
  readonly pages: readonly number[];
}

/** Most telling first: what the letter says, then how it came about. */
const SECTIONS = ["memo", "status", "diagnostics", "corrections", "evidence", "source", "schemaVersion"];

/**
 * Compares what is expected with what was read. A whole record is compared to the letter in all its parts; of a truth
 * only the fields it states and does not declare unscored, and texts as scores compare them.
 */
export function differencesBetween(expected: Scorable, actual: Scorable): Difference[] {
  const comparison = new Comparison(expected, actual);
  if (!isWholeRecord(expected)) return comparison.of([{ at: ["memo"], expected: expected.memo, actual: actual.memo }]);
  const sections = SECTIONS.map((name) => ({
    at: [name],
    expected: expected[name as keyof typeof expected],
    actual: actual[name as keyof typeof actual],
  }));
  return comparison.of(sections);
}

/** Two values found at one place. */
interface Pair {
  readonly at: readonly (string | number)[];
  readonly expected: unknown;
  readonly actual: unknown;
}

class Comparison {
  readonly #expected: Scorable;
  readonly #actual: Scorable;
  readonly #whole: boolean;
  readonly #unscored: readonly string[];

  constructor(expected: Scorable, actual: Scorable) {
    this.#expected = expected;
    this.#actual = actual;
    this.#whole = isWholeRecord(expected);
    this.#unscored = isWholeRecord(expected) ? [] : expected.unscored;
  }

  of(pairs: readonly Pair[]): Difference[] {
    return pairs.flatMap((pair) => this.#compare(pair));
  }

  #compare(pair: Pair): Difference[] {
    const { at, expected, actual } = pair;
    if (this.#unscored.includes(pointerOf(at)) || this.#isSame(expected, actual)) return [];
    if (Array.isArray(expected) && Array.isArray(actual)) return this.of(alignedPairs(at, expected, actual));
    if (isObject(expected) && isObject(actual)) return this.of(this.#fieldPairs(at, expected, actual));
    return [this.#difference(pair)];
  }

  #isSame(expected: unknown, actual: unknown): boolean {
    if (this.#whole || typeof expected !== "string" || typeof actual !== "string") return expected === actual;
    return comparable(expected) === comparable(actual);
  }

  /** A truth may leave fields out; what a whole record lacks is unexpected. */
  #fieldPairs(at: Pair["at"], expected: JsonObject, actual: JsonObject): Pair[] {
    const stated = Object.keys(expected).filter((name) => expected[name] !== undefined);
    const others = this.#whole ? Object.keys(actual).filter((name) => !Object.hasOwn(expected, name)) : [];
    return [...stated, ...others].map((name) => ({
      at: [...at, name],
      expected: ownValue(expected, name),
      actual: ownValue(actual, name),
    }));
  }

  #difference({ at, expected, actual }: Pair): Difference {
    const pointer = pointerOf(at);
    const records = [this.#expected, this.#actual];
    const kind = expected === undefined ? "unexpected" : actual === undefined ? "missing" : "changed";
    const pages = pagesOf(records, pointer);
    const areTexts = typeof expected === "string" && typeof actual === "string";
    const words = areTexts
      ? wordRuns(expected, actual, !this.#whole, (place) => pagesOfWord(records, pointer, pages, place))
      : null;
    return { pointer, kind, expected, actual, words, pages };
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ownValue(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Elements that are the same on both sides hold the lists together; those between are taken in their order. */
function alignedPairs(at: Pair["at"], expected: readonly unknown[], actual: readonly unknown[]): Pair[] {
  const keys = (list: readonly unknown[]): string[] => list.map((element) => JSON.stringify(element));
  return paired(align(keys(expected), keys(actual))).map(({ left, right }) => ({
    at: [...at, left ?? right ?? 0],
    expected: left === null ? undefined : expected[left],
    actual: right === null ? undefined : actual[right],
  }));
}

/** Joins the first left-over element of the left side with the first of the right side, and so on. */
function paired(pairs: readonly AlignedPair[]): AlignedPair[] {
  const joined: AlignedPair[] = [];
  let [lefts, rights]: [number[], number[]] = [[], []];
  const flush = (): void => {
    for (let index = 0; index < Math.max(lefts.length, rights.length); index++) {
      joined.push({ left: lefts[index] ?? null, right: rights[index] ?? null });
    }
    [lefts, rights] = [[], []];
  };
  for (const pair of pairs) {
    if (pair.left === null && pair.right !== null) rights.push(pair.right);
    else if (pair.right === null && pair.left !== null) lefts.push(pair.left);
    else {
      flush();
      joined.push(pair);
    }
  }
  flush();
  return joined;
}
