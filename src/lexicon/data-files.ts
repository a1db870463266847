import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

const unzip = promisify(gunzip);

/** The data ships under src/lexicon/data, two folders up and down again from dist/lexicon as from src/lexicon. */
const dataFile = (name: string): URL => new URL(`../../src/lexicon/data/${name}`, import.meta.url);

/** The text of a gzipped table. */
export async function readTable(name: string): Promise<string> {
  return (await unzip(await readFile(dataFile(name)))).toString("utf8");
}

/** A gzipped table of "key\tcount" lines. */
export async function readCounts(name: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const line of (await readTable(name)).split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) counts.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  return counts;
}

/** A list with one entry a line; lines that begin with "#" tell its source and licence. */
export async function readList(name: string): Promise<string[]> {
  const text = await readFile(dataFile(name), "utf8");
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
