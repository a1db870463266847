import type { TaskRunner } from "../workers/worker-pool.ts";

/** Does work with a runner of tasks, which ends with it, however it ends; an interruption ends the runner at once. */
export async function withRunner<T>(
  runner: TaskRunner,
  interrupted: AbortSignal,
  work: (runner: TaskRunner) => Promise<T>,
): Promise<T> {
  const close = (): void => void runner.close();
  interrupted.addEventListener("abort", close);
  try {
    return await work(runner);
  } finally {
    interrupted.removeEventListener("abort", close);
    await runner.close();
  }
}
