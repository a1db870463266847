import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { beforeEach, describe, expect, it } from "vitest";
import { positiveInteger } from "../../../src/cli/commands/option-values.ts";
import { addConfig } from "../../../src/cli/config/config-option.ts";
import { createProgram } from "../../../src/cli/program.ts";
import { run } from "../../../src/cli/run.ts";
import { WrongUse } from "../../../src/cli/shell.ts";
import { bufferShell } from "../buffer-shell.ts";

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "config-")), "config.json");
});

/** What a command gets to see, after a config file (null: none) and the command line were looked at. */
async function optionsOf(config: unknown, ...args: string[]): Promise<unknown> {
  if (config !== null) writeFileSync(file, typeof config === "string" ? config : JSON.stringify(config));
  let seen: unknown = null;
  const program = new Command("program").exitOverride().configureOutput({ writeErr: () => {} });
  const fleet = program.command("fleet");
  for (const parent of [program, fleet]) {
    parent
      .command("work")
      .option("-j, --jobs <n>", "", positiveInteger)
      .option("--shape <shape>", "", "round")
      .option("--tag <tags...>", "")
      .option("--no-correct", "")
      .option("--rate <n>", "", (value, rates: readonly number[]) => [...rates, positiveInteger(value)], [])
      .addOption(new Option("--colour <c>").choices(["red", "blue"]))
      .addOption(new Option("--quiet").conflicts(["verbose"]))
      .option("--verbose", "")
      .action((options) => {
        seen = options;
      });
  }
  program
    .command("send")
    .requiredOption("--to <whom>", "")
    .action((options) => {
      seen = options;
    });
  program.command("idle").action(() => {});
  addConfig(program);
  await program.parseAsync(config === null ? args : [...args, "--config", file], { from: "user" });
  const { config: _config, ...others } = seen as Record<string, unknown>;
  return others;
}

const DEFAULTS = { shape: "round", correct: true, rate: [] };

describe("the config file", () => {
  it("sets options above their defaults", async () => {
    const work = { jobs: 2, shape: "square", tag: ["a", "b"], correct: false, colour: "red", quiet: true };
    expect(await optionsOf({ work }, "work")).toEqual({ ...work, rate: [] });
  });

  it("gathers the values of an option that may be repeated", async () => {
    expect(await optionsOf({ work: { rate: [1, "2"] } }, "work")).toEqual({ ...DEFAULTS, rate: [1, 2] });
    expect(await optionsOf({ work: { rate: 3 } }, "work")).toEqual({ ...DEFAULTS, rate: [3] });
  });

  it("gives way to the command line", async () => {
    const work = { jobs: 2, shape: "square" };
    expect(await optionsOf({ work }, "work", "--jobs", "3")).toEqual({ ...DEFAULTS, jobs: 3, shape: "square" });
  });

  it("gives way to an option of the command line that it cannot be used with, either way round", async () => {
    expect(await optionsOf({ work: { quiet: true } }, "work", "--verbose")).toEqual({ ...DEFAULTS, verbose: true });
    expect(await optionsOf({ work: { verbose: true } }, "work", "--quiet")).toEqual({ ...DEFAULTS, quiet: true });
  });

  it("takes false for an option that is not given", async () => {
    expect(await optionsOf({ work: { quiet: false, verbose: true } }, "work")).toEqual({ ...DEFAULTS, verbose: true });
  });

  it("concerns only the command it names, be it a command of a command", async () => {
    expect(await optionsOf({ "fleet work": { jobs: 2 } }, "work")).toEqual(DEFAULTS);
    expect(await optionsOf({ "fleet work": { jobs: 2 } }, "fleet", "work")).toEqual({ ...DEFAULTS, jobs: 2 });
  });

  it.each([
    [{ work: { jobs: 0 } }, "work: jobs: It must be a whole number from 1 on."],
    [{ work: { rate: [0] } }, "work: rate: It must be a whole number from 1 on."],
    [{ work: { colour: "green" } }, "work: colour: Invalid option"],
    [{ work: { quiet: "yes" } }, "work: quiet: Invalid input: expected boolean"],
    [{ work: { job: 1 } }, 'work: Unrecognized key: "job"'],
    [{ work: { config: "other.json" } }, 'work: Unrecognized key: "config"'],
    [{ play: {} }, 'Unrecognized key: "play"'],
    [{ work: { quiet: true, verbose: true } }, '"quiet" and "verbose", which cannot be used together'],
    [[], "expected object"],
    ["{", "This is no JSON"],
  ])("refuses %j, and says why", async (config, why) => {
    const refused = optionsOf(config, "work");
    await expect(refused).rejects.toThrow(WrongUse);
    await expect(refused).rejects.toThrow(why);
  });

  it("may set an option that is required, which is asked for where neither does", async () => {
    expect(await optionsOf({ send: { to: "you" } }, "send")).toEqual({ to: "you" });
    expect(await optionsOf({}, "send", "--to", "me")).toEqual({ to: "me" });
    await expect(optionsOf({}, "send")).rejects.toThrow("required option '--to <whom>' not specified");
  });

  it("may be none, unless it is named", async () => {
    expect(await optionsOf(null, "work")).toEqual(DEFAULTS);
    const shell = bufferShell();
    expect(await run(["repair", "--config", "/nowhere.json", "-"], shell)).toBe(2);
    expect(shell.err()).toContain('The config file "/nowhere.json" cannot be read.');
  });

  it("can be named to every command that has options", () => {
    const program = createProgram("0.0.0", bufferShell(), () => {});
    for (const command of program.commands.filter(({ options }) => options.length > 0)) {
      expect(command.options.map((option) => option.long)).toContain("--config");
    }
  });
});
