import type { Leaf } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { readingConfidence } from "../leaf.ts";
import { folded, resembles } from "../likeness.ts";
import type { Placement } from "../placement.ts";

/** What OCR makes of the empty box before "vertraulich", the box drawn without its mark included. */
const EMPTY = /^(?:[□☐•●○◦·.,_|'"-]|[DOQo0CUnu]|\[ ?\]|LJ|CJ|EI|El|L1|\(\)|[LI]{1,2})*$/u;
/** The box with its cross or tick. */
const TICKED = /[☒☑✓✔✗✘⊠■xX×Kk%&]/u;

/**
 * The box "□ vertraulich" under the title: ticked or not; null where no such box stands.
 * The box may be read as a letter ("D vertraulich") or stand on a line of its own.
 */
export function parseConfidential(lines: readonly TracedLine[], placement: Placement): Leaf<boolean> | null {
  const at = lines.findIndex((line) => resembles(lastWord(line.text.text), "vertraulich") && line.text.length < 22);
  const line = lines[at];
  if (line === undefined) return null;
  const mark = line.text.text.slice(0, line.text.length - lastWord(line.text.text).length).trim();
  const above = lines[at - 1];
  const isBoxAbove = mark === "" && above !== undefined && isLoneBox(above.text.text);
  placement.place(isBoxAbove ? [above, line] : [line], "letterhead");
  const box = isBoxAbove ? above.text.text : mark;
  const isTicked = TICKED.test(box);
  const sureness = isTicked ? 0.9 : EMPTY.test(box) ? 0.98 : 0.7;
  const word = line.text.slice(line.text.length - lastWord(line.text.text).length);
  return { value: isTicked, text: line.text, confidence: sureness * readingConfidence(word) };
}

function lastWord(text: string): string {
  return text.split(/\s+/u).at(-1)?.replace(/[.!]$/u, "") ?? "";
}

function isLoneBox(text: string): boolean {
  return text.length <= 3 && folded(text) !== "an" && (EMPTY.test(text) || TICKED.test(text));
}
