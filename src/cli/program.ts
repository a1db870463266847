import { Command } from "commander";
import type { AddCommand, OnExit } from "./commands/add-command.ts";
import { addBatch } from "./commands/batch.ts";
import { addCheck } from "./commands/check.ts";
import { addCompletion } from "./commands/completion.ts";
import { addEnqueue } from "./commands/enqueue.ts";
import { addEvaluate } from "./commands/evaluate.ts";
import { addExplain } from "./commands/explain.ts";
import { addExport } from "./commands/export.ts";
import { addHistory } from "./commands/history.ts";
import { addParse } from "./commands/parse.ts";
import { addRepair } from "./commands/repair.ts";
import { addReport } from "./commands/report.ts";
import { addRetry } from "./commands/retry.ts";
import { addReview } from "./commands/review.ts";
import { addSchema } from "./commands/schema.ts";
import { addStatus } from "./commands/status.ts";
import { addVerify } from "./commands/verify.ts";
import { addWorker } from "./commands/worker.ts";
import { addConfig } from "./config/config-option.ts";
import { exitCodesHelp, PROGRAM_EXAMPLES } from "./help.ts";
import type { Shell } from "./shell.ts";

/** In the order that help lists them. */
const COMMANDS: readonly AddCommand[] = [
  addParse,
  addBatch,
  addStatus,
  addRetry,
  addVerify,
  addReview,
  addHistory,
  addReport,
  addCheck,
  addEvaluate,
  addRepair,
  addExplain,
  addSchema,
  addEnqueue,
  addWorker,
  addExport,
  addCompletion,
];

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
  addConfig(program);
  return program;
}
