import { exists } from "../archive/read-json.ts";
import { verifyArchive } from "../archive/verify.ts";
import { counted } from "../report/messages.ts";
import { printable } from "../report/printable.ts";
import { existingArchive } from "./archive-session.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";
import { writeOut } from "./streams.ts";

const UNSEALED = "The archive has no hashes of its records yet; the next `batch` takes them as they stand.\n";

export interface VerifyFlags {
  readonly originals?: true;
}

/**
 * `hausmitteilung verify`: a line for each thing that is off in an archive.
 * @throws WrongUse, ReaderGone, OutputBroken
 */
export async function verify(folder: string, flags: VerifyFlags, shell: Shell): Promise<ExitCode> {
  const paths = await existingArchive(folder);
  let faults = 0;
  for await (const { path, problem } of verifyArchive(paths, { originals: flags.originals === true })) {
    shell.interrupted.throwIfAborted();
    faults += 1;
    await writeOut(shell.stdout, `${printable(path)}: ${printable(problem)}\n`);
  }
  if (!(await exists(paths.sealed))) shell.stderr.write(UNSEALED);
  shell.stderr.write(faults === 0 ? "All is as it should be.\n" : `${counted(faults, "fault")} found.\n`);
  return faults === 0 ? EXIT_CODES.allGood.code : EXIT_CODES.archiveOff.code;
}
