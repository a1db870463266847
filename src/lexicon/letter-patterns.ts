/** A possible break and what stands beside it; `previous` and `next` are words, a stop or "". */
export interface BreakContext {
  readonly left: string;
  readonly right: string;
  readonly previous: string;
  readonly next: string;
}

/**
 * What a possible break looks like, as keys of the table `letter-weights.txt.gz`: the last letters before it,
 * the first after it, and both ("^" and "$" mark a word's ends), then the words beside it.
 * For "zur drohen|den Gefahr": "en|", "^drohen|", "n|d", "en|den", "zur ^a|", "|den$ A" …
 */
export function letterPatterns({ left, right, previous, next }: BreakContext): string[] {
  const before = `^${left.toLowerCase()}`;
  const after = `${right.toLowerCase()}$`;
  const last = (length: number): string => before.slice(-length);
  const first = (length: number): string => after.slice(0, length);
  const leftCase = left.charAt(0) === left.charAt(0).toLowerCase() ? "a" : "A";
  const end = last(2);
  const short = right.length <= 4 ? after : `${first(2)}…`;
  return [
    ...[1, 2, 3, 4, 5].map((length) => `${last(length)}|`),
    ...[1, 2, 3, 4, 5].map((length) => `|${first(length)}`),
    ...PAIRS.map(([l, r]) => `${last(l)}|${first(r)}`),
    `${sketch(previous)} ^${leftCase}|`,
    `${sketch(previous)} ^${leftCase}${end}|${short}`,
    `${sketch(previous)} |${short}`,
    `${role(previous)} ^${leftCase}${end}|${short}`,
    `${role(previous)} ^${leftCase}|${short} ${kind(next)}`,
    `|${short} ${sketch(next)}`,
    `${end}|${short} ${kind(next)}`,
  ];
}

const PAIRS = [
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 1],
  [1, 3],
  [3, 2],
  [2, 3],
] as const;

/** Little words stand for themselves, others for their kind and ending. */
function sketch(word: string): string {
  return word.length <= 4 ? word.toLowerCase() || "-" : `${kind(word)}~${word.slice(-2).toLowerCase()}`;
}

/** After an article or a preposition with one stands a noun or its adjective, not a verb: "zur drohen|den Gefahr". */
function role(word: string): string {
  return isArticle(word) ? "article" : kind(word);
}

/** An article, a pronoun used as one, or a preposition with one in it. */
export function isArticle(word: string): boolean {
  return ARTICLES.has(word.toLowerCase());
}

const ARTICLES = new Set(
  (
    "der die das den dem des ein eine einen einem einer eines zur zum im am vom beim ins ans kein keine keinen keiner " +
    "diese dieser diesem diesen dieses jede jeder jedem jeden jedes seine seiner seinen seinem ihre ihrer ihren ihrem"
  ).split(" "),
);

function kind(word: string): string {
  const first = word.charAt(0);
  if (first === "" || !/\p{L}/u.test(first)) return first;
  return first === first.toLowerCase() ? "a" : "A";
}
