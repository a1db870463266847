import type { FailureCode } from "../model/failure.ts";
import type { ArchiveHoldings } from "../report/run-event.ts";
import type { JobStats } from "./job-store.ts";
import { listSources } from "./listing.ts";
import type { ArchivePaths } from "./paths.ts";
import { allFailures, readSource } from "./sources.ts";

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
  return { done, records, failed: (await failuresIn(paths)).failures, versions };
}

/** Files named where an archive's failures are told: as many as a person reads on. */
const MOST_NAMED = 20;

/**
 * The archive's failures by reason, and the first of them by name.
 * @throws ArchiveDamaged
 */
export async function failuresIn(
  paths: ArchivePaths,
): Promise<Pick<ArchiveHoldings, "failures" | "failedFiles" | "failedNames">> {
  const all = await allFailures(paths);
  const failures: Partial<Record<FailureCode, number>> = {};
  for (const { code } of all) failures[code] = (failures[code] ?? 0) + 1;
  const named = all.flatMap(({ names, code }) => names.map((name) => ({ name, code })));
  const failedFiles = named.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MOST_NAMED);
  return { failures, failedFiles, failedNames: named.length };
}
