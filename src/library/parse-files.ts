import type { FileOutcome } from "../model/outcome.ts";
import { sharedCrew } from "./crew.ts";
import { checkedParserOptions, type ParserOptions } from "./options.ts";
import { PooledParser } from "./pooled-parser.ts";

/**
 * Parses many files in child processes, and gives what became of each in the order of the files, as soon as it is
 * there. A file that fails is an outcome with a `failure`, and the others go on.
 *
 * Names are taken from `files` only as the work goes on, two for each job ahead of the outcome that is waited for, so
 * that memory stays bounded however many there are. Leaving the loop early ends the work.
 *
 * @param files - paths
 * @throws the `signal`'s reason; TypeError where an option is wrong; nothing that a file could cause
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
  options: ParserOptions = {},
): AsyncGenerator<FileOutcome, void, undefined> {
  const chosen = checkedParserOptions(options);
  const parser = new PooledParser(chosen, sharedCrew(chosen));
  try {
    yield* parser.parseMany(files);
  } finally {
    await parser.close();
  }
}
