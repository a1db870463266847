// Builds src/lexicon/data/general-words.txt.gz: how common words are in German Wikipedia, and common personal names.
// usage: node test/tools/build-general-words.ts FOLDER
//   FOLDER: an unpacked npm package @zxcvbn-ts/language-de 3.0.2 (MIT), whose lists stand in order of frequency
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: build-general-words.ts FOLDER");

/** Zipf's law over 65,000 ranks: the word of rank r occurs about 86,000 / r times in a million. */
const FIRST_RANK_PER_MILLION = 86_000;
/** A name that no list ranks. */
const RARE_PER_MILLION = 1;

const perMillion = new Map<string, number>();
for (const list of ["commonWords", "firstnames", "lastnames"]) {
  for (const word of read(list)) perMillion.set(word, RARE_PER_MILLION);
}
read("wikipedia").forEach((word, index) => {
  perMillion.set(word, Math.max(RARE_PER_MILLION, Math.round(FIRST_RANK_PER_MILLION / (index + 1))));
});

const lines = [...perMillion]
  .filter(([word]) => /^\p{L}{2,}$/u.test(word))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, count]) => `${word}\t${count}\n`);
const bytes = gzipSync(lines.join(""), { level: 9 });
writeFileSync(new URL("../../src/lexicon/data/general-words.txt.gz", import.meta.url), bytes);
process.stdout.write(`general-words.txt.gz: ${lines.length} entries, ${bytes.length} bytes\n`);

function read(list: string): string[] {
  return JSON.parse(readFileSync(join(folder as string, "src", `${list}.json`), "utf8")) as string[];
}
