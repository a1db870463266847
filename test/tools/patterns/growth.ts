/** What hostile or damaged texts are made of, in runs. */
const UNITS: readonly string[] = [
  ...[" ", "\t", "\n", "\f", "\r", "\u00a0", "\0", "\u00ad", "\u0301"],
  ...["a", "ä", "A", "Ä", "ß", "aB", "0", "1", "1.", "1 ", "a ", "a-", "a\n", " \n", "\n ", "- ", "1, ", "zu 1. "],
  ...["-", "–", "_", "/", "\\", "(", ")", "[", "]", "{", "<", ">", ",", ";", ":", ".", "…", "!", "?", "*", "[*", "{a,"],
  ...[
    "'",
    '"',
    "„",
    "“",
    "”",
    "‚",
    "‘",
    "»",
    "»«",
    "„ ",
    "()",
    "(a",
    '"a',
    "%",
    "=",
    "+",
    "#",
    "@",
    "|",
    "§ ",
    "/a",
    "1/",
  ],
];

/** Searches that begin at the run, and searches that go wrong after it. */
const FRAMES: readonly ((run: string) => string)[] = [(run) => `${run}x`, (run) => `x\n${run}`];

const [SHORT, LONG] = [3000, 12_000];

/** Milliseconds within which no square can be had over the shorter run, and over the longer one. */
const QUICK_MS = { short: 1, long: 20 };

/** A run four times as long takes four times as long, or sixteen times. */
const SQUARE = 8;

const ATTEMPTS = 4;

/** The runs over which a pattern's search takes more than linear time, with the milliseconds over the longer one. */
export function* slowRuns(pattern: RegExp): Generator<string> {
  for (const unit of UNITS) for (const frame of FRAMES) yield* slowOver(pattern, unit, frame);
}

function slowOver(pattern: RegExp, unit: string, frame: (run: string) => string): string[] {
  const time = (count: number): number => searchTime(pattern, frame(unit.repeat(Math.ceil(count / unit.length))));
  if (time(SHORT) < QUICK_MS.short) return [];
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    short = Math.min(short, time(SHORT));
    long = Math.min(long, time(LONG));
    if (long < QUICK_MS.long || long < SQUARE * short) return [];
  }
  return [`${JSON.stringify(frame(unit))}: ${Math.round(long)} ms`];
}

/** All matches are looked for, as `replace` and `matchAll` do; a search that fails has tried each place. */
function searchTime(pattern: RegExp, text: string): number {
  const all = pattern.sticky || pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  all.lastIndex = 0;
  const begun = performance.now();
  for (let match = all.exec(text); match !== null; match = all.exec(text)) {
    if (match[0] === "") all.lastIndex += 1;
  }
  return performance.now() - begun;
}
