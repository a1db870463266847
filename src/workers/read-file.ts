import { documentOf, type ReadDocument } from "../pipeline/document.ts";
import type { FileTask } from "./protocol.ts";
import { readPages } from "./read-pages.ts";
import type { TaskListener, TaskRunner } from "./worker-pool.ts";

/**
 * Reads all pages of a file in child processes, and understands nothing yet.
 * @throws MemoError as the pipeline, and "time-limit", "worker-crashed"
 */
export async function readFile(pool: TaskRunner, task: FileTask, listener: TaskListener): Promise<ReadDocument> {
  const begun = await pool.run("open", task, listener);
  return documentOf(begun, await readPages(pool, task, begun, listener));
}
