import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseTruth, type Scorable } from "../evaluate/truth.ts";
import { InvalidFile } from "./invalid-file.ts";
import { parsedFile } from "./load-case.ts";

/** A true memo by the name under which records are looked for. */
export interface NamedTruth {
  readonly id: string;
  readonly truth: Scorable;
}

/**
 * All truths of a folder: <id>.json, or <id>/truth.json, by name.
 * @throws InvalidFile of the first that is invalid; the file system's error if the folder cannot be read
 */
export async function readTruths(folder: string): Promise<NamedTruth[]> {
  const truths: NamedTruth[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const path = name.endsWith(".json") ? join(folder, name) : join(folder, name, "truth.json");
    if (await isFile(path)) truths.push({ id: basename(name, ".json"), truth: await parsedFile(path, parseTruth) });
  }
  return truths;
}

/** A record to be scored; null where there is none that can be read. */
export interface GroupedRecord {
  /** The folder's name; null where records are not parted into folders. */
  readonly group: string | null;
  readonly record: Scorable | null;
  readonly invalid: InvalidFile | null;
}

/** The folders within a folder of records, each with records of like origin; none where it holds records itself. */
export async function groupsIn(folder: string): Promise<(string | null)[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.isFile() && entry.name.endsWith(".json"))) return [null];
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.length === 0 ? [null] : names.sort();
}

/** The record <id>.json of a group. */
export async function readRecord(folder: string, group: string | null, id: string): Promise<GroupedRecord> {
  const path = join(folder, group ?? "", `${id}.json`);
  if (!(await isFile(path))) return { group, record: null, invalid: null };
  const checked = parseTruth(await readFile(path, "utf8"));
  if ("value" in checked) return { group, record: checked.value, invalid: null };
  return { group, record: null, invalid: new InvalidFile(path, checked.faults) };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );
}
