import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import type { MemoRecord } from "../model/record.ts";
import { documentOf } from "../pipeline/document.ts";
import type { FileTask } from "./protocol.ts";
import { readPages } from "./read-pages.ts";
import type { TaskListener, TaskRunner } from "./worker-pool.ts";

/**
 * Parses a file in child processes, the pages of a scan spread over all of them.
 * The records are the same however many there are.
 * @param draining once aborted, the file is brought to its end only where all of its pages are in hand
 * @throws MemoError as the pipeline, and "time-limit", "worker-crashed"; PutDown
 */
export async function parseFile(
  pool: TaskRunner,
  task: FileTask,
  listener: TaskListener,
  draining?: AbortSignal,
): Promise<readonly MemoRecord[]> {
  const { documentTime } = task.options.limits ?? DEFAULT_LIMITS;
  const timed = new TimedRunner(pool, documentTime);
  const start = await timed.run("begin", task, listener, draining);
  if ("records" in start) return start.records;
  const document = documentOf(start.begun, await readPages(timed, task, start.begun, listener, draining));
  return timed.run("finish", { document, options: task.options }, listener);
}

/** Runs the tasks of one file, until they have taken more time than a file may. */
class TimedRunner implements Pick<TaskRunner, "jobs" | "run"> {
  readonly #pool: TaskRunner;
  /** Milliseconds of all children together. */
  readonly #time: number;
  #taken = 0;

  constructor(pool: TaskRunner, documentTime: number) {
    this.#pool = pool;
    this.#time = documentTime * pool.jobs;
  }

  get jobs(): number {
    return this.#pool.jobs;
  }

  readonly run: TaskRunner["run"] = (name, argument, listener, notAfter) => {
    if (this.#taken > this.#time) {
      return Promise.reject(new MemoError("time-limit", "Work on the file took longer than a file may."));
    }
    const onWorked = (milliseconds: number): void => {
      this.#taken += milliseconds;
    };
    return this.#pool.run(name, argument, { ...listener, onWorked }, notAfter);
  };
}
