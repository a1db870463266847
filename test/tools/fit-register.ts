// Fits how alike clauses of one order are: src/register/relation-weights.ts.
// usage: node test/tools/fit-register.ts
// The series are others than those that test/register measures with.
import { writeFileSync } from "node:fs";
import { bagOf, overlapOf, rarityAmong } from "../../src/register/likeness.ts";
import { isContradicted, RELATION_FEATURES, relationFeatures } from "../../src/register/relation.ts";
import { plain, wordsOf } from "../../src/register/words.ts";
import { FITTING_SEEDS, type SeriesLetter, seriesOf } from "../register/series.ts";
import { type Example, fitLogistic, probability } from "./logistic.ts";

const OUT = new URL("../../src/register/relation-weights.ts", import.meta.url);

const examples = FITTING_SEEDS.flatMap((seed) => pairsOf(seriesOf(seed).letters));
const weights = fitLogistic(examples, { features: RELATION_FEATURES.length, epochs: 30, rate: 0.1, penalty: 1e-6 });
report();
const numbers = Array.from(weights, (weight) => `  ${weight.toFixed(3)},\n`).join("");
writeFileSync(
  OUT,
  `/** Made by test/tools/fit-register.ts: one for each feature, then the bias. */\nexport const RELATION_WEIGHTS: readonly number[] = [\n${numbers}];\n`,
);

/** Clauses of two letters that are not the same to the word, and whether they share an order. */
function pairsOf(letters: readonly SeriesLetter[]): Example[] {
  return letters.flatMap((earlier, index) => letters.slice(index + 1).flatMap((later) => pairsBetween(earlier, later)));
}

function pairsBetween(earlier: SeriesLetter, later: SeriesLetter): Example[] {
  const [left, right] = [clausesOf(earlier), clausesOf(later)];
  const rarity = rarityAmong(left.map(({ words }) => words));
  return left.flatMap((one) =>
    right
      .filter((other) => plain(one.text) !== plain(other.text))
      .map((other) => ({ other, overlap: overlapOf(bagOf(one.words), bagOf(other.words), rarity) }))
      .filter(({ overlap }) => !isContradicted(overlap))
      .map(({ other, overlap }) => {
        const values = relationFeatures(overlap, one.number, other.number);
        const label = one.mandates.some((mandate) => other.mandates.includes(mandate)) ? 1 : 0;
        return { indices: values.map((_, at) => at), values, label } as const;
      }),
  );
}

function clausesOf({ record, mandates }: SeriesLetter) {
  return record.memo.items
    .flatMap(({ clauses }) => clauses)
    .map((clause, index) => ({ ...clause, words: wordsOf(clause.text), mandates: mandates[index] ?? [] }));
}

function report(): void {
  const lines = RELATION_FEATURES.map((name, index) => `${name}: ${weights[index]?.toFixed(2)}`);
  process.stderr.write(`${examples.length} pairs\n${lines.join("\n")}\nbias: ${weights.at(-1)?.toFixed(2)}\n`);
  for (const least of [0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99]) {
    const taken = examples.filter((example) => probability(weights, example) >= least);
    const right = taken.filter(({ label }) => label === 1).length;
    const all = examples.filter(({ label }) => label === 1).length;
    process.stderr.write(`at ${least}: ${right} of ${all} related found, ${taken.length - right} unrelated taken\n`);
  }
}
