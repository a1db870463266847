import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { ArchivePaths } from "../../src/archive/paths.ts";
import { run } from "../../src/cli/run.ts";
import type { MemoRecord } from "../../src/model/record.ts";
import { registerOf } from "../../src/register/register-of.ts";
import { SIX_LETTERS } from "../register/letters.ts";
import { memoOf, recordOf } from "../register/records.ts";
import { bufferShell } from "./buffer-shell.ts";

const AS_OF = "2018-12-31";
const OTHER = recordOf(memoOf({ references: [], date: "2017-01-01" }), "other.txt");

let archive: ArchivePaths;
let cache: string;

beforeEach(() => {
  archive = new ArchivePaths(mkdtempSync(join(tmpdir(), "register-")));
  cache = join(archive.root, "register", "letters.cache");
  for (const record of [...SIX_LETTERS, OTHER]) keep(record);
});

function pathOf({ source }: MemoRecord): string {
  return archive.record({ sha256: source.sha256, memo: null });
}

function keep(record: MemoRecord): void {
  mkdirSync(dirname(pathOf(record)), { recursive: true });
  writeFileSync(pathOf(record), JSON.stringify(record));
}

async function registered(...flags: string[]): Promise<{ code: number; out: string; err: string }> {
  const shell = bufferShell();
  const code = await run(["register", archive.root, "--as-of", AS_OF, ...flags], shell);
  return { code, out: shell.out(), err: shell.err() };
}

describe("register", () => {
  it("writes what registerOf gives", async () => {
    const { code, out } = await registered();
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(registerOf([...SIX_LETTERS, OTHER], { asOf: AS_OF }));
  });

  it("writes the same to a file, and nothing else", async () => {
    const file = join(archive.root, "register.json");
    expect(await registered("--out", file)).toEqual({ code: 0, out: "", err: "" });
    expect(readFileSync(file, "utf8")).toBe((await registered()).out);
  });

  it("leaves out what is not overdue", async () => {
    const all = JSON.parse((await registered()).out).papers as { paper: string; overdue: boolean }[];
    const overdue = all.filter((paper) => paper.overdue);
    expect(overdue.length).toBeLessThan(all.length);
    expect(JSON.parse((await registered("--overdue")).out).papers).toEqual(overdue);
  });

  it.each([
    ["csv", "\ufeffVorlage;Sitzung;"],
    ["markdown", "# Was aus den Beschlüssen wurde\n\nStand: 31.12.2018\n"],
    ["html", "<!doctype html>\n"],
  ])("writes %s", async (format, start) => {
    const { code, out } = await registered("--format", format);
    expect(code).toBe(0);
    expect(out.slice(0, start.length)).toBe(start);
    for (const paper of ["V0417/15", "A0098/16"]) expect(out).toContain(paper);
  });

  it("takes no folder for an archive that is none", async () => {
    const shell = bufferShell();
    expect(await run(["register", join(archive.root, "none")], shell)).not.toBe(0);
    expect(shell.err()).toContain("is no archive");
  });
});

describe("its cache", () => {
  it("is written once, and not again while nothing changes", async () => {
    const first = await registered();
    const before = statSync(cache);
    expect(await registered()).toEqual(first);
    expect(statSync(cache).ino).toBe(before.ino);
  });

  it("follows a record that changed, one that came and one that went", async () => {
    await registered();
    const [first, second, ...rest] = SIX_LETTERS as [MemoRecord, MemoRecord, ...MemoRecord[]];
    const changed = { ...first, memo: { ...first.memo, subject: "Ein anderer Betreff" } };
    const added = recordOf(memoOf({ date: "2018-02-02" }), "added.txt");
    keep(changed);
    keep(added);
    rmSync(pathOf(second));
    const expected = registerOf([changed, ...rest, OTHER, added], { asOf: AS_OF });
    expect(JSON.parse((await registered()).out)).toEqual(expected);
  });

  it.each([
    ["is gone", () => rmSync(cache)],
    ["is another version's", () => writeFileSync(cache, "another\nline\n")],
    ["was cut off", () => writeFileSync(cache, readFileSync(cache).subarray(0, 4000))],
    ["has a stray line", () => appendFileSync(cache, "stray\n")],
    ["has a line whose papers are none", () => appendFileSync(cache, "key\tstamp\t\t[V1\t{}\n")],
  ])("is made anew where it %s", async (_, harm) => {
    const first = await registered();
    harm();
    expect(await registered()).toEqual(first);
  });
});
