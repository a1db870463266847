import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { run } from "../../src/cli/run.ts";
import { bufferShell } from "./buffer-shell.ts";
import { PROGRAM } from "./outlines.ts";

async function ran(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const shell = bufferShell();
  const code = await run(args, shell);
  return { code, out: shell.out(), err: shell.err() };
}

/** All but "help", which commander adds. */
const COMMANDS = PROGRAM.commands.map(({ name }) => name).filter((name) => name !== "help");

describe("the command line", () => {
  it("tells its version", async () => {
    const { code, out } = await ran("--version");
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("shows every command and every exit code in its help", async () => {
    const { code, out } = await ran("--help");
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toContain(`  ${command} `);
    for (const exit of Object.values(EXIT_CODES))
      expect(out).toMatch(new RegExp(`^ +${exit.code} +${exit.meaning}$`, "m"));
  });

  it.each([
    [["retry", "--db", "postgres://db/memos", "--source", "ocr", "--jobs", "3"], "--source, --jobs would not be heard"],
    [["retry", "--db", "postgres://db/memos", "--no-correct"], "--no-correct would not be heard"],
    [["enqueue", "x", "--db", "postgres://db/memos", "--min-confidence", "0.9"], "Without --redo --min-confidence"],
  ])("refuses options that nobody would hear: %j", async (args, why) => {
    const { code, err } = await ran(...args);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });

  it.each(COMMANDS)("gives an example in the help of %s", async (command) => {
    const { code, out } = await ran(command, "--help");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Examples?:\n {2}(.* )?hausmitteilung ${command}`, "m"));
  });

  it.each([
    [],
    ["bake"],
    ["parse"],
    ["repair"],
    ["parse", "--frobnicate", "a.pdf"],
    ["parse", "--source", "tarot", "a.pdf"],
    ["parse", "--jobs", "0", "a.pdf"],
    ["parse", "--jobs", "two", "a.pdf"],
    ["parse", "--jobs", "1.5", "a.pdf"],
    ["parse", "--fail-on", "rain", "a.pdf"],
    ["parse", "--quiet", "--verbose", "a.pdf"],
    ["repair", "--min-confidence", "1.1", "a.txt"],
    ["repair", "--min-confidence", "", "a.txt"],
    ["repair", "--words", "/no/such/list", "a.txt"],
    ["parse", "-", "-"],
    ["schema", "extra"],
    ["completion"],
    ["completion", "tcsh"],
    ["check", "/no/such/folder"],
    ["check", "--reporter", "pigeon"],
    ["check", "--reporter", "junit="],
    ["check", "--max-cer", "-1"],
    ["check", "--max-cer", ""],
    ["evaluate", "/no/such/folder"],
    ["evaluate", "/no/such/folder", "."],
    ["evaluate", ".", ".", "--format", "pdf"],
  ])("exits with 2 on wrong use: %j %j %j %j", async (...args) => {
    const { code, out, err } = await ran(...args.filter((arg) => arg !== undefined));
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).not.toBe("");
    expect(err).not.toContain("    at ");
  });
});
