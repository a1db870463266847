// Deletes, doubles and swaps the lines of all fixtures, one after the other, and prints what moved an answer into
// a clause without a word. Usage: node test/tools/fuzz/fuzz-lines.ts [--far] [case…]
// --far swaps any two lines, not only neighbours (hours).
import process from "node:process";
import { loadLexicon } from "../../../src/lexicon/lexicon.ts";
import { answersIn, memosOn, movedInSilence } from "./damage-seen.ts";
import { fixtureLetters } from "./fixture-letters.ts";
import { lineCount, type Mutation, mutated } from "./mutate.ts";

const chosen = process.argv.slice(2);
const isFar = chosen.includes("--far");
const lexicon = await loadLexicon({});
let tried = 0;
let silent = 0;
for (const { name, pages } of fixtureLetters()) {
  if (chosen.some((argument) => !argument.startsWith("--")) && !chosen.includes(name.split("/")[0] ?? "")) continue;
  const answers = answersIn(memosOn(pages, lexicon));
  for (const mutation of allMutations(lineCount(pages))) {
    const moved = movedInSilence(answers, memosOn(mutated(pages, [mutation]), lexicon));
    tried += 1;
    if (moved.length > 0) silent += 1;
    if (moved.length > 0) process.stdout.write(`${name}\t${JSON.stringify(mutation)}\t${moved.join(" | ")}\n`);
  }
}
process.stderr.write(`${silent} of ${tried} moved an answer into a clause in silence\n`);

function* allMutations(count: number): Generator<Mutation> {
  for (let at = 0; at < count; at++) {
    yield { kind: "delete", at };
    yield { kind: "double", at };
    const last = isFar ? count - 1 : Math.min(at + 1, count - 1);
    for (let to = at + 1; to <= last; to++) yield { kind: "swap", at, to };
  }
}
