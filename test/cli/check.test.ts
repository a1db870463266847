import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../src/cli/check.ts";
import type { CheckFlags } from "../../src/cli/check-flags.ts";
import { caseFolder, fakeReader, recordFor } from "../check/cases.ts";
import { MEMO } from "../evaluate/memos.ts";
import { type BufferShell, bufferShell } from "./buffer-shell.ts";

const FLAGS: CheckFlags = { reporter: [], limits: {} };

async function ran(
  folder: string,
  flags: Partial<CheckFlags> = {},
  shell: BufferShell = bufferShell(),
): Promise<{ code: number; out: string; err: string }> {
  const code = await check(folder, { ...FLAGS, ...flags }, shell, fakeReader);
  return { code, out: shell.out(), err: shell.err() };
}

const good = (): string => caseFolder({ "a/memo.txt": "Bänke", "a/expected.json": recordFor("Bänke") });
const bad = (): string => caseFolder({ "a/memo.txt": "Bänke", "a/expected.json": recordFor("Banke") });

describe("check", () => {
  it("exits with 0 where all is as expected, and with 6 where a case differs or is new", async () => {
    expect(await ran(good())).toMatchObject({ code: 0, err: "", out: expect.stringContaining("1 as expected") });
    expect(await ran(bad())).toMatchObject({ code: 6, err: "", out: expect.stringContaining("1 with differences") });
    expect(await ran(caseFolder({ "a/memo.txt": "x" }))).toMatchObject({ code: 6 });
  });

  it("exits with 6 where a gate is not met, though all is as expected", async () => {
    const folder = caseFolder({
      "a/memo.txt": "Bänke",
      "a/expected.json": recordFor("Bänke"),
      "a/truth.json": { memo: MEMO },
    });
    expect(await ran(folder, { limits: { "min-field-accuracy": 94 } })).toMatchObject({ code: 0 });
    const { code, out } = await ran(folder, { limits: { "min-field-accuracy": 95 } });
    expect(code).toBe(6);
    expect(out).toContain("✗ --min-field-accuracy 95 %: it is 94.12 %\n");
  });

  it("checks only what matches", async () => {
    const folder = caseFolder({ "a/memo.txt": "x", "b/memo.txt": "Bänke", "b/expected.json": recordFor("Bänke") });
    expect(await ran(folder, { only: "b" })).toMatchObject({ code: 0, out: expect.not.stringContaining("a/memo.txt") });
    await expect(ran(folder, { only: "z*" })).rejects.toMatchObject({ name: "WrongUse" });
  });

  it("updates expectations, but not where CI is set", async () => {
    const folder = bad();
    const inCi = { ...bufferShell(), environment: { CI: "true" } };
    await expect(ran(folder, { update: true }, inCi)).rejects.toThrow("Expectations are not rewritten in CI");
    expect((await ran(folder)).code).toBe(6);
    expect(await ran(folder, { update: true })).toMatchObject({ code: 0, out: expect.stringContaining("1 updated") });
    expect((await ran(folder)).code).toBe(0);
  });

  it.each(["", "false"])("takes CI=%j for not set", async (value) => {
    expect((await ran(bad(), { update: true }, { ...bufferShell(), environment: { CI: value } })).code).toBe(0);
  });

  it("writes several reports in one run", async () => {
    const folder = bad();
    const [junit, page] = [join(folder, "report.xml"), join(folder, "report.html")];
    const reporter = [
      { kind: "github", file: null },
      { kind: "junit", file: junit },
      { kind: "html", file: page },
    ] as const;
    const { out } = await ran(folder, { reporter });
    expect(out).toMatch(/^::error file=/);
    expect(readFileSync(junit, "utf8")).toContain("<testsuites ");
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>/);
  });

  it("refuses two reports on standard output, and files that cannot be written", async () => {
    const twice = [{ kind: "json", file: null } as const, { kind: "junit", file: null } as const];
    await expect(ran(good(), { reporter: twice })).rejects.toMatchObject({ name: "WrongUse" });
    const nowhere = [{ kind: "json", file: "/no/such/folder/report.json" } as const];
    await expect(ran(good(), { reporter: nowhere })).rejects.toMatchObject({ name: "WrongUse" });
  });

  it("names all invalid files before it does any work", async () => {
    const folder = caseFolder({
      "a/memo.txt": "x",
      "a/expected.json": "{",
      "b/memo.txt": "x",
      "b/truth.json": { memo: { subject: 7 } },
    });
    await expect(ran(folder, { update: true })).rejects.toThrow(
      /a\/expected\.json: No JSON: .*\n.*b\/truth\.json: \/memo\/subject: /,
    );
    expect(existsSync(join(folder, "b/expected.json"))).toBe(false);
  });

  it("names them to machines, too", async () => {
    const folder = caseFolder({ "a/memo.txt": "x", "a/expected.json": "{" });
    const junit = join(folder, "report.xml");
    const shell = bufferShell();
    const reporter = [
      { kind: "github", file: null },
      { kind: "junit", file: junit },
    ] as const;
    await expect(ran(folder, { reporter }, shell)).rejects.toMatchObject({ name: "WrongUse" });
    expect(shell.out()).toMatch(/^::error file=.*a\/expected\.json,title=broken::No JSON: .*\n$/u);
    expect(readFileSync(junit, "utf8")).toMatch(
      /<testcase name=".*a\/expected.json" classname="broken files">\n +<failure /u,
    );
  });

  it("makes a case of a file, and expects from then on what it gave", async () => {
    const folder = caseFolder({ "in/Brief 1.TXT": "Bänke" });
    const cases = join(folder, "cases");
    const init = join(folder, "in", "Brief 1.TXT");
    expect(await ran(cases, { init })).toMatchObject({ code: 0, out: expect.stringContaining("1 updated") });
    expect(readdirSync(join(cases, "Brief 1"))).toEqual(["expected.json", "memo.txt", "pages.json"]);
    expect(await ran(cases)).toMatchObject({ code: 0, out: expect.stringContaining("1 as expected") });
    await expect(ran(cases, { init })).rejects.toThrow("There is");
    await expect(ran(cases, { init: join(folder, "nowhere.txt") })).rejects.toThrow("cannot be copied");
  });

  it("names recordings that do not hold before the scans are read again", async () => {
    const recording = {
      engine: "another",
      identity: { file: "scan.txt", sha256: "0".repeat(64), bytes: 1 },
      mediaType: "text/plain",
      diagnostics: [],
      pages: [],
    };
    const folder = caseFolder({
      "a/scan.txt": "Bänke",
      "a/pages.json": recording,
      "a/expected.json": recordFor("Bänke"),
    });
    const { code, err } = await ran(folder);
    expect(err).toBe("a/scan.txt: stale recording (the input was changed since); the scan is read again\n");
    expect(code).toBe(0);
  });

  it("says so where there is no folder, or no case in it", async () => {
    await expect(ran("/no/such/folder")).rejects.toMatchObject({ name: "WrongUse" });
    const empty = caseFolder({});
    mkdirSync(join(empty, "a"));
    await expect(ran(empty)).rejects.toThrow("There is no case in");
  });

  it("ends without writing anything when interrupted", async () => {
    const folder = bad();
    const shell = bufferShell();
    shell.interrupt();
    await expect(ran(folder, { update: true }, shell)).rejects.toMatchObject({ name: "AbortError" });
    expect((await ran(folder)).code).toBe(6);
    expect(shell.out()).toBe("");
  });
});
