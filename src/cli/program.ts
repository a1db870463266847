import { Command } from "commander";
import type { AddCommand, OnExit } from "./commands/add-command.ts";
import { addBatch } from "./commands/batch.ts";
import { addHistory } from "./commands/history.ts";
import { addParse } from "./commands/parse.ts";
import { addRepair } from "./commands/repair.ts";
import { addReport } from "./commands/report.ts";
import { addReview } from "./commands/review.ts";
import { addSchema } from "./commands/schema.ts";
import { exitCodesHelp, PROGRAM_EXAMPLES } from "./help.ts";
import type { Shell } from "./shell.ts";

/** In the order that help lists them. */
const COMMANDS: readonly AddCommand[] = [addParse, addBatch, addRepair, addReview, addHistory, addReport, addSchema];

/** The command line: all commands and their options. */
export function createProgram(version: string, shell: Shell, onExit: OnExit): Command {
  const program = new Command("hausmitteilung")
    .description(
      "Turns scanned Hausmitteilung memos of the Landeshauptstadt Dresden into validated JSON records, offline.",
    )
    .version(version)
    .showHelpAfterError("(--help shows how)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => shell.stdout.write(text), writeErr: (text) => shell.stderr.write(text) })
    .addHelpText("after", PROGRAM_EXAMPLES + exitCodesHelp());
  for (const add of COMMANDS) add(program, shell, onExit);
  return program;
}
