import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listFailures, listMemosOf } from "../../src/archive/listing.ts";
import { readRecord } from "../../src/archive/records.ts";
import { readFailure, readSource } from "../../src/archive/sources.ts";
import { testArchive, workOff } from "./archive-folder.ts";
import { describeJobStore } from "./job-store-contract.ts";
import { recordOf } from "./record-of.ts";

describeJobStore("an archive folder", async (contents) => {
  const archive = testArchive();
  for (const [index, content] of contents.entries()) archive.write(`${index}.txt`, content);
  return {
    store: await archive.open(),
    afterCrash: () => archive.open(),
    async recordsOf(sha256) {
      const keys = await listMemosOf(archive.paths, sha256);
      const records = await Promise.all(keys.map((key) => readRecord(archive.paths, key)));
      return records.length === 0 ? null : records.filter((record) => record !== null);
    },
    async close() {},
  };
});

const failure = { message: "So it is.", source: "memo.txt" } as const;

describe("an archive folder", () => {
  it("lists a content under all its names, whenever they are found", async () => {
    const archive = testArchive();
    const [a, b] = [archive.write("a.txt", "same"), archive.write("b.txt", "same")];
    const first = await archive.open();
    const [job] = await workOff(first, (done) => first.complete(done, [recordOf(done, "one")]));
    const c = archive.write("sub/c.txt", "same");
    const second = await archive.open();
    expect(await second.claim()).toBeNull();
    expect((await readSource(archive.paths, job?.sha256 ?? ""))?.names).toEqual([a, b, c]);
    expect(archive.skipped).toEqual([
      ["b.txt", "duplicate", null],
      ["a.txt", "done", null],
      ["b.txt", "done", null],
      ["sub/c.txt", "duplicate", null],
    ]);
  });

  it("takes a name found while the job is in hand into source and failure", async () => {
    const archive = testArchive();
    const names = [archive.write("a.txt", "same"), archive.write("b.txt", "same")];
    const store = await archive.open();
    const job = (await store.claim()) ?? expect.unreachable();
    await store.claim();
    await store.fail(job, { code: "no-text", ...failure });
    expect((await readSource(archive.paths, job.sha256))?.names).toEqual(names);
    expect((await readFailure(archive.paths, job.sha256))?.names).toEqual(names);
  });

  it("passes over what another version did, and does it again only when told to", async () => {
    const archive = testArchive();
    archive.write("a.txt", "old");
    const old = await archive.open({ version: "1" });
    await workOff(old, (job) => old.complete(job, [recordOf(job, "a"), recordOf(job, "b")]));
    expect(await workOff(await archive.open({ version: "2" }), async () => {})).toEqual([]);
    expect(archive.skipped).toEqual([["a.txt", "outdated", null]]);
    const redone = await archive.open({ version: "2", redo: true });
    const [job] = await workOff(redone, (done) => redone.complete(done, [recordOf(done, "only")]));
    expect(await listMemosOf(archive.paths, job?.sha256 ?? "")).toEqual([{ sha256: job?.sha256, memo: null }]);
    expect((await readSource(archive.paths, job?.sha256 ?? ""))?.pipelineVersion).toBe("2");
  });

  it("keeps the older record where it cannot be made again", async () => {
    const archive = testArchive();
    archive.write("a.txt", "old");
    const old = await archive.open();
    await workOff(old, (job) => old.complete(job, [recordOf(job, "kept")]));
    const redone = await archive.open({ version: "2", redo: true });
    const [job] = await workOff(redone, (done) => redone.fail(done, { code: "time-limit", ...failure }));
    const record = await readRecord(archive.paths, { sha256: job?.sha256 ?? "", memo: null });
    expect(record?.memo.subject).toBe("kept");
    expect(await listFailures(archive.paths)).toEqual([]);
  });

  it("reads again, without being told to, what was killed from outside", async () => {
    const archive = testArchive();
    archive.write("a.txt", "one");
    const killed = await archive.open();
    const [job] = await workOff(killed, (done) => killed.fail(done, { code: "worker-killed", ...failure }));
    expect((await killed.stats()).failed).toEqual({ "worker-killed": 1 });
    const store = await archive.open();
    expect(await workOff(store, (done) => store.complete(done, [recordOf(done, "now")]))).toEqual([job]);
    expect(await store.stats()).toMatchObject({ done: 1, failed: {} });
  });

  it("does again what lost its record, or whose entry is damaged", async () => {
    const archive = testArchive();
    archive.write("a.txt", "one");
    archive.write("b.txt", "two");
    const store = await archive.open();
    const [a, b] = await workOff(store, (job) => store.complete(job, [recordOf(job, "x")]));
    rmSync(archive.paths.record({ sha256: a?.sha256 ?? "", memo: null }));
    writeFileSync(archive.paths.source(b?.sha256 ?? ""), "{");
    expect(await workOff(await archive.open(), async () => {})).toHaveLength(2);
  });

  it("writes why a file could not be read, and forgets it when it can", async () => {
    const archive = testArchive();
    const path = archive.write("a.txt", "x".repeat(1001));
    expect(await workOff(await archive.open(), async () => {})).toEqual([]);
    expect(archive.unreadable).toEqual(["a.txt: file-too-large"]);
    expect(JSON.parse(readFileSync(archive.paths.pathFailure(path), "utf8"))).toMatchObject({
      code: "file-too-large",
      source: "a.txt",
      sha256: null,
      names: [path],
    });
    archive.write("a.txt", "short");
    expect(await workOff(await archive.open(), async () => {})).toHaveLength(1);
    expect(existsSync(archive.paths.pathFailure(path))).toBe(false);
  });

  it("tries a content's other name when the file goes while it is worked on", async () => {
    const archive = testArchive();
    archive.write("a.txt", "same");
    archive.write("b.txt", "same");
    const store = await archive.open();
    const job = (await store.claim()) ?? expect.unreachable();
    await store.claim();
    await store.fail(job, { code: "file-not-found", ...failure });
    expect((await store.claim())?.name).toBe("b.txt");
  });
});
