import type { FailureCode } from "../model/failure.ts";
import type { JobStats } from "./job-store.ts";
import { listFailures, listSources } from "./listing.ts";
import type { ArchivePaths } from "./paths.ts";
import { readFailure, readSource } from "./sources.ts";

/**
 * What an archive holds.
 * @throws ArchiveDamaged
 */
export async function archiveStats(paths: ArchivePaths): Promise<Pick<JobStats, "done" | "records" | "failed">> {
  let [done, records] = [0, 0];
  for await (const sha256 of listSources(paths)) {
    const outcome = (await readSource(paths, sha256))?.outcome;
    if (outcome === undefined || "failure" in outcome) continue;
    done += 1;
    records += outcome.records;
  }
  const failed: Partial<Record<FailureCode, number>> = {};
  for (const name of await listFailures(paths)) {
    const code = (await readFailure(paths, name))?.code;
    if (code !== undefined) failed[code] = (failed[code] ?? 0) + 1;
  }
  return { done, records, failed };
}
