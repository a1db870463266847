import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.ts";
import type { Shell } from "../shell.ts";

/** Called with the exit code of the command that ran. */
export type OnExit = (code: ExitCode) => void;

/**
 * Declares a command: its arguments, options and help. The code that does its work is imported only when it runs,
 * so that help answers at once.
 */
export type AddCommand = (program: Command, shell: Shell, onExit: OnExit) => void;
