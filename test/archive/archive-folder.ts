import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findFiles } from "../../src/archive/find-files.ts";
import { FolderJobStore, type SkipReason } from "../../src/archive/folder-job-store.ts";
import { InputQueue } from "../../src/archive/input-queue.ts";
import type { Job } from "../../src/archive/job-store.ts";
import { ArchivePaths } from "../../src/archive/paths.ts";
import type { FailureCode } from "../../src/model/failure.ts";

const MAX_BYTES = 1000;

/** A folder with inputs and an archive beside them, both its own. */
export interface TestArchive {
  readonly inputs: string;
  readonly paths: ArchivePaths;
  /** Writes an input; gives its path. */
  write(name: string, content: string): string;
  /** A store as a new run opens it. */
  open(options?: { readonly version?: string; readonly redo?: boolean }): Promise<FolderJobStore>;
  /** What the stores passed over, and what they could not read. */
  readonly skipped: (readonly [string, SkipReason, FailureCode | null])[];
  readonly unreadable: string[];
}

export function testArchive(): TestArchive {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  const [inputs, out] = [join(folder, "in"), join(folder, "out")];
  mkdirSync(inputs);
  mkdirSync(out);
  const paths = new ArchivePaths(out);
  const skipped: TestArchive["skipped"] = [];
  const unreadable: string[] = [];
  return {
    inputs,
    paths,
    skipped,
    unreadable,
    write(name, content) {
      const path = join(inputs, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    async open({ version = "1", redo = false } = {}) {
      const queue = new InputQueue(await findFiles([inputs], out), MAX_BYTES);
      return new FolderJobStore(
        paths,
        queue,
        { version, redo },
        {
          onSkipped: (path, why, failure) => skipped.push([path.slice(inputs.length + 1), why, failure]),
          onUnreadable: (path, { code }) => unreadable.push(`${path.slice(inputs.length + 1)}: ${code}`),
        },
      );
    },
  };
}

/** Does all jobs of a store with the same outcome. */
export async function workOff(store: FolderJobStore, end: (job: Job) => Promise<unknown>): Promise<Job[]> {
  const jobs: Job[] = [];
  for (let job = await store.claim(); job !== null; job = await store.claim()) {
    jobs.push(job);
    await end(job);
  }
  return jobs;
}
