import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCases, matchesPattern } from "../../src/check/case-folder.ts";
import { type CheckedCase, checkCase } from "../../src/check/check-case.ts";
import { loadCase } from "../../src/check/load-case.ts";
import { readingVersion } from "../../src/pipeline/reading-version.ts";
import { MEMO } from "../evaluate/memos.ts";
import { silence } from "../workers/fake-steps.ts";
import { caseFolder, fakeReader, recordFor } from "./cases.ts";

interface Flags {
  readonly record?: boolean;
  readonly update?: boolean;
}

/** Checks all inputs of a folder; what is to be written is written, as the command does it. */
async function checkAll(folder: string, flags: Flags = {}): Promise<(CheckedCase & { readonly ran: string[] })[]> {
  const checked = [];
  for (const input of await findCases(folder)) {
    const runner = fakeReader();
    const tools = { runner, listener: silence, record: false, update: false, ...flags };
    const one = await checkCase(await loadCase(input), tools);
    for (const { path, text } of one.writes) writeFileSync(path, text);
    checked.push({ ...one, ran: runner.ran });
  }
  return checked;
}

const verdicts = (checked: readonly CheckedCase[]): Record<string, string> =>
  Object.fromEntries(checked.map(({ report }) => [report.name, report.verdict]));

describe("a case", () => {
  it("has inputs memo.* and scan.*, and any file beside its expectation", async () => {
    const folder = caseFolder({
      "b/memo.pdf": "x",
      "b/scan.TIF": "x",
      "b/memo.md": "x",
      "b/letter.json": {},
      "a/brief.dat": "x",
      "a/brief.dat.expected.json": "not-a-memo",
      "c/README.txt": "x",
    });
    expect((await findCases(folder)).map(({ name }) => name)).toEqual(["a/brief.dat", "b/memo.pdf", "b/scan.TIF"]);
  });

  it("may be the folder itself", async () => {
    const folder = caseFolder({ "a/memo.txt": "x", "a/expected.json": recordFor("x") });
    expect(verdicts(await checkAll(join(folder, "a")))).toEqual({ "a/memo.txt": "same" });
  });
});

describe("an expectation", () => {
  it.each([
    ["a whole record", recordFor("Bänke"), "same"],
    ["a list of one", [recordFor("Bänke")], "same"],
    ["some fields", { memo: { subject: "Bänke", nextReview: "2019-12-31" } }, "same"],
    ["other fields", { memo: { subject: "Banke" } }, "differs"],
    ["a field less", { memo: { nextReview: null } }, "differs"],
    ["another record", recordFor("Banke"), "differs"],
    ["two records", [recordFor("Bänke"), recordFor("Bänke")], "differs"],
    ["a failure", '"not-a-memo"', "differs"],
  ])("%s: %s", async (_, expected, verdict) => {
    const folder = caseFolder({ "a/memo.txt": "Bänke", "a/expected.json": expected });
    expect(verdicts(await checkAll(folder))).toEqual({ "a/memo.txt": verdict });
  });

  it("of a failure is met by it, and by nothing else", async () => {
    const folder = caseFolder({ "a/memo.txt": "not-a-memo", "a/expected.json": '"not-a-memo"' });
    expect((await checkAll(folder))[0]?.report).toMatchObject({ verdict: "same", notes: [] });
    writeFileSync(join(folder, "a/expected.json"), '"no-text"');
    expect((await checkAll(folder))[0]?.report).toMatchObject({
      verdict: "differs",
      differences: [{ pointer: "", expected: "no-text", actual: "not-a-memo" }],
      notes: ["The document is no such letter."],
    });
  });

  it("of several memos is compared in their order, and points into the list", async () => {
    const folder = caseFolder({ "a/memo.txt": "several", "a/expected.json": [recordFor("eins"), recordFor("drei")] });
    expect((await checkAll(folder))[0]?.report.differences).toMatchObject([{ pointer: "/1/memo/subject" }]);
  });

  it("of its own goes before the case's one", async () => {
    const folder = caseFolder({
      "a/memo.txt": "Bänke",
      "a/scan.pdf": "Banke",
      "a/expected.json": recordFor("Bänke"),
      "a/scan.pdf.expected.json": recordFor("Banke"),
    });
    expect(verdicts(await checkAll(folder))).toEqual({ "a/memo.txt": "same", "a/scan.pdf": "same" });
  });

  it("that is missing is told, and may be replaced by a truth to score by", async () => {
    const folder = caseFolder({ "a/memo.txt": "x", "b/memo.txt": "x", "b/truth.json": { memo: MEMO } });
    const checked = await checkAll(folder);
    expect(verdicts(checked)).toEqual({ "a/memo.txt": "new", "b/memo.txt": "scored" });
    expect(checked[1]?.scored).toMatchObject([{ group: "memo.txt", differences: [{ pointer: "/memo/subject" }] }]);
  });

  it("is scored by where there is no truth", async () => {
    const folder = caseFolder({ "a/memo.txt": "several", "a/expected.json": [recordFor("eins")] });
    expect((await checkAll(folder))[0]?.scored.map(({ name }) => name)).toEqual(["a/memo.txt"]);
  });

  it("that is invalid is told by file, place and fault", async () => {
    const folder = caseFolder({
      "a/memo.txt": "x",
      "a/expected.json": [recordFor("x"), { memo: { date: "gestern" } }],
    });
    await expect(checkAll(folder)).rejects.toThrow(
      `${join(folder, "a/expected.json")}: /1/memo/date: Invalid ISO date`,
    );
  });
});

