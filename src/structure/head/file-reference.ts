import type { Edit } from "../../model/edit.ts";
import type { Leaf } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { textLeaf } from "../leaf.ts";
import type { Placement } from "../placement.ts";
import { isStampLike } from "../stamp-like.ts";

/** "GZ:" (Geschäftszeichen) with its usual misreadings. */
const LABEL = /^[GC6]\.? ?[Z2]\.? ?[:;.,‘’']?(?= |$|\()|^G[Z2E][:;]|^Aktenzeichen ?:|^Gesch[äa]ftszeichen ?:/u;

/**
 * What can stand after "GZ:": the office in brackets and its file numbers, "(OB) 15", "(GB 6) 61 00 39",
 * or the numbers alone, "96", "2 513".
 */
const VALUE = /^(?:[({[|] ?[\p{L}\d][\p{L}\d .-]{0,14}[)}\]|]?(?: ?[\p{L}\d./-]+){0,6}|\d[\d .\-/]{0,14})$/u;

/** Lines that a value may stand below its label, others of the head between them. */
const REACH = 8;

/** The file reference after "GZ:", on the label's line or, in a shuffled text, some lines below it. */
export function parseFileReference(lines: readonly TracedLine[], placement: Placement): Leaf | null {
  const at = lines.findIndex((line) => placement.isFree(line) && LABEL.test(line.text.text));
  const label = lines[at];
  if (label === undefined) return null;
  const after = label.text.slice(LABEL.exec(label.text.text)?.[0].length ?? 0).trim();
  placement.place([label], "letterhead");
  if (after.length > 0) return textLeaf(tidied(after), VALUE.test(after.text) ? 0.98 : 0.7);
  const value = placement.free(lines.slice(at + 1, at + 1 + REACH)).find((line) => isValue(line.text.text));
  if (value === undefined) return null;
  placement.place([value], "letterhead");
  return textLeaf(tidied(value.text), 0.95);
}

function isValue(text: string): boolean {
  return VALUE.test(text) && !isStampLike(text);
}

/**
 * The house pattern: "(GB 4) 41", an office's short name in round brackets, a space around it.
 * Only the brackets, the spaces and the "B" of "GB" (Geschäftsbereich) and "OB" are mended.
 */
function tidied(text: TracedText): TracedText {
  const parts = /^([({[|] ?)(G ?[Bß8]|O ?[Bß8])( ?)(\d?)( ?[)}\]|] ?)(.*)$/u.exec(text.text);
  if (parts === null) return text;
  const [, open = "", office = "", , number = "", , rest = ""] = parts;
  const until = text.length - rest.length;
  const name = `${office.startsWith("G") ? "GB" : "OB"}${number === "" ? "" : ` ${number}`}`;
  const after = `(${name})${rest === "" ? "" : " "}`;
  if (text.text.slice(0, until) === after || open === "") return text;
  const edit: Edit = { rule: "token", start: 0, end: until, after, confidence: 0.95 };
  return text.apply([edit]);
}
