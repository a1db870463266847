import type { PageReading } from "../pipeline/read-pdf-page.ts";
import { inOrder } from "./in-order.ts";
import type { BegunDocument, FileTask } from "./protocol.ts";
import type { TaskListener, TaskRunner } from "./worker-pool.ts";

/** Reads all pages, spread over the children; after the first that fails no further ones are begun. */
export async function readPages(
  pool: TaskRunner,
  task: FileTask,
  begun: BegunDocument,
  listener: TaskListener,
): Promise<PageReading[]> {
  const numbers = Array.from({ length: begun.pageCount }, (_, index) => index + 1);
  const readings: PageReading[] = [];
  const readPage = (page: number): Promise<PageReading> =>
    pool.run("readPage", { ...task, page, sha256: begun.identity.sha256 }, listener);
  for await (const reading of inOrder(numbers, 2 * pool.jobs, readPage)) readings.push(reading);
  return readings;
}
