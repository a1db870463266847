import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { rebuildIndexes } from "../../src/archive/indexes.ts";
import { ArchiveLock } from "../../src/archive/lock.ts";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { addEvents, readReviewed } from "../../src/archive/reviews.ts";
import { verifyArchive } from "../../src/archive/verify.ts";
import { IndexKeeper } from "../../src/review/index-keeper.ts";
import { decided } from "../revise/records.ts";
import { keyOf, knownInput, makeArchive } from "./make-archive.ts";

const input = knownInput("zwei-beschluesse/memo.pdf");

async function rename(paths: ArchivePaths, now: string): Promise<void> {
  const memo = await readReviewed(paths, keyOf(input));
  if (memo === null) throw new Error("no record");
  const { subject } = memo.record.memo;
  await addEvents(paths, keyOf(input), memo, [decided({ act: "set", field: "/memo/subject", old: subject, new: now })]);
}

async function faults(paths: ArchivePaths): Promise<string[]> {
  const found: string[] = [];
  for await (const { path } of verifyArchive(paths, { originals: false })) found.push(path);
  return found;
}

const fail = (error: unknown): never => {
  throw error;
};

describe("the indexes", () => {
  it("are made when a desk opens on younger records, and follow what is decided when it closes", async () => {
    const paths = await makeArchive([input]);
    await rebuildIndexes(paths);
    await rename(paths, "Erster Betreff");
    expect(await faults(paths)).toEqual(["records.ndjson", "index.csv"]);
    const keeper = new IndexKeeper(paths, fail);
    await keeper.open();
    await keeper.close();
    expect(await faults(paths)).toEqual([]);
    await rename(paths, "Zweiter Betreff");
    keeper.later();
    await keeper.close();
    expect(await readFile(paths.csvIndex, "utf8")).toContain("Zweiter Betreff");
    expect(await faults(paths)).toEqual([]);
  });

  it("follow a decision soon, without the desk being closed", async () => {
    const paths = await makeArchive([input]);
    await rebuildIndexes(paths);
    const keeper = new IndexKeeper(paths, fail);
    await rename(paths, "Neuer Betreff");
    keeper.later(10);
    await expect.poll(() => faults(paths), { timeout: 10_000 }).toEqual([]);
    await keeper.close();
  });

  it("are left to a run that writes into the archive", async () => {
    const paths = await makeArchive([input]);
    await rebuildIndexes(paths);
    const lock = await ArchiveLock.take(paths, fail);
    await rename(paths, "Neuer Betreff");
    const keeper = new IndexKeeper(paths, fail);
    keeper.later();
    await keeper.close();
    expect(await readFile(paths.csvIndex, "utf8")).not.toContain("Neuer Betreff");
    await lock.release();
  });
});
