import { availableParallelism } from "node:os";
import process from "node:process";
import { MEMORY_PER_JOB_BYTES } from "./limits.ts";

/** How many files or pages are read at once, if the user does not say: one a core, as far as memory allows. */
export function defaultJobs(
  cores: number = availableParallelism(),
  freeBytes: number = process.availableMemory(),
): number {
  return Math.max(1, Math.min(cores, Math.floor(freeBytes / MEMORY_PER_JOB_BYTES)));
}
