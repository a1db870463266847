import type { MemoRecord } from "../model/record.ts";
import { documentOf } from "../pipeline/document.ts";
import type { PageReading } from "../pipeline/read-pdf-page.ts";
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
  const start = await pool.run("begin", task, listener);
  if ("records" in start) return start.records;
  const document = documentOf(start.begun, await readPages(pool, task, start.begun, listener, draining));
  return pool.run("finish", { document, options: task.options }, listener);
}

/** Reads all pages; after the first that fails no further ones are begun. */
async function readPages(
  pool: TaskRunner,
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
