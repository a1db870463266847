import { basename, resolve } from "node:path";
import { writeFileAtomically } from "../archive/write-file-atomically.ts";
import { Originals } from "../review/originals.ts";
import { PagePictures } from "../review/page-pictures.ts";
import { reportPage } from "../review/report-page.ts";
import { WorkerPool } from "../workers/worker-pool.ts";
import { existingArchive } from "./archive-folder.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";
import { withRunner } from "./with-runner.ts";

export interface ReportFlags {
  readonly out: string;
  readonly pages: "all" | "review" | "none";
  readonly lang: "de" | "en";
}

/**
 * `hausmitteilung report`: an archive's records as one file to read.
 * @throws WrongUse, ArchiveDamaged; AbortError when interrupted
 */
export async function report(dir: string, flags: ReportFlags, shell: Shell): Promise<ExitCode> {
  const paths = await existingArchive(dir);
  return withRunner(new WorkerPool({ jobs: 1 }), shell.interrupted, async (runner) => {
    const page = reportPage(paths, new PagePictures(new Originals(paths), runner), {
      archive: basename(paths.root),
      language: flags.lang,
      showsPages: ({ record }) => flags.pages === "all" || (flags.pages === "review" && record.status !== "ok"),
    });
    await writeFileAtomically(resolve(flags.out), untilInterrupted(page, shell.interrupted));
    return EXIT_CODES.allGood.code;
  });
}

async function* untilInterrupted(pieces: AsyncIterable<string>, interrupted: AbortSignal): AsyncGenerator<string> {
  for await (const piece of pieces) {
    interrupted.throwIfAborted();
    yield piece;
  }
}
