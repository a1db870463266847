import { basename } from "node:path";
import type { MemoRecord } from "../model/record.ts";
import { parseFile } from "../workers/parse-file.ts";
import { withTemporaryFile } from "../workers/temporary-file.ts";
import { DEAF, startChildren } from "./children.ts";
import { type ParseOptions, withDefaults } from "./options.ts";

/**
 * Parses the bytes of one file: PDF, PNG, JPEG, TIFF or UTF-8 text, told from the bytes.
 *
 * The work is done by child processes within limits of time and memory, so no file can crash or hang this process.
 * They start anew for each call, which takes about a second: for many files take {@link parseFiles}.
 *
 * @param name - what `source.file` is to say; of a path its last part
 * @param bytes - the file; left as they are
 * @returns the records of the memos in the file, one each, in their order
 * @throws {@link MemoError} with a stable `code` where there is no record to be had; the `signal`'s reason
 *
 * @example
 * ```ts
 * const [record] = await parseMemo("scan.pdf", await readFile("scan.pdf"));
 * console.log(record?.memo.date, record?.memo.subject);
 * ```
 */
export async function parseMemo(
  name: string,
  bytes: Uint8Array,
  options: ParseOptions = {},
): Promise<readonly MemoRecord[]> {
  const children = await startChildren(options);
  const task = { name: basename(name), options: withDefaults(options) };
  try {
    return await withTemporaryFile(bytes, (path) => parseFile(children.runner, { ...task, path }, DEAF));
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    await children.end();
  }
}
