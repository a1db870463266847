// Fits the join model: src/lexicon/data/letter-weights.txt.gz and src/repair/line-break/join-weights.ts.
// usage: node test/tools/fit-line-breaks.ts FOLDER     FOLDER: of fetch-german-docs.sh
// Counts are cross-fitted: an example never sees counts of the fold of documents it comes from.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { readCounts } from "../../src/lexicon/data-files.ts";
import { letterPatterns } from "../../src/lexicon/letter-patterns.ts";
import { type Lexicon, lexiconOf } from "../../src/lexicon/lexicon.ts";
import { loadSpelling } from "../../src/lexicon/spelling.ts";
import { documentWordsIn } from "../../src/repair/document-words.ts";
import { JOIN_FEATURES, joinFeatures } from "../../src/repair/line-break/join-features.ts";
import { type GermanDoc, germanDocs } from "./german-docs.ts";
import { type Example, fitLogistic, probability } from "./logistic.ts";
import { type WrappedEnd, wrappedEnds } from "./wrapped-lines.ts";

const FOLDS = 4;
/** Examples of one document at most, so that no manual outweighs the rest. */
const MOST_OF_ONE = 3000;
/** Manual pages repeat themselves: only every so many examples is taken. */
const THINNING: Readonly<Record<string, number>> = { "manpages-de": 4, "manpages-de-dev": 6, "libreoffice-help-de": 3 };

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: fit-line-breaks.ts FOLDER");
/** Line breaks do not ask how a word is spelled. */
const NO_LETTERS = { logLikelihood: (): number => 0 };
const lexiconData = new URL("../../src/lexicon/data/", import.meta.url);

interface Case extends WrappedEnd {
  readonly fold: number;
  readonly doc: GermanDoc;
}

const docs = [...germanDocs(folder)].flatMap(chapters);
const cases = docs.flatMap((doc, index) => casesOf(doc, index % FOLDS));
say(`${docs.length} documents, ${cases.length} line ends, ${cases.filter((c) => c.isJoin).length} broken words`);

const patternIds = idsOf(cases);
const letterFold = (fold: number): Float64Array => fitLetters(cases.filter((c) => c.fold !== fold));
const letterWeights = Array.from({ length: FOLDS }, (_, fold) => letterFold(fold));
const dense = await denseExamples();
const weights = fitLogistic(dense, { features: JOIN_FEATURES.length, epochs: 8, rate: 0.05, penalty: 1e-6 });
report("letters and words", dense, weights);
writeLetters(fitLetters(cases));
writeWeights(weights);

/** The dictionary of phrases has no documents: its paragraphs go in portions. */
function chapters(doc: GermanDoc): GermanDoc[] {
  const size = 60;
  const count = Math.ceil(doc.paragraphs.length / size);
  return Array.from({ length: count }, (_, i) => ({
    ...doc,
    paragraphs: doc.paragraphs.slice(i * size, (i + 1) * size),
  }));
}

function casesOf(doc: GermanDoc, fold: number): Case[] {
  const thinning = THINNING[doc.package] ?? 1;
  const all = [...wrappedEnds(doc)].filter((_, index) => index % thinning === 0);
  return all.slice(0, MOST_OF_ONE).map((end) => ({ ...end, fold, doc }));
}

function idsOf(all: readonly Case[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const end of all) {
    for (const pattern of letterPatterns(end)) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= 8).map(([pattern]) => pattern);
  return new Map(kept.sort().map((pattern, index) => [pattern, index]));
}

function lettersExample(end: Case): Example {
  const indices = letterPatterns(end).flatMap((pattern) => patternIds.get(pattern) ?? []);
  return { indices, values: indices.map(() => 1), label: end.isJoin ? 1 : 0 };
}

function fitLetters(part: readonly Case[]): Float64Array {
  return fitLogistic(part.map(lettersExample), { features: patternIds.size, epochs: 4, rate: 0.1, penalty: 2e-5 });
}

