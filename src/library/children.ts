import type { TaskListener, TaskRunner } from "../workers/worker-pool.ts";
import type { ParseOptions } from "./options.ts";

/** The child processes that work for one call. */
export interface Children {
  readonly runner: TaskRunner;
  /** To be called when the call ends, however it does. */
  end(): Promise<void>;
}

/** Progress is for terminals. */
export const DEAF: TaskListener = { onProgress: () => {}, onChatter: () => {}, onRetry: () => {} };

/**
 * Starts children for one call; the caller's signal ends them.
 * @throws the signal's reason, if it is aborted already
 */
export async function startChildren({ jobs, signal }: ParseOptions): Promise<Children> {
  signal?.throwIfAborted();
  const [{ WorkerPool }, { defaultJobs }] = await Promise.all([
    import("../workers/worker-pool.ts"),
    import("../workers/default-jobs.ts"),
  ]);
  const runner = new WorkerPool({ jobs: jobs ?? defaultJobs() });
  const close = (): void => void runner.close();
  signal?.addEventListener("abort", close);
  return {
    runner,
    async end() {
      signal?.removeEventListener("abort", close);
      await runner.close();
    },
  };
}
