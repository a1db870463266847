import type { FailureCode } from "../model/failure.ts";
import type { JobStats } from "./job-store.ts";
import { listFailures, listSources } from "./listing.ts";
import type { ArchivePaths } from "./paths.ts";
import { readFailure, readSource } from "./sources.ts";

/** Contents by what became of them, and by the pipeline that did them. */
export interface ArchiveStats extends Pick<JobStats, "done" | "records" | "failed"> {
  readonly versions: Readonly<Record<string, number>>;
}

/**
 * What an archive holds.
 * @throws ArchiveDamaged
 */
export async function archiveStats(paths: ArchivePaths): Promise<ArchiveStats> {
  let [done, records] = [0, 0];
  const versions: Record<string, number> = {};
  for await (const sha256 of listSources(paths)) {
    const entry = await readSource(paths, sha256);
    if (entry === null) continue;
    versions[entry.pipelineVersion] = (versions[entry.pipelineVersion] ?? 0) + 1;
    if ("failure" in entry.outcome) continue;
    done += 1;
    records += entry.outcome.records;
  }
  return { done, records, failed: await countFailures(paths), versions };
}

/**
 * The archive's failures by reason.
 * @throws ArchiveDamaged
 */
export async function countFailures(paths: ArchivePaths): Promise<JobStats["failed"]> {
  const failed: Partial<Record<FailureCode, number>> = {};
  for (const name of await listFailures(paths)) {
    const code = (await readFailure(paths, name))?.code;
    if (code !== undefined) failed[code] = (failed[code] ?? 0) + 1;
  }
  return failed;
}
