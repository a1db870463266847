import { CommanderError } from "commander";
import { printableLines } from "../report/printable.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { missingPackageWords } from "./missing-package.ts";
import { createProgram } from "./program.ts";
import { CommandFailed, OutputBroken, ReaderGone, type Shell, WrongUse } from "./shell.ts";
import { readManifest, readVersion } from "./version.ts";

/** Runs a command line and gives its exit code; whatever goes wrong is told on standard error. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  let code: ExitCode = EXIT_CODES.allGood.code;
  const program = createProgram(readVersion(), shell, (given) => {
    code = given;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return shell.interrupted.aborted ? EXIT_CODES.interrupted.code : code;
  } catch (error) {
    return explain(error, shell);
  }
}

function explain(error: unknown, shell: Shell): ExitCode {
  if (shell.interrupted.aborted) return EXIT_CODES.interrupted.code;
  if (error instanceof ReaderGone) return EXIT_CODES.allGood.code;
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? EXIT_CODES.allGood.code : EXIT_CODES.wrongUse.code;
  }
  if (error instanceof WrongUse) {
    shell.stderr.write(`error: ${printableLines(error.message)}\n(--help shows how)\n`);
    return EXIT_CODES.wrongUse.code;
  }
  if (error instanceof CommandFailed) {
    shell.stderr.write(`error: ${printableLines(error.message)}\n`);
    return error.code;
  }
  const missing = missingPackageWords(error, readManifest().peerDependencies);
  if (missing !== null) {
    shell.stderr.write(`error: ${printableLines(missing)}\n`);
    return EXIT_CODES.databaseUnusable.code;
  }
  if (error instanceof OutputBroken) shell.stderr.write(`error: ${printableLines(error.message)}\n`);
  else
    shell.stderr.write(
      `This is a fault of the program:\n${printableLines(String(error instanceof Error ? error.stack : error))}\n`,
    );
  return EXIT_CODES.unexpected.code;
}
