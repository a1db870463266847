import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { rebuildIndexes } from "../../src/archive/indexes.ts";
import type { MemoKey } from "../../src/archive/paths.ts";
import { addEvents, finishRevisions, readReviewed } from "../../src/archive/reviews.ts";
import { sealOnce } from "../../src/archive/seals.ts";
import { readSource, writeSource } from "../../src/archive/sources.ts";
import { verifyArchive } from "../../src/archive/verify.ts";
import { prettyJson } from "../../src/model/pretty-json.ts";
import { asFirstVersion } from "../revise/first-version.ts";
import { decided } from "../revise/records.ts";
import { type TestArchive, testArchive, workOff } from "./archive-folder.ts";
import { hashOf } from "./job-store-contract.ts";
import { recordOf } from "./record-of.ts";

const key: MemoKey = { sha256: hashOf("memo"), memo: null };
let archive: TestArchive;

/** A run over the inputs, its indexes made; how many files it read. */
async function run(version = "1", redo = false): Promise<number> {
  await sealOnce(archive.paths);
  const store = await archive.open({ version, redo });
  const jobs = await workOff(store, (job) => store.complete(job, [recordOf(job, `by ${version}`)]));
  await rebuildIndexes(archive.paths);
  return jobs.length;
}

async function decide(from: string, to: string): Promise<void> {
  const memo = (await readReviewed(archive.paths, key)) ?? expect.unreachable();
  const event = { ...decided({ act: "set", field: "/memo/subject", old: from, new: to }), on: memo.revision };
  await addEvents(archive.paths, key, memo, [event]);
  await rebuildIndexes(archive.paths);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

async function faults(): Promise<string[]> {
  const found: string[] = [];
  for await (const { path, problem } of verifyArchive(archive.paths, { originals: false })) {
    found.push(`${path.split("/")[0]}: ${problem}`);
  }
  return found;
}

const changed = expect.stringMatching(/^records: was changed by another hand/u);

beforeEach(async () => {
  archive = testArchive();
  archive.write("a.txt", "memo");
  await run();
});

describe("a record changed by another hand", () => {
  beforeEach(() => edit(archive.paths.record(key), "by 1", "by hand"));

  it("stays told after other runs, which make the indexes from it", async () => {
    expect(await faults()).toContainEqual(changed);
    expect(await run()).toBe(0);
    expect(await faults()).toEqual([changed]);
  });

  it("is put aside where another takes its place, and told until somebody has seen to it", async () => {
    expect(await run("2", true)).toBe(1);
    expect(readFileSync(archive.paths.record(key), "utf8")).toContain("by 2");
    const [aside = ""] = readdirSync(archive.paths.changedRecords);
    expect(readFileSync(`${archive.paths.changedRecords}/${aside}`, "utf8")).toContain("by hand");
    expect(await faults()).toEqual([expect.stringMatching(/^changed: .* put aside/u)]);
  });

  it("is put aside by a decision as well", async () => {
    await decide("by hand", "by desk");
    expect(readdirSync(archive.paths.changedRecords)).toHaveLength(1);
  });

  it("is read again once it is removed", async () => {
    rmSync(archive.paths.record(key));
    expect(await run()).toBe(1);
    expect(await faults()).toEqual([]);
  });
});

describe("decisions", () => {
  beforeEach(async () => {
    await decide("by 1", "once");
    await decide("once", "twice");
  });

  it("give a record that is as it was written, also after its file was read again", async () => {
    expect(await faults()).toEqual([]);
    expect(await run("2", true)).toBe(1);
    expect(await faults()).toEqual([]);
    await decide("twice", "thrice");
    expect(await faults()).toEqual([]);
  });

  it.each([
    ["changed", '"once"', '"nonce"'],
    ["told of another person", "Clerk", "Clark"],
    ["told of another time", "08:15", "09:15"],
  ])("are a chain: one that is %s is found", async (_how, from, to) => {
    edit(archive.paths.reviews(key), from, to);
    expect(await faults()).toContainEqual("reviews: was changed: line 1 does not follow from those before it");
  });

  it("that are taken out of the log are missed, in front, at the end, or all", async () => {
    const log = readFileSync(archive.paths.reviews(key), "utf8");
    const [first = "", second = ""] = log.split("\n");
    for (const left of [`${second}\n`, `${first}\n`]) {
      writeFileSync(archive.paths.reviews(key), left);
      expect(await faults()).not.toEqual([]);
    }
    rmSync(archive.paths.reviews(key));
    expect(await faults()).toContainEqual(changed);
  });

  it("that a log without a chain holds stand before it", async () => {
    const [first = "", second = ""] = readFileSync(archive.paths.reviews(key), "utf8").split("\n");
    const unchained = [first, second].map((line) => line.replace(/,"chain":"[0-9a-f]+"/u, ""));
    writeFileSync(archive.paths.reviews(key), unchained.map((line) => `${line}\n`).join(""));
    await decide("twice", "thrice");
    expect(await faults()).toEqual([]);
    edit(archive.paths.reviews(key), "Clerk", "Clark");
    expect(await faults()).toContainEqual(expect.stringMatching(/^reviews: was changed: line 3/u));
  });

  it("stand on the machine's record, which nobody else changes either", async () => {
    edit(archive.paths.machineRecord(key), "by 1", "by hand");
    expect(await faults()).toContainEqual(expect.stringMatching(/^machine: was changed by another hand/u));
  });
});

describe("a process killed", () => {
  it("while one record takes another's place leaves work, and no suspicion", async () => {
    const entry = (await readSource(archive.paths, key.sha256)) ?? expect.unreachable();
    const before = readFileSync(archive.paths.record(key), "utf8");
    await run("2", true);
    const now = (await readSource(archive.paths, key.sha256)) ?? expect.unreachable();
    await writeSource(archive.paths, { ...entry, pending: now.seals ?? [] });
    expect(await faults()).toEqual(["records: was left half-written; the next `batch` mends it"]);
    writeFileSync(archive.paths.record(key), before);
    expect((await faults()).filter((fault) => fault.startsWith("records: "))).toEqual([]);
    expect(await run("2")).toBe(1);
    expect(await faults()).toEqual([]);
    expect(existsSync(archive.paths.changedRecords)).toBe(false);
  });

  it("between a decision's log and its record leaves a record to be finished", async () => {
    const before = readFileSync(archive.paths.record(key), "utf8");
    await decide("by 1", "once");
    writeFileSync(archive.paths.record(key), before);
    expect(await faults()).toContainEqual("records: was left half-written; the next `batch` mends it");
    await finishRevisions(archive.paths);
    expect(readFileSync(archive.paths.record(key), "utf8")).toContain("once");
    expect(await faults()).toEqual([]);
  });
});

describe("a record of 1.0", () => {
  beforeEach(async () => {
    const record = JSON.parse(readFileSync(archive.paths.record(key), "utf8"));
    writeFileSync(archive.paths.record(key), prettyJson(asFirstVersion(record)));
    const entry = (await readSource(archive.paths, key.sha256)) ?? expect.unreachable();
    const { seals: _seals, ...unsealed } = entry;
    await writeSource(archive.paths, unsealed);
    rmSync(archive.paths.sealed);
    await sealOnce(archive.paths);
    await rebuildIndexes(archive.paths);
  });

  it("is decided on as any other", async () => {
    await decide("by 1", "once");
    await decide("once", "twice");
    expect(await faults()).toEqual([]);
    expect(existsSync(archive.paths.changedRecords)).toBe(false);
  });

  it("is finished where a desk was killed between log and record", async () => {
    const before = readFileSync(archive.paths.record(key), "utf8");
    await decide("by 1", "once");
    writeFileSync(archive.paths.record(key), before);
    await finishRevisions(archive.paths);
    expect(readFileSync(archive.paths.record(key), "utf8")).toContain("once");
    await rebuildIndexes(archive.paths);
    expect(await faults()).toEqual([]);
  });
});

describe("an archive from before hashes were kept", () => {
  beforeEach(async () => {
    const { seals: _seals, ...entry } = (await readSource(archive.paths, key.sha256)) ?? expect.unreachable();
    await writeSource(archive.paths, entry);
    rmSync(archive.paths.sealed);
  });

  it("is taken as it stands once, and then no more", async () => {
    expect(await faults()).toEqual([]);
    expect(await sealOnce(archive.paths)).toBe(1);
    expect(await sealOnce(archive.paths)).toBeNull();
    expect(await faults()).toEqual([]);
    edit(archive.paths.record(key), "by 1", "by hand");
    expect(await faults()).toContainEqual(changed);
  });

  it("that got its hashes does not lose them unseen", async () => {
    await sealOnce(archive.paths);
    const { seals: _seals, ...entry } = (await readSource(archive.paths, key.sha256)) ?? expect.unreachable();
    await writeSource(archive.paths, entry);
    expect(await sealOnce(archive.paths)).toBeNull();
    expect(await faults()).toEqual(["records: has lost its hash"]);
  });

  it("tells nothing of a log that is no log but that", async () => {
    await decide("by 1", "once");
    appendFileSync(archive.paths.reviews(key), "half a li");
    await sealOnce(archive.paths);
    expect(await faults()).toContainEqual(expect.stringMatching(/^reviews: .*no event/u));
  });
});
