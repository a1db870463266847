import type { PageReading } from "../pipeline/read-picture.ts";
import { inOrder } from "./in-order.ts";
import type { BegunDocument, FileTask } from "./protocol.ts";
import { PutDown } from "./semaphore.ts";
import type { TaskListener, TaskRunner } from "./worker-pool.ts";

/**
 * Reads all pages, spread over the children; after the first that fails no further ones are begun.
 * @param draining once aborted, no page is begun; where one is missing then, the pages in hand are not waited for
 * @throws PutDown
 */
export async function readPages(
  pool: Pick<TaskRunner, "jobs" | "run">,
  task: FileTask,
  begun: BegunDocument,
  listener: TaskListener,
  draining?: AbortSignal,
): Promise<PageReading[]> {
  return new Promise((resolve, reject) => {
    const readPage = (page: number): Promise<PageReading> => {
      const argument = { ...task, page, sha256: begun.identity.sha256 };
      const reading = pool.run("readPage", argument, listener, draining);
      reading.catch((error: unknown) => {
        if (error instanceof PutDown) reject(error);
      });
      return reading;
    };
    const numbers = Array.from({ length: begun.pageCount }, (_, index) => index + 1);
    collected(inOrder(numbers, 2 * pool.jobs, readPage)).then(resolve, reject);
  });
}

async function collected<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}
