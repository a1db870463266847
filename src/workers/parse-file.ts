import type { MemoRecord } from "../model/record.ts";
import { documentOf } from "../pipeline/document.ts";
import type { FileTask } from "./protocol.ts";
import { readPages } from "./read-pages.ts";
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
