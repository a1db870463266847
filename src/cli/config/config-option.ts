import type { Command } from "commander";
import { leafCommands } from "../leaf-commands.ts";
import { CONFIG_FILE, CONFIG_OPTION } from "./names.ts";

/** Gives `--config` to every command that has options, and takes their values from the file before a command runs. */
export function addConfig(program: Command): void {
  for (const command of leafCommands(program)) {
    if (command.options.length === 0) continue;
    command.option(
      `--${CONFIG_OPTION} <file>`,
      `take options from this file (default: ${CONFIG_FILE}, if there is one)`,
    );
  }
  program.hook("preAction", async (_program, command) => {
    const { applyConfig } = await import("./apply-config.ts");
    await applyConfig(program, command);
  });
}
