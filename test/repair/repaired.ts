import { type Lexicon, loadLexicon } from "../../src/lexicon/lexicon.ts";
import { type RepairOptions, repair } from "../../src/repair/repair.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import type { TracedText } from "../../src/text/traced-text.ts";

let loading: Promise<Lexicon> | undefined;

/** The real lexicon, loaded once for all tests of a file. */
export function lexicon(): Promise<Lexicon> {
  loading ??= loadLexicon();
  return loading;
}

export async function repairedText(raw: string, options: Partial<RepairOptions> = {}): Promise<TracedText> {
  const read = readTextOf(pagesOfPlainText(raw));
  return repair(read, await lexicon(), { correct: true, minConfidence: 0, ...options }).text;
}

export async function repaired(raw: string): Promise<string> {
  return (await repairedText(raw)).text;
}
