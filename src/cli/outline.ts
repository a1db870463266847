import type { Argument, Command, Option } from "commander";

/** A command as data, of which completion scripts and the man page are made. */
export interface CommandOutline {
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly ArgumentOutline[];
  readonly options: readonly OptionOutline[];
  readonly commands: readonly CommandOutline[];
}

interface ArgumentOutline {
  /** As in help: "<files...>" */
  readonly form: string;
  readonly description: string;
  readonly choices: readonly string[];
}

export interface OptionOutline {
  /** As in help: "-o, --out <dir>" */
  readonly flags: string;
  /** "-o", "--out" */
  readonly names: readonly string[];
  readonly description: string;
  /** What follows the option on the command line. */
  readonly takes: "nothing" | "choice" | "path" | "value";
  /** Empty unless it takes a choice. */
  readonly choices: readonly string[];
  /** null where there is none, or where the description tells it. */
  readonly defaultValue: string | null;
}

/** All that help shows of a command, the commands below it included. */
export function outlineOf(command: Command): CommandOutline {
  const help = command.createHelp();
  return {
    name: command.name(),
    description: command.description(),
    arguments: help.visibleArguments(command).map(argumentOutline),
    options: help.visibleOptions(command).map(optionOutline),
    commands: help.visibleCommands(command).map(outlineOf),
  };
}

function argumentOutline(argument: Argument): ArgumentOutline {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return {
    form: argument.required ? `<${name}>` : `[${name}]`,
    description: argument.description,
    choices: argument.argChoices ?? [],
  };
}

function optionOutline(option: Option): OptionOutline {
  return {
    flags: option.flags,
    names: [option.short, option.long].filter((name) => name !== undefined),
    description: option.description,
    takes: whatFollows(option),
    choices: option.argChoices ?? [],
    defaultValue: defaultOf(option),
  };
}

/** Options name what they take: `<file>`, `<dir>`. */
function whatFollows(option: Option): OptionOutline["takes"] {
  if (!option.required && !option.optional) return "nothing";
  if (option.argChoices !== undefined) return "choice";
  return /[<[](file|dir|folder|path)/.test(option.flags) ? "path" : "value";
}

function defaultOf(option: Option): string | null {
  const value: unknown = option.defaultValue;
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
