// Fits the bounds of src/repair/confusion/unlikely-words.ts: at what odds a word's letters tell that it was misread.
// usage (Node >= 22.18): node test/tools/fit-spelling-odds.ts
// Of the rare words of the shipped lists a part is held out of the letter model: what none of them, whole, exceeds but
// one in SPARED, is the bound. Then one stroke of each is misread, to see how many are found.
import { LetterModel } from "../../src/lexicon/letter-model.ts";
import { type Lexicon, loadLexicon } from "../../src/lexicon/lexicon.ts";
import { LineTable } from "../../src/lexicon/line-table.ts";
import { likelierSpellings } from "../../src/repair/confusion/likelier-spelling.ts";
import { capitalised } from "../../src/repair/letters.ts";
import { letterTable, spelledWords } from "./letter-ngrams.ts";

/** Every so many words is held out. */
const HELD_OUT = 12;
const SPARED = 1000;
const RARE = 4;
const SHORTEST = 4;

const words = [...(await spelledWords())];
const isHeldOut = (index: number): boolean => index % HELD_OUT === 0;
const letters = new LetterModel(
  new LineTable(Buffer.from(letterTable(words.filter((_, index) => !isHeldOut(index)))), "\t"),
);
const shipped = await loadLexicon();
const lexicon: Lexicon = { ...shipped, spellingLikeness: (word) => letters.logLikelihood(word) };
const heldOut = words
  .filter(([word, count], index) => isHeldOut(index) && count <= RARE && word.length >= SHORTEST)
  .map(([word]) => (shipped.countOf(word) > 0 ? word : capitalised(word)));

const odds = new Map<string, number[]>();
const totals = new Map<string, number>();
for (const word of heldOut) {
  const standing = unlisted(word);
  totals.set(standing, (totals.get(standing) ?? 0) + 1);
  const best = new Map<string, number>();
  for (const spelling of likelierSpellings(word, lexicon)) {
    const kind = `${standing} > ${spelling.standing}, ${spelling.likeness}`;
    best.set(kind, Math.max(spelling.odds, best.get(kind) ?? 0));
  }
  for (const [kind, value] of best) odds.set(kind, [...(odds.get(kind) ?? []), value]);
}
for (const [kind, values] of [...odds].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const total = totals.get(kind.split(" ")[0] ?? "") ?? 0;
  const sorted = values.sort((a, b) => b - a);
  const at = (share: number): string => (sorted[Math.floor(total / share)] ?? 0).toFixed(1);
  say(`${kind}: of ${total} one in 100 above ${at(100)}, one in ${SPARED} above ${at(SPARED)}`);
}

const found = { all: 0, best: 0, above: [0, 0, 0] };
for (const word of heldOut) {
  const misread = misreadStroke(word);
  if (misread === null || unlisted(misread) !== "unknown") continue;
  found.all += 1;
  const [best] = likelierSpellings(misread, lexicon);
  if (best?.word !== word) continue;
  found.best += 1;
  [4, 6, 8].forEach((bound, index) => {
    if (best.odds >= bound) found.above[index] = (found.above[index] ?? 0) + 1;
  });
}
say(`misread strokes: ${found.all}, found ${found.best}, with odds above 4, 6, 8: ${found.above.join(", ")}`);

/** The standing of a word, as if no list had it. */
function unlisted(word: string): string {
  if (shipped.isWord(word)) return "spelled";
  return shipped.isCompound(word) ? "built" : "unknown";
}

/** The middle one of a word's strokes read for the other. */
function misreadStroke(word: string): string | null {
  const places = Array.from(word.matchAll(/(?!^)[il]/g), ({ index }) => index);
  const at = places[Math.floor(places.length / 2)];
  if (at === undefined) return null;
  return word.slice(0, at) + (word.charAt(at) === "i" ? "l" : "i") + word.slice(at + 1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
