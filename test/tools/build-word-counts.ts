// Builds src/lexicon/data/word-counts.txt.gz and open-pairs.txt.gz from Debian's German documentation.
// usage: node test/tools/build-word-counts.ts FOLDER     FOLDER: of fetch-german-docs.sh
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { loadSpelling } from "../../src/lexicon/spelling.ts";
import { germanDocs } from "./german-docs.ts";

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: build-word-counts.ts FOLDER");

const data = new URL("../../src/lexicon/data/", import.meta.url);
const { words, pairs } = countAll(folder);
const spelling = await loadSpelling();
const isKnown = (word: string): boolean => (words.get(word) ?? 0) >= 3 || spelling.accepts(word);

/** Words seen once are as often slips as words. */
write("word-counts.txt.gz", words, (word, count) => count >= 2 && word.length >= 2);
/** Pairs that could also be one word ("zu kommen", "wie der"): how often they do stand apart. */
write("open-pairs.txt.gz", pairs, (pair, count) => count >= 2 && isKnown(pair.replace(" ", "")));

function countAll(root: string): { words: Map<string, number>; pairs: Map<string, number> } {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  const seen = new Set<string>();
  for (const doc of germanDocs(root)) {
    for (const paragraph of doc.paragraphs) {
      if (seen.has(paragraph)) continue;
      seen.add(paragraph);
      for (const [word] of paragraph.matchAll(/\p{L}+/gu)) increment(words, word);
      for (const [, left, right] of paragraph.matchAll(/(?<![\p{L}-])(\p{L}+)(?= (\p{Ll}+)(?![\p{L}-]))/gu)) {
        increment(pairs, `${left} ${right}`);
      }
    }
  }
  return { words, pairs };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function write(name: string, counts: Map<string, number>, isKept: (key: string, count: number) => boolean): void {
  const kept = [...counts].filter(([key, count]) => isKept(key, count)).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = kept.map(([key, count]) => `${key}\t${count}\n`).join("");
  const bytes = gzipSync(text, { level: 9 });
  writeFileSync(new URL(name, data), bytes);
  process.stdout.write(`${name}: ${kept.length} entries, ${bytes.length} bytes\n`);
}
