import { userInfo } from "node:os";
import { errorCode } from "../model/error-code.ts";
import { printable } from "../report/printable.ts";
import { openBrowser } from "../review/open-browser.ts";
import { startDesk } from "../review/server.ts";
import { existingArchive } from "./archive-folder.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { CommandFailed, type Shell } from "./shell.ts";
import { writeOut } from "./streams.ts";

export interface ReviewFlags {
  readonly open: boolean;
  /** 0: any that is free. */
  readonly port: number;
  readonly who?: string;
}

/**
 * `hausmitteilung review`: serves the desk until interrupted. Its address is the result.
 * @throws WrongUse, CommandFailed
 */
export async function review(dir: string, flags: ReviewFlags, shell: Shell): Promise<ExitCode> {
  const paths = await existingArchive(dir);
  const tell = (line: string): void => void shell.stderr.write(`${line}\n`);
  const desk = await startDesk(paths, {
    who: flags.who ?? userInfo().username,
    port: flags.port,
    onDamaged: (error) => tell(`left out: ${printable(error.message)}`),
  }).catch((error: unknown) => {
    throw portTaken(error, flags.port) ?? error;
  });
  try {
    await writeOut(shell.stdout, `${desk.url}\n`);
    tell(`${desk.records} records on the desk. Ctrl-C ends it.`);
    if (flags.open) openBrowser(desk.url);
    await interrupted(shell.interrupted);
  } finally {
    await desk.close();
  }
  return EXIT_CODES.interrupted.code;
}

function portTaken(error: unknown, port: number): CommandFailed | null {
  const code = errorCode(error);
  if (code !== "EADDRINUSE" && code !== "EACCES") return null;
  return new CommandFailed(EXIT_CODES.unexpected.code, `Port ${port} cannot be had: ${code}.`, {
    cause: error,
  });
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
