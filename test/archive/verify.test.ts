import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { csvRow } from "../../src/archive/csv.ts";
import { rebuildIndexes } from "../../src/archive/indexes.ts";
import { sweep } from "../../src/archive/sweep.ts";
import { verifyArchive } from "../../src/archive/verify.ts";
import { type TestArchive, testArchive, workOff } from "./archive-folder.ts";
import { recordOf } from "./record-of.ts";

/** An archive with a record of "memo" and a failure of "none". */
async function archiveOfTwo(): Promise<TestArchive & { readonly record: string; readonly failure: string }> {
  const archive = testArchive();
  archive.write("memo.txt", "memo");
  archive.write("none.txt", "none");
  const store = await archive.open();
  const jobs = await workOff(store, (job) =>
    job.name === "memo.txt"
      ? store.complete(job, [recordOf(job, '=Betreff; "mit" Tücken')])
      : store.fail(job, { code: "no-text", message: "No text.", source: job.name }),
  );
  await rebuildIndexes(archive.paths);
  const hashOf = (name: string): string => jobs.find((job) => job.name === name)?.sha256 ?? "";
  const record = archive.paths.record({ sha256: hashOf("memo.txt"), memo: null });
  return { ...archive, record, failure: archive.paths.failure(hashOf("none.txt")) };
}

async function faultsOf({ paths }: TestArchive, originals = false): Promise<string[]> {
  const faults: string[] = [];
  for await (const { path, problem } of verifyArchive(paths, { originals })) {
    faults.push(`${path.replaceAll(/[0-9a-f]{64}/gu, "…").replace(/\/[0-9a-f]{2}\//u, "/")}: ${problem}`);
  }
  return faults;
}

const CHANGED =
  "records/….json: was changed by another hand than this program's; once it is removed, the next `batch` reads the memo again";

const STALE = ["records.ndjson", "index.csv"].map(
  (name) => `${name}: is not what the archive gives; the next \`batch\` mends it`,
);

describe("verifyArchive", () => {
  it("finds nothing in an archive as it should be", async () => {
    expect(await faultsOf(await archiveOfTwo(), true)).toEqual([]);
  });

  it("finds what is missing", async () => {
    const archive = await archiveOfTwo();
    rmSync(archive.record);
    rmSync(archive.failure);
    const missing = "is missing: the source tells of it";
    expect((await faultsOf(archive)).toSorted()).toEqual(
      [
        `failures/….json: ${missing}`,
        `records/….json: ${missing}`,
        "failures.csv: is not what the archive gives; the next `batch` mends it",
        ...STALE,
      ].toSorted(),
    );
  });

  it("finds a record that breaks the schema, and one changed by hand without the indexes", async () => {
    const archive = await archiveOfTwo();
    const record = JSON.parse(readFileSync(archive.record, "utf8"));
    writeFileSync(archive.record, JSON.stringify({ ...record, status: "fine" }));
    expect(await faultsOf(archive)).toEqual([
      expect.stringMatching(/^records\/….json: has not the shape it should have: at \/status, /u),
      CHANGED,
      STALE[0],
      STALE[1],
    ]);
  });

  it("finds a record of another file, and what nobody tells of", async () => {
    const archive = await archiveOfTwo();
    const record = JSON.parse(readFileSync(archive.record, "utf8"));
    record.source.sha256 = "0".repeat(64);
    writeFileSync(archive.record, JSON.stringify(record));
    writeFileSync(join(archive.paths.failures, `${"0".repeat(64)}.json`), readFileSync(archive.failure));
    const faults = await faultsOf(archive);
    expect(faults).toContain("records/….json: is of another file than its name says");
    expect(faults).toContain("failures/….json: is not named by its hash");
  });

  it("finds originals that are gone or changed, when asked to read them", async () => {
    const archive = await archiveOfTwo();
    rmSync(join(archive.inputs, "memo.txt"));
    archive.write("none.txt", "some");
    expect(await faultsOf(archive)).toEqual([]);
    expect((await faultsOf(archive, true)).map((fault) => fault.split(": ")[1]).toSorted()).toEqual([
      "the original has been changed",
      "the original is not there any more",
    ]);
  });

  it("finds what was left half-written, until it is swept away", async () => {
    const archive = await archiveOfTwo();
    const left = join(archive.record, "..", ".x.json.0123456789ab.tmp");
    writeFileSync(left, "{");
    expect(await faultsOf(archive)).toHaveLength(1);
    expect(await sweep(archive.paths)).toBe(1);
    expect(await faultsOf(archive)).toEqual([]);
  });
});

