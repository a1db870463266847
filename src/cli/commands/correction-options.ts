import type { Command } from "commander";
import { probability } from "./option-values.ts";

/** How text is repaired, words of the user's own aside. */
export function addRepairOptions(command: Command): Command {
  return command
    .option("--no-correct", "leave the text as it was read")
    .option("--min-confidence <p>", "make no correction less sure than this, 0 to 1", probability, 0);
}

/** The options of every command that repairs text. */
export function addCorrectionOptions(command: Command): Command {
  return addRepairOptions(command).option("--words <file>", "names and words of your own, one a line");
}
