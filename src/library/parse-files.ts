import { basename, resolve } from "node:path";
import { type FileOutcome, failureOf } from "../model/outcome.ts";
import { inOrder } from "../workers/in-order.ts";
import { parseFile } from "../workers/parse-file.ts";
import type { FileTask } from "../workers/protocol.ts";
import type { TaskRunner } from "../workers/worker-pool.ts";
import { DEAF, startChildren } from "./children.ts";
import { type ParseOptions, withDefaults } from "./options.ts";

/**
 * Parses many files in child processes, and gives what became of each in the order of the files, as soon as it is
 * there. A file that fails is an outcome with a `failure`, and the others go on.
 *
 * Names are taken from `files` only as the work goes on, two for each job ahead of the outcome that is waited for, so
 * that memory stays bounded however many there are. Leaving the loop early ends the children.
 *
 * @param files - paths
 * @throws the `signal`'s reason; nothing that a file could cause
 *
 * @example
 * ```ts
 * for await (const outcome of parseFiles(["a.pdf", "b.pdf"])) {
 *   if ("failure" in outcome) console.warn(outcome.source, outcome.failure.code);
 *   else for (const record of outcome.records) console.log(record.memo.subject);
 * }
 * ```
 */
export async function* parseFiles(
  files: Iterable<string>,
  options: ParseOptions = {},
): AsyncGenerator<FileOutcome, void, undefined> {
  const { runner, end } = await startChildren(options);
  const chosen = withDefaults(options);
  const parse = (file: string): Promise<FileOutcome> =>
    outcomeOf(runner, file, { path: resolve(file), name: basename(file), options: chosen });
  try {
    for await (const outcome of inOrder(files, 2 * runner.jobs, parse)) {
      options.signal?.throwIfAborted();
      yield outcome;
    }
  } finally {
    await end();
  }
}

async function outcomeOf(runner: TaskRunner, source: string, task: FileTask): Promise<FileOutcome> {
  try {
    return { source, records: await parseFile(runner, task, DEAF) };
  } catch (error) {
    return failureOf(source, error);
  }
}
