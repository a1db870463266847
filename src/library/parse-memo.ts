import type { MemoRecord } from "../model/record.ts";
import { sharedCrew } from "./crew.ts";
import { checkedParserOptions, type ParserOptions } from "./options.ts";
import { PooledParser } from "./pooled-parser.ts";

/**
 * Parses the bytes of one file: PDF, PNG, JPEG, TIFF or UTF-8 text, told from the bytes.
 *
 * The work is done by child processes within limits of time and memory, so no file can crash or hang this process.
 * All calls share them, and wait for their turn where there are more calls than children: any number may be made at
 * once. {@link createParser} takes files and streams too, and lets you say when the children end.
 *
 * @param name - what `source.file` is to say; of a path its last part
 * @param bytes - the file; left as they are
 * @returns the records of the memos in the file, one each, in their order
 * @throws {@link MemoError} with a stable `code` where there is no record to be had; the `signal`'s reason; TypeError
 * where an option is wrong
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
  options: ParserOptions = {},
): Promise<readonly MemoRecord[]> {
  const chosen = checkedParserOptions(options);
  const parser = new PooledParser(chosen, sharedCrew(chosen));
  try {
    return await parser.parse({ name, content: bytes });
  } finally {
    await parser.close();
  }
}
