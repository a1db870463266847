// Builds src/lexicon/data/letter-model.txt.gz: how German words and names are spelled, from the word lists beside it.
// usage (Node >= 22.18): node test/tools/build-letter-model.ts
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { letterTable, spelledWords } from "./letter-ngrams.ts";

const table = letterTable(await spelledWords());
const bytes = gzipSync(table, { level: 9 });
writeFileSync(new URL("../../src/lexicon/data/letter-model.txt.gz", import.meta.url), bytes);
process.stdout.write(`letter-model.txt.gz: ${table.split("\n").length - 1} entries, ${bytes.length} bytes\n`);
