import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { completion, completionScript } from "../../../src/cli/completion/completion.ts";
import { SHELL_NAMES } from "../../../src/cli/completion/shell-names.ts";
import type { CommandOutline } from "../../../src/cli/outline.ts";
import { bufferShell } from "../buffer-shell.ts";
import { allCommands, NESTED, PROGRAM } from "../outlines.ts";

/** What bash would offer for the last of some words. */
function offeredByBash(program: CommandOutline, ...words: string[]): string[] {
  const ask = `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _${program.name} 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const script = `${completionScript("bash", program)}\n${ask}`;
  const { stdout, status } = spawnSync("bash", ["-c", script, "bash", program.name, ...words], { encoding: "utf8" });
  expect(status).toBe(0);
  return stdout.split("\n").filter((word) => word !== "");
}

describe.each(SHELL_NAMES)("completion for %s", (name) => {
  it.each([["the program", PROGRAM] as const, ["a program with commands of commands", NESTED] as const])(
    "knows every command, option and choice of %s",
    (_of, program) => {
      const script = completionScript(name, program);
      for (const { commands, options, arguments: given } of allCommands(program)) {
        const words = [...commands.map((command) => command.name), ...options.flatMap((option) => option.choices)];
        for (const word of [...words, ...given.flatMap(({ choices }) => choices)]) expect(script).toContain(word);
        for (const option of options.flatMap(({ names }) => names)) {
          expect(script).toContain(name === "fish" ? option.replace(/^--/, "-l ").replace(/^-(?=\w$)/, "-s ") : option);
        }
      }
    },
  );

  it("is what the command prints", async () => {
    const shell = bufferShell();
    expect(await completion(name, PROGRAM, shell)).toBe(0);
    expect(shell.out()).toBe(completionScript(name, PROGRAM));
  });
});

describe("bash", () => {
  it.each([
    [["pa"], ["parse"]],
    [["parse", "--form"], ["--format"]],
    [
      ["parse", "--format", ""],
      ["json", "oparl"],
    ],
    [["parse", "--format", "=", "o"], ["oparl"]],
    [["parse", "a.pdf", "--json"], ["--json-logs"]],
    [["parse", "parse", "--json"], ["--json-logs"]],
    [["completion", "z"], ["zsh"]],
  ])("is offered for %j: %j", (words, offered) => {
    expect(offeredByBash(PROGRAM, ...words)).toEqual(offered);
  });

  it("leaves file names to bash where files are wanted", () => {
    expect(offeredByBash(PROGRAM, "parse", "")).toEqual([]);
    expect(offeredByBash(PROGRAM, "parse", "--out", "")).toEqual([]);
  });

  it("finds its way to a command of a command", () => {
    expect(offeredByBash(NESTED, "fleet", "")).toEqual(["work", "look-up"]);
    expect(offeredByBash(NESTED, "fleet", "work", "--shape", "s")).toEqual(["square"]);
    expect(offeredByBash(NESTED, "fleet", "look-up", "")).toEqual(["a"]);
  });
});

describe.each(["bash", "zsh", "fish"] as const)("the script for %s", (name) => {
  const there = spawnSync(name, ["--version"]).status === 0;
  it.skipIf(!there).each([PROGRAM, NESTED])("has no fault of syntax", (program) => {
    const file = join(mkdtempSync(join(tmpdir(), "completion-")), name);
    writeFileSync(file, completionScript(name, program));
    const { stderr } = spawnSync(name, ["-n", file], { encoding: "utf8" });
    expect(stderr).toBe("");
  });
});