async function denseExamples(): Promise<Example[]> {
  const spelling = await loadSpelling();
  const general = await readCounts("general-words");
  const lexica = Array.from({ length: FOLDS }, (_, fold): Lexicon => {
    const weightsOf = new Map([...patternIds].map(([pattern, id]) => [pattern, letterWeights[fold]?.[id] ?? 0]));
    const { counts, openPairs } = countsWithout(fold);
    return lexiconOf({
      spelling,
      general,
      counts,
      wordLines: () => [...counts.keys()].map((word) => `${word}\t\n`).join(""),
      openPairs,
      letterWeights: weightsOf,
      letters: NO_LETTERS,
      names: new Set(),
    });
  });
  const words = new Map<GermanDoc, ReadonlyMap<string, number>>();
  return cases.map((end) => {
    if (!words.has(end.doc)) words.set(end.doc, documentWordsIn(end.doc.paragraphs.join("\n")));
    const inDocument = withoutItself(words.get(end.doc) ?? new Map(), end);
    const values = joinFeatures(end, lexica[end.fold] as Lexicon, inDocument);
    return { indices: values.map((_, index) => index), values, label: end.isJoin ? 1 : 0 };
  });
}

/** The document's words as they would be counted with this line end broken. */
function withoutItself(words: ReadonlyMap<string, number>, end: WrappedEnd): ReadonlyMap<string, number> {
  const own = end.isJoin ? [end.left + end.right] : [end.left, end.right];
  const copy = { get: (word: string) => Math.max(0, (words.get(word) ?? 0) - (own.includes(word) ? 1 : 0)) };
  return copy as unknown as ReadonlyMap<string, number>;
}

function countsWithout(fold: number): { counts: Map<string, number>; openPairs: Map<string, number> } {
  const counts = new Map<string, number>();
  const openPairs = new Map<string, number>();
  const kept = tableKeys("open-pairs.txt.gz");
  docs.forEach((doc, index) => {
    if (index % FOLDS === fold) return;
    for (const paragraph of new Set(doc.paragraphs)) {
      for (const [word] of paragraph.matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const [, left, right] of paragraph.matchAll(/(?<![\p{L}-])(\p{L}+)(?= (\p{Ll}+)(?![\p{L}-]))/gu)) {
        const pair = `${left} ${right}`;
        if (kept.has(pair)) openPairs.set(pair, (openPairs.get(pair) ?? 0) + 1);
      }
    }
  });
  for (const [word, count] of counts) if (count < 2) counts.delete(word);
  return { counts, openPairs };
}

function tableKeys(name: string): Set<string> {
  const text = gunzipSync(readFileSync(new URL(name, lexiconData))).toString("utf8");
  return new Set(text.split("\n").map((line) => line.split("\t")[0] ?? ""));
}

function report(name: string, examples: readonly Example[], fitted: Float64Array): void {
  for (const threshold of [0.5, 0.8]) {
    const got = examples.map((example) => probability(fitted, example) >= threshold);
    const right = got.filter((join, index) => join && examples[index]?.label === 1).length;
    const joins = examples.filter((example) => example.label === 1).length;
    const precision = right / got.filter(Boolean).length;
    const recall = right / joins;
    say(`${name} at ${threshold}: P ${precision.toFixed(4)} R ${recall.toFixed(4)}`);
  }
}

function writeLetters(fitted: Float64Array): void {
  const lines = [...patternIds].map(([pattern, id]) => [pattern, (fitted[id] ?? 0).toFixed(2)] as const);
  const kept = lines.filter(([, weight]) => Math.abs(Number(weight)) >= 0.05).map(([p, w]) => `${p}\t${w}\n`);
  const bytes = gzipSync(kept.join(""), { level: 9 });
  writeFileSync(new URL("letter-weights.txt.gz", lexiconData), bytes);
  say(`letter-weights.txt.gz: ${kept.length} entries, ${bytes.length} bytes`);
}

function writeWeights(fitted: Float64Array): void {
  const lines = JOIN_FEATURES.map((name, index) => `  "${name}": ${(fitted[index] ?? 0).toFixed(3)},\n`);
  const source = `/** Weights of the join model by feature; written by test/tools/fit-line-breaks.ts, not by hand. */
export const JOIN_WEIGHTS = {
${lines.join("")}} as const;

export const JOIN_BIAS = ${(fitted.at(-1) ?? 0).toFixed(3)};
`;
  writeFileSync(new URL("../../src/repair/line-break/join-weights.ts", import.meta.url), source);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
