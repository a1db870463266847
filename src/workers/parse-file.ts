import type { MemoRecord } from "../model/record.ts";
import { documentOf } from "../pipeline/document.ts";
import type { PageReading } from "../pipeline/read-pdf-page.ts";
import { inOrder } from "./in-order.ts";
import type { BegunDocument, FileTask } from "./protocol.ts";
import type { TaskListener, TaskRunner } from "./worker-pool.ts";

/**
 * Parses a file in child processes, the pages of a scan spread over all of them.
 * The records are the same however many there are.
 * @throws MemoError as the pipeline, and "time-limit", "worker-crashed"
 */
export async function parseFile(
  pool: TaskRunner,
  task: FileTask,
  listener: TaskListener,
): Promise<readonly MemoRecord[]> {
  const start = await pool.run("begin", task, listener);
  if ("records" in start) return start.records;
  const document = documentOf(start.begun, await readPages(pool, task, start.begun, listener));
  return pool.run("finish", { document, options: task.options }, listener);
}

/** Reads all pages; after the first that fails no further ones are begun. */
async function readPages(
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
