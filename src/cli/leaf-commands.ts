import type { Command } from "commander";

/** The commands that do work: those without commands of their own. */
export function leafCommands(program: Command): Command[] {
  return program.commands.flatMap((command) => (command.commands.length === 0 ? [command] : leafCommands(command)));
}

/** A command's name below the program: "parse", "fleet work". */
export function pathOf(command: Command): string {
  const { parent } = command;
  return parent === null || parent.parent === null ? command.name() : `${pathOf(parent)} ${command.name()}`;
}
