import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { LineTable, slotsFor } from "./line-table.ts";

const unzip = promisify(gunzip);

/** The tables, each of "key\tvalue" lines. */
export const TABLES = ["word-counts", "general-words", "open-pairs", "letter-weights", "letter-model"] as const;
export type TableName = (typeof TABLES)[number];

const SEPARATOR = "\t";
/** Begins a prepared table; on a machine with the other order of bytes it is another number. */
const MARK = 0x4c54_4231;
/** Bytes of the mark and of the number of slots. */
const HEAD = 8;
const SLOT_BYTES = Int32Array.BYTES_PER_ELEMENT;

/** The data ships under src/lexicon/data, two folders up and down again from dist/lexicon as from src/lexicon. */
const dataFile = (name: string): URL => new URL(`../../src/lexicon/data/${name}`, import.meta.url);

/** Where the build puts a table as it is to stand in memory; beside the sources there is none. */
export const preparedFile = (name: TableName): URL => new URL(`../lexicon/tables/${name}`, import.meta.url);

/** A table, as the build prepared it or else from the data it is made of: both answer alike. */
export async function openTable(name: TableName): Promise<LineTable> {
  const prepared = await readFile(preparedFile(name)).catch(() => null);
  const table = prepared === null ? null : tableIn(prepared);
  return table ?? new LineTable(await readTable(name), SEPARATOR);
}

/** A table as `openTable` takes it fastest: a mark, the slots, the text. The same data gives the same bytes. */
export async function prepareTable(name: TableName): Promise<Uint8Array> {
  const text = await readTable(name);
  const slots = slotsFor(text, SEPARATOR);
  return Buffer.concat([Buffer.from(Int32Array.of(MARK, slots.length).buffer), Buffer.from(slots.buffer), text]);
}

/** A table of `prepareTable`; null for a file that is none, or one of a machine with the other order of bytes. */
export function tableIn(file: Buffer): LineTable | null {
  if (file.length < HEAD) return null;
  // Numbers must stand at a multiple of their size.
  const { buffer, byteOffset } = file.byteOffset % SLOT_BYTES === 0 ? file : Uint8Array.from(file);
  const [mark, length = 0] = new Int32Array(buffer, byteOffset, HEAD / SLOT_BYTES);
  if (mark !== MARK) return null;
  const slots = new Int32Array(buffer, byteOffset + HEAD, length);
  return new LineTable(file.subarray(HEAD + slots.byteLength), SEPARATOR, slots);
}

async function readTable(name: TableName): Promise<Buffer> {
  return unzip(await readFile(dataFile(`${name}.txt.gz`)));
}

/** All entries of a table of counts, for scripts that go through them. */
export async function readCounts(name: TableName): Promise<ReadonlyMap<string, number>> {
  const lines = (await readTable(name)).toString("utf8").split("\n").filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [key = "", count] = line.split(SEPARATOR);
      return [key, Number(count)];
    }),
  );
}

/** A list with one entry a line; lines that begin with "#" tell its source and licence. */
export async function readList(name: string): Promise<string[]> {
  const text = await readFile(dataFile(name), "utf8");
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
