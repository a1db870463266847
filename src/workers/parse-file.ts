import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import type { MemoRecord } from "../model/record.ts";
import { documentOf } from "../pipeline/document.ts";
import type { PageReading } from "../pipeline/read-picture.ts";
import { inOrder } from "./in-order.ts";
import type { BegunDocument, FileTask } from "./protocol.ts";
import type { TaskListener, TaskRunner } from "./worker-pool.ts";

/** Thrown where a file is put down unread because no further page is to be begun. */
export class PutDown extends Error {
  override readonly name = "PutDown";
}

/** A signal for runs that are never drained. */
const NEVER = new AbortController().signal;

/**
 * Parses a file in child processes, the pages of a scan spread over all of them.
 * The records are the same however many there are.
 * @param draining once aborted, no page is begun but those that wait for a worker already
 * @throws MemoError as the pipeline, and "time-limit", "worker-crashed"; PutDown
 */
export async function parseFile(
  pool: TaskRunner,
  task: FileTask,
  listener: TaskListener,
  draining: AbortSignal = NEVER,
): Promise<readonly MemoRecord[]> {
  const { documentTime } = task.options.limits ?? DEFAULT_LIMITS;
  const timed = new TimedRunner(pool, documentTime);
  const start = await timed.run("begin", task, listener);
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

  readonly run: TaskRunner["run"] = (name, argument, listener) => {
    if (this.#taken > this.#time) {
      return Promise.reject(new MemoError("time-limit", "Work on the file took longer than a file may."));
    }
    const onWorked = (milliseconds: number): void => {
      this.#taken += milliseconds;
    };
    return this.#pool.run(name, argument, { ...listener, onWorked });
  };
}

/** Reads all pages; after the first that fails no further ones are begun. */
async function readPages(
  pool: Pick<TaskRunner, "jobs" | "run">,
  task: FileTask,
  begun: BegunDocument,
  listener: TaskListener,
  draining: AbortSignal,
): Promise<PageReading[]> {
  const readings: PageReading[] = [];
  const readPage = (page: number): Promise<PageReading> =>
    pool.run("readPage", { ...task, page, sha256: begun.identity.sha256 }, listener);
  const numbers = pageNumbers(begun.pageCount, draining);
  for await (const reading of inOrder(numbers, 2 * pool.jobs, readPage)) readings.push(reading);
  return readings;
}

function* pageNumbers(count: number, draining: AbortSignal): Generator<number> {
  for (let page = 1; page <= count; page++) {
    if (draining.aborted) throw new PutDown("No further page is begun.");
    yield page;
  }
}
