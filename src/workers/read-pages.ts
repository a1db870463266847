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
 * Reads all pages, spread over the children; after the first that fails no further ones are begun.
 * @throws PutDown
 */
export async function readPages(
  pool: Pick<TaskRunner, "jobs" | "run">,
  task: FileTask,
  begun: BegunDocument,
  listener: TaskListener,
  draining: AbortSignal = NEVER,
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
