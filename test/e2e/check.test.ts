import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { FIXTURES, PROGRAM, runProgram, runShell } from "./program.ts";

const folder = mkdtempSync(join(tmpdir(), "e2e-check-"));
afterAll(() => rmSync(folder, { recursive: true }));
const CASE = "einzelner-punkt";
cpSync(join(FIXTURES, CASE), join(folder, CASE), { recursive: true });

const OUTSIDE_CI = { CI: "", NO_COLOR: "1" };

describe("check, the built program", () => {
  it("records what the engine reads, which is what the committed recording says, to the byte", async () => {
    const recording = join(folder, CASE, "pages.json");
    const committed = readFileSync(recording, "utf8");
    writeFileSync(recording, committed.replace(/"engine":"[^"]*"/, '"engine":"another"'));
    const stale = await runProgram(["check", folder, "--only", "scan", "--record"], { env: OUTSIDE_CI });
    expect(stale).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(recording, "utf8")).toBe(committed);
  });

  it("tells a changed word with its page, by exit code 6; an update makes it the expectation", async () => {
    const expectation = join(folder, CASE, "scan.pdf.expected.json");
    const text = readFileSync(expectation, "utf8");
    writeFileSync(expectation, text.replaceAll("Winterlinden", "Sommerlinden"));
    const differing = await runProgram(["check", folder, "--only", "scan"], { env: OUTSIDE_CI });
    expect(differing).toMatchObject({ code: 6, err: "" });
    expect(differing.out).toContain('"Sommerlinden" expected, "Winterlinden" read, page 1\n');
    expect((await runProgram(["check", folder, "--update"], { env: { CI: "1" } })).code).toBe(2);
    expect((await runProgram(["check", folder, "--only", "scan", "--update"], { env: OUTSIDE_CI })).code).toBe(0);
    expect(readFileSync(expectation, "utf8")).toBe(text);
  });
});

describe("evaluate, the built program", () => {
  it("scores parsed fixtures, and shows the page beside what is wrong on it", async () => {
    const records = join(folder, "records");
    await runProgram(["parse", "-o", records, join(folder, CASE, "memo.pdf")]);
    const truths = join(folder, "truths", "memo");
    cpSync(join(folder, CASE), truths, { recursive: true });
    const truth = readFileSync(join(truths, "truth.json"), "utf8");
    writeFileSync(join(truths, "truth.json"), truth.replaceAll("Winterlinden", "Sommerlinden"));
    const args = ["evaluate", join(folder, "truths"), records, "--max-cer", "0.1"];
    const table = await runProgram(args, { env: OUTSIDE_CI });
    expect(table).toMatchObject({ code: 6, err: "" });
    expect(table.out).toMatch(/✗ --max-cer 0\.1 %: it is 0\.\d+ %\n$/);
    const page = await runProgram([...args, "--format", "html"]);
    expect(page.out).toContain("<del>Sommerlinden </del><ins>Winterlinden </ins>");
    expect(page.out).toContain('<img src="data:image/jpeg;base64,');
  });
});

describe("the GitHub action", () => {
  const path = fileURLToPath(new URL("../../.github/actions/check", import.meta.url));

  it("annotates what differs, leaves a JUnit report, and fails", async () => {
    const action = readFileSync(join(path, "action.yml"), "utf8");
    const script = action.slice(action.lastIndexOf("run: |\n") + "run: |\n".length);
    const cases = join(folder, "action");
    cpSync(join(FIXTURES, CASE, "memo.txt"), join(cases, "brief", "memo.txt"));
    writeFileSync(join(cases, "brief", "expected.json"), '{"memo":{"kind":"Vorschlag"}}');
    const env = {
      PROGRAM,
      RUNNER_TEMP: mkdtempSync(join(folder, "runner-")),
      GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
      FOLDER: cases,
      OPTIONS: "--only brief --max-wer 100",
      JUNIT: join(folder, "junit.xml"),
    };
    const ended = await runShell(script, { env });
    expect(ended).toMatchObject({ code: 6, err: "" });
    expect(ended.out).toMatch(/^::error file=[^:]*brief\/expected.json,title=brief\/memo.txt::\/memo\/kind, page 1%0A/);
    expect(readFileSync(env.JUNIT, "utf8")).toContain('<testsuite name="brief" tests="1" failures="1" errors="0">');
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8")).toMatch(
      /^```text\n✗ brief\/memo\.txt {2}differs\n[\s\S]*```\n$/u,
    );
  });
});