describe("an update", () => {
  it("writes what is missing and what differs, so that the next check finds all as expected", async () => {
    const folder = caseFolder({
      "a/memo.txt": "not-a-memo",
      "b/memo.txt": "Bänke",
      "b/scan.pdf": "several",
      "b/memo.txt.expected.json": [recordFor("Banke")],
      "c/memo.txt": "x",
      "c/expected.json": recordFor("x"),
    });
    const updated = await checkAll(folder, { update: true });
    expect(verdicts(updated)).toEqual({
      "a/memo.txt": "updated",
      "b/memo.txt": "updated",
      "b/scan.pdf": "updated",
      "c/memo.txt": "same",
    });
    expect(readFileSync(join(folder, "a/expected.json"), "utf8")).toBe('"not-a-memo"\n');
    expect(JSON.parse(readFileSync(join(folder, "b/memo.txt.expected.json"), "utf8"))).toEqual([recordFor("Bänke")]);
    expect(Object.values(verdicts(await checkAll(folder)))).toEqual(["same", "same", "same", "same"]);
  });

  it("leaves unstated what was unstated", async () => {
    const partial = { memo: { subject: "Banke" }, unscored: ["/memo/date"], notes: "von Hand" };
    const folder = caseFolder({ "a/memo.txt": "Bänke", "a/expected.json": partial });
    await checkAll(folder, { update: true });
    expect(JSON.parse(readFileSync(join(folder, "a/expected.json"), "utf8"))).toEqual({
      ...partial,
      memo: { subject: "Bänke" },
    });
  });

  it("never expects a fault of the program", async () => {
    const folder = caseFolder({ "a/memo.txt": "a fault" });
    const [checked] = await checkAll(folder, { update: true });
    expect(checked).toMatchObject({ writes: [], report: { verdict: "new" } });
  });
});

describe("a recording", () => {
  const scan = (): string => caseFolder({ "a/scan.pdf": "scan\nzwei", "a/expected.json": { memo: {} } });
  const recordingOf = (folder: string): string => join(folder, "a/pages.json");

  it("is made when asked for, a line of the page a line of the file, and read instead of the scan from then on", async () => {
    const folder = scan();
    const [recorded] = await checkAll(folder, { record: true });
    expect(recorded?.ran).toEqual(["open", "readPage 1", "readPage 2", "finish"]);
    const text = readFileSync(recordingOf(folder), "utf8");
    expect(JSON.parse(text)).toMatchObject({ ...readingVersion(), identity: { file: "scan.pdf" } });
    expect(text.split("\n")).toContain('{"text":"zwei","box":null,"words":[]}');
    const [replayed] = await checkAll(folder);
    expect(replayed).toMatchObject({ ran: ["finish"], report: { notes: [] }, outcome: recorded?.outcome });
  });

  it.each([
    [
      "another engine",
      /"engine":"[^"]*"/,
      '"engine":"tesseract.js 6.0.0"',
      /^stale recording: made by tesseract.js 6.0.0, now/,
    ],
    ["another pipeline", /"pipeline":"[^"]*"/, '"pipeline":"reading 0"', /^stale recording: made by reading 0, now/],
    ["nobody knows what", /"engine":"[^"]*",/, "", /^stale recording: made by an unnamed engine, now/],
  ])("made by %s is named as stale, and the scan is read", async (_, part, other, note) => {
    const folder = scan();
    await checkAll(folder, { record: true });
    writeFileSync(recordingOf(folder), readFileSync(recordingOf(folder), "utf8").replace(part, other));
    const [checked] = await checkAll(folder);
    expect(checked?.report.notes).toEqual([expect.stringMatching(note)]);
    expect(checked?.ran).toContain("begin");
    expect((await checkAll(folder, { record: true }))[0]?.report.notes).toEqual([]);
    expect((await checkAll(folder))[0]?.report.notes).toEqual([]);
  });

  it("of a scan that was changed since is stale", async () => {
    const folder = scan();
    await checkAll(folder, { record: true });
    writeFileSync(join(folder, "a/scan.pdf"), "scan\ndrei");
    expect((await checkAll(folder))[0]?.report.notes).toEqual(["stale recording: the input was changed since"]);
  });

  it("belongs to the input it names; a second scan has one of its own", async () => {
    const folder = scan();
    await checkAll(folder, { record: true });
    writeFileSync(join(folder, "a/memo.pdf"), "scan\nvier");
    const [memo, other] = await checkAll(folder, { record: true });
    expect(memo?.writes.map(({ path }) => path)).toEqual([join(folder, "a/memo.pdf.pages.json")]);
    expect(other?.writes.map(({ path }) => path)).toEqual([recordingOf(folder)]);
    expect((await checkAll(folder)).map(({ ran }) => ran)).toEqual([["finish"], ["finish"]]);
  });

  it("that is damaged is told", async () => {
    const folder = scan();
    writeFileSync(recordingOf(folder), '{"pages":[]}');
    await expect(checkAll(folder)).rejects.toThrow(`${recordingOf(folder)}: /identity: `);
  });
});

describe("matchesPattern", () => {
  it.each([
    ["zwischenstand/scan.pdf", "scan", true],
    ["zwischenstand/scan.pdf", "zwisch*scan", true],
    ["zwischenstand/memo.txt", "zwisch*scan", false],
    ["a/memo.txt", "*", true],
    ["a/memo.txt", "memo*a/", false],
    ["a/memo.txt", ".*x", true],
    ["a/memo.txt", "(", false],
  ])("%s holds %s: %s", (name, pattern, is) => {
    expect(matchesPattern(name, pattern)).toBe(is);
  });
});
