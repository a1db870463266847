import type { Command, Option } from "commander";
import { pathOf } from "../leaf-commands.ts";
import { WrongUse } from "../shell.ts";
import { CONFIG_OPTION } from "./names.ts";
import { readConfig } from "./read-config.ts";

/**
 * Sets what the config file says of a command's options: above their defaults, below the command line. An option
 * of the file gives way to one of the command line that it cannot be used with.
 * @throws WrongUse
 */
export async function applyConfig(program: Command, command: Command): Promise<void> {
  const config = await readConfig(program, command.getOptionValue(CONFIG_OPTION));
  const values = config[pathOf(command)] ?? {};
  const given = command.options.filter((option) => command.getOptionValueSource(option.attributeName()) === "cli");
  const set = command.options.filter((option) => isSet(values[option.attributeName()], option));
  refuseClash(set);
  for (const option of set) {
    const name = option.attributeName();
    if (given.some((other) => other.attributeName() === name || clash(option, other))) continue;
    command.setOptionValueWithSource(name, values[name], "config");
  }
}

/** `"quiet": false` is as good as nothing; `"correct": false` is what `--no-correct` says. */
function isSet(value: unknown, option: Option): boolean {
  return value !== undefined && (value !== false || option.negate);
}

function refuseClash(options: readonly Option[]): void {
  for (const [index, option] of options.entries()) {
    const other = options.slice(index + 1).find((later) => clash(option, later));
    if (other === undefined) continue;
    const [one, two] = [option, other].map((each) => JSON.stringify(each.attributeName()));
    throw new WrongUse(`The config file sets ${one} and ${two}, which cannot be used together.`);
  }
}

function clash(one: Option, other: Option): boolean {
  return conflictsOf(one).includes(other.attributeName()) || conflictsOf(other).includes(one.attributeName());
}

/** commander keeps them with the option, though its types do not say so. */
function conflictsOf(option: Option): readonly unknown[] {
  const names: unknown = Reflect.get(option, "conflictsWith");
  return Array.isArray(names) ? names : [];
}
