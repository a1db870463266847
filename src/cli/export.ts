import { resolve } from "node:path";
import { rebuildIndexes } from "../archive/indexes.ts";
import { ArchivePaths } from "../archive/paths.ts";
import { exportArchive } from "../fleet/export-archive.ts";
import { humanLog } from "../report/human-log.ts";
import { counted } from "../report/messages.ts";
import { paintFor } from "../report/paint.ts";
import { withArchive } from "./archive-session.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { PERSON, withFleetDatabase } from "./fleet-session.ts";
import { writeOparl } from "./oparl-folder.ts";
import type { FormatFlags } from "./record-format.ts";
import type { Shell } from "./shell.ts";

export interface ExportFlags extends FormatFlags {
  readonly db: string;
  readonly out: string;
}

/**
 * `hausmitteilung export`: what a fleet made, as an archive folder.
 * @throws CommandFailed; AbortError when interrupted
 */
export async function exportRecords(flags: ExportFlags, shell: Shell): Promise<ExitCode> {
  const paths = new ArchivePaths(resolve(flags.out));
  await withFleetDatabase({ ...PERSON, url: flags.db }, shell, ({ database }) =>
    withArchive(paths, shell, async (interrupted) => {
      const documents = await exportArchive(database, paths, interrupted);
      const { records } = await rebuildIndexes(paths);
      await writeOparl(paths, flags, humanLog(shell.stderr, paintFor(shell.environment)));
      shell.stderr.write(`${counted(documents, "file")} exported; the archive has ${counted(records, "record")}.\n`);
    }),
  );
  return EXIT_CODES.allGood.code;
}
