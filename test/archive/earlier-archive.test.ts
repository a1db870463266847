import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { rebuildIndexes } from "../../src/archive/indexes.ts";
import { type ArchivePaths, type MemoKey, sha256OfText } from "../../src/archive/paths.ts";
import { readRecord, writeRecords } from "../../src/archive/records.ts";
import { addEvents, readReviewed } from "../../src/archive/reviews.ts";
import { verifyArchive } from "../../src/archive/verify.ts";
import { prettyJson } from "../../src/model/pretty-json.ts";
import type { MemoRecord } from "../../src/model/record.ts";
import type { ReviewEvent } from "../../src/revise/event.ts";
import { keyOf, knownInput, makeArchive } from "../review/make-archive.ts";
import { asFirstVersion } from "../revise/first-version.ts";
import { decided } from "../revise/records.ts";

const input = knownInput("einzelner-punkt/scan.pdf");
const key = keyOf(input);
const [machine] = input.records as [MemoRecord];
const { subject } = machine.memo;
const renamed: ReviewEvent = decided({ act: "set", field: "/memo/subject", old: subject, new: "Winterlinden" });

/** An archive as a program of 1.0 left it. */
async function earlierArchive(events: readonly ReviewEvent[] = []): Promise<ArchivePaths> {
  const paths = await makeArchive([input]);
  write(paths.record(key), machine);
  if (events.length > 0) {
    write(paths.machineRecord(key), machine);
    write(paths.record(key), { ...machine, memo: { ...machine.memo, subject: "Winterlinden" } });
    mkdirSync(dirname(paths.reviews(key)), { recursive: true });
    writeFileSync(paths.reviews(key), events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  }
  await rebuildIndexes(paths);
  return paths;
}

function write(path: string, record: MemoRecord): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, prettyJson(asFirstVersion(record)));
}

async function read(paths: ArchivePaths, memo: MemoKey = key) {
  const found = await readReviewed(paths, memo);
  if (found === null) throw new Error("The memo is not in the archive.");
  return found;
}

describe("an archive of 1.0", () => {
  it("gives its records as those of 1.1, and verify finds nothing", async () => {
    const paths = await earlierArchive();
    expect(await readRecord(paths, key)).toEqual(machine);
    const faults = [];
    for await (const fault of verifyArchive(paths, { originals: true })) faults.push(fault);
    expect(faults).toEqual([]);
    expect(readFileSync(paths.recordsIndex, "utf8")).toContain('"schemaVersion":"1.0"');
  });

  it("keeps its desk decisions, and takes more", async () => {
    const paths = await earlierArchive([renamed]);
    const before = await read(paths);
    expect(before.record.memo.subject).toBe("Winterlinden");
    const closed = decided({ act: "set", field: "/memo/closing", old: machine.memo.closing, new: "Gruß" });
    await addEvents(paths, key, before, [closed]);
    const after = await read(paths);
    expect(after.record).toMatchObject({ schemaVersion: "1.1", memo: { subject: "Winterlinden", closing: "Gruß" } });
    expect(after.revision).toBe(sha256OfText(readFileSync(paths.record(key), "utf8")));
  });

  it("keeps its desk decisions when its files are read again", async () => {
    const paths = await earlierArchive([renamed]);
    await writeRecords(paths, key.sha256, input.records);
    const { record } = await read(paths);
    expect(record).toMatchObject({ schemaVersion: "1.1", memo: { subject: "Winterlinden" } });
    expect(record.diagnostics.filter(({ code }) => code === "review-conflict")).toEqual([]);
  });

  it("tells a decision that what is read now has no place for", async () => {
    const { name } = machine.memo.signatures[0] ?? { name: null };
    const signed = decided({ act: "set", field: "/memo/signatures/0/name", old: name, new: "Wendelin Aurich" });
    const paths = await earlierArchive([renamed, signed]);
    const unsigned = { ...machine, memo: { ...machine.memo, signatures: [] } };
    await writeRecords(paths, key.sha256, [unsigned]);
    const { record, events } = await read(paths);
    expect(record.memo.subject).toBe("Winterlinden");
    expect(record.diagnostics).toContainEqual(
      expect.objectContaining({ code: "review-conflict", severity: "warning", at: "/memo/signatures" }),
    );
    expect(events).toHaveLength(2);
  });
});
