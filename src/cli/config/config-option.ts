import type { Command, Option } from "commander";
import { leafCommands } from "../leaf-commands.ts";
import { CONFIG_FILE, CONFIG_OPTION } from "./names.ts";

/**
 * Gives `--config` to every command that has options, and takes their values from the file before a command runs.
 * Required options may stand in the file as well, so they are asked for after it was read.
 */
export function addConfig(program: Command): void {
  const required = new Map<Command, Option[]>();
  for (const command of leafCommands(program)) {
    if (command.options.length === 0) continue;
    const mandatory = command.options.filter((option) => option.mandatory);
    required.set(command, mandatory);
    for (const option of mandatory) option.makeOptionMandatory(false);
    command.option(
      `--${CONFIG_OPTION} <file>`,
      `take options from this file (default: ${CONFIG_FILE}, if there is one)`,
    );
  }
  program.hook("preAction", async (_program, command) => {
    const { applyConfig } = await import("./apply-config.ts");
    await applyConfig(program, command);
    for (const option of required.get(command) ?? []) requireValue(command, option);
  });
}

/** @throws CommanderError as commander itself does where a required option is missing */
function requireValue(command: Command, option: Option): void {
  if (command.getOptionValue(option.attributeName()) !== undefined) return;
  command.error(`error: required option '${option.flags}' not specified`, {
    code: "commander.missingMandatoryOptionValue",
  });
}
