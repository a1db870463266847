import { type Command, Option } from "commander";
import { LIMITS } from "../../model/limits.ts";
import { positiveInteger } from "./option-values.ts";

/** An option for each limit, in the table's order. */
export function addLimitOptions(command: Command): Command {
  for (const { flag, unit, default: preset, of } of Object.values(LIMITS)) {
    const name = flag.replace(/[A-Z]/gu, (capital) => `-${capital.toLowerCase()}`);
    const option = new Option(`--${name} <${unit}>`, `limit on ${of} (default: ${preset})`);
    command.addOption(option.argParser(positiveInteger).helpGroup("Limits:"));
  }
  return command;
}