describe("failures.csv", () => {
  it("tells each file that gave no record, by name, with the reason", async () => {
    const archive = await archiveOfTwo();
    archive.write("more/=none.txt", "none");
    await workOff(await archive.open(), async () => {});
    await rebuildIndexes(archive.paths);
    const [head, first, second, end] = readFileSync(archive.paths.failureIndex, "utf8").split("\r\n");
    expect(head).toBe("\ufeffDatei;Grund;Meldung;Fundort;Bytes;Inhalt");
    const hash = /[0-9a-f]{64}/u.exec(archive.failure)?.[0];
    expect(first).toBe(`'=none.txt;no-text;No text.;${join(archive.inputs, "more", "=none.txt")};4;${hash}`);
    expect(second).toBe(`none.txt;no-text;No text.;${join(archive.inputs, "none.txt")};4;${hash}`);
    expect(end).toBe("");
  });

  it("is not missed in an archive from before there was one", async () => {
    const archive = await archiveOfTwo();
    rmSync(archive.paths.failureIndex);
    expect(await faultsOf(archive)).toEqual([]);
  });
});

describe("index.csv", () => {
  it("holds nothing that cannot be seen and turns what can, nor a formula behind it", async () => {
    const { sha256, bytes, name } = { sha256: "0".repeat(64), bytes: 1, name: "a.txt" };
    const subject = "\u202e=HYPERLINK(1)\u2066\u061c\u{e0041}\ufffe\u0090";
    const row = (text: string) =>
      csvRow({ key: sha256, folder: "in", record: recordOf({ sha256, bytes, name }, text) });
    expect(row(subject)).toContain(";'=HYPERLINK(1);");
    expect(row("\u202e96")).toContain(';"=""96""";');
  });

  it("is what German Excel reads, and holds no formula from a scan", async () => {
    const { paths } = await archiveOfTwo();
    const [head, row, failure, end] = readFileSync(paths.csvIndex, "utf8").split("\r\n");
    expect(head).toMatch(/^\ufeffOrdner;Datei;Seiten;Datum;Art;Vorlage;/u);
    expect(row).toContain(`2024-05-17;Sonstiges;;;"'=Betreff; ""mit"" Tücken";`);
    expect(failure).toContain(";none.txt;");
    expect(failure).toContain(";nicht gelesen;Auf keiner Seite wurde Text gefunden.");
    expect(end).toBe("");
  });

  it("has text that looks like a number as text, and the files in the order of their names", async () => {
    const archive = testArchive();
    for (const name of ["scan-10.txt", "scan-2.txt", "scan-1.txt"]) archive.write(name, name);
    const store = await archive.open();
    await workOff(store, (job) => {
      const record = recordOf(job, "96");
      return store.complete(job, [{ ...record, memo: { ...record.memo, fileReference: "12/20" } }]);
    });
    await rebuildIndexes(archive.paths);
    const [, ...rows] = readFileSync(archive.paths.csvIndex, "utf8").trimEnd().split("\r\n");
    expect(rows.map((row) => row.split(";")[1])).toEqual(["scan-1.txt", "scan-2.txt", "scan-10.txt"]);
    expect(rows[0]).toContain(';2024-05-17;Sonstiges;;"=""12/20""";"=""96""";');
    expect(await faultsOf(archive)).toEqual([]);
  });
});
