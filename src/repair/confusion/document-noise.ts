import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { wordsOf } from "../letters.ts";
import { perText } from "../per-text.ts";
import { logCountOf } from "./log-count.ts";

/** How often strokes were misread in a document, as far as its words show: by what was read and what printed. */
export interface DocumentNoise {
  /** Natural log of the share of printed strokes that were so misread; -Infinity where there is no such pattern. */
  logRate(read: string, printed: string): number;
  readonly isNoisy: boolean;
}

/** Fewer misread strokes are no pattern. */
const FEWEST = 3;
/** A word that no list counts is taken for a misreading where one that differs by a stroke is so much commoner. */
const CLEAR_ODDS = 4;
/** What is misread for one another. */
export const STROKES = "iIl1|!";
const SHORTEST = 5;

const noises = new WeakMap<TracedText, DocumentNoise>();

/**
 * The pattern in what was corrected until now and in what looks misread: a scan whose i is read as l once has it so
 * on every page.
 */
export function documentNoiseOf(traced: TracedText, lexicon: Lexicon): DocumentNoise {
  const known = noises.get(traced);
  if (known !== undefined) return known;
  const noise = noiseFrom(countsIn(traced, lexicon), strokeCountsOf(traced));
  noises.set(traced, noise);
  return noise;
}

function noiseFrom(counts: ReadonlyMap<string, number>, printedOften: ReadonlyMap<string, number>): DocumentNoise {
  const logRate = (read: string, printed: string): number => {
    const count = counts.get(read + printed) ?? 0;
    return count < FEWEST ? -Infinity : Math.log(count / Math.max(count, printedOften.get(printed) ?? 0));
  };
  return { logRate, isNoisy: [...counts.values()].some((count) => count >= FEWEST) };
}

function countsIn(traced: TracedText, lexicon: Lexicon): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (pair: string): void => void counts.set(pair, (counts.get(pair) ?? 0) + 1);
  for (const { from, to } of traced.changes()) {
    if (from.length !== to.length) continue;
    for (let at = 0; at < from.length; at++) {
      const [read, printed] = [from.charAt(at), to.charAt(at)];
      if (read !== printed && STROKES.includes(read) && STROKES.includes(printed)) add(read + printed);
    }
  }
  for (const word of wordsOf(traced)) {
    const pair = oddStrokeIn(word.text, lexicon);
    if (pair !== null) add(pair);
  }
  return counts;
}

/** The stroke, as read and printed, in a word that is one of no list but for its parts: "mittlerwelle". */
function oddStrokeIn(word: string, lexicon: Lexicon): string | null {
  if (word.length < SHORTEST || lexicon.countOf(word) > 0 || lexicon.perMillion(word) > 0) return null;
  for (let at = 1; at < word.length; at++) {
    const read = word.charAt(at);
    if (read !== "i" && read !== "l") continue;
    const printed = read === "i" ? "l" : "i";
    const variant = word.slice(0, at) + printed + word.slice(at + 1);
    // What is counted nowhere is not so much commoner than anything.
    if (lexicon.countOf(variant) === 0 && lexicon.perMillion(variant) === 0) continue;
    const odds = logCountOf(variant, lexicon) - logCountOf(word, lexicon);
    if (odds >= CLEAR_ODDS && lexicon.isKnown(word)) return read + printed;
  }
  return null;
}

const strokeCountsOf = perText((text): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const [stroke] of text.matchAll(/[iIl]/g)) counts.set(stroke, (counts.get(stroke) ?? 0) + 1);
  return counts;
});
