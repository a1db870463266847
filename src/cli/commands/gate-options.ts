import type { Command } from "commander";
import { GATES, type GateLimits, type GateName } from "../../evaluate/gates.ts";
import { notNegative } from "./option-values.ts";

const NAMES = Object.keys(GATES) as GateName[];

/** What the options of `addGateOptions` give. */
export type GateFlags = Readonly<Record<string, unknown>>;

/** An option for each gate: "--max-cer <n>". */
export function addGateOptions(command: Command): Command {
  for (const name of NAMES) {
    const { bound, meaning } = GATES[name];
    const least = bound === "min" ? "at least" : "at most";
    command.option(`--${name} <n>`, `exit with code 6 unless it is ${least} this: ${meaning}`, notNegative);
  }
  return command;
}

/** The gates that were asked for. */
export function gateLimitsOf(flags: GateFlags): GateLimits {
  return Object.fromEntries(
    NAMES.map((name) => [name, flags[camelCase(name)]]).filter(([, limit]) => limit !== undefined),
  );
}

/** The name by which commander gives an option's value. */
function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
