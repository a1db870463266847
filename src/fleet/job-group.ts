import { createHash } from "node:crypto";

/**
 * Jobs of one group are passed over together by a worker that cannot do them: those of a place that it does not reach,
 * or that another version of the pipeline is to do.
 * @param home of the jobs; null where it is not known
 * @param wantedVersion of the pipeline; null where any will do
 * @returns short, whatever the place is called: pg-boss keeps an index of groups
 */
export function groupOf(home: string | null, wantedVersion: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify([home, wantedVersion]))
    .digest("hex")
    .slice(0, 16);
}
