import { ownCrew } from "./crew.ts";
import { checkedParserOptions, type ParserOptions } from "./options.ts";
import type { Parser } from "./parser.ts";
import { PooledParser } from "./pooled-parser.ts";

/**
 * A parser with child processes of its own, which start with the first call and stay until it is closed. While it has
 * nothing to do, it does not keep a program from ending.
 *
 * @throws TypeError that names each option that is wrong
 *
 * @example
 * ```ts
 * await using parser = createParser({ jobs: 2, words: ["Chmelnyzkyj"] });
 * const [record] = await parser.parse("scan.pdf");
 * for await (const outcome of parser.parseMany(paths, { order: "completion" })) console.log(outcome.source);
 * ```
 */
export function createParser(options: ParserOptions = {}): Parser {
  const chosen = checkedParserOptions(options);
  return new PooledParser(chosen, ownCrew(chosen));
}
