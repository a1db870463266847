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
 * the office without brackets, "GB 7 67.1", or the numbers alone, "96", "2 513".
 */
const VALUE =
  /^(?:(?:GB|OB)(?: ?[\d.\-/]+){0,5}|[({[|] ?[\p{L}\d][\p{L}\d .-]{0,14}[)}\]|]?(?: ?[\p{L}\d./-]+){0,6}|\d[\d .\-/]{0,14})$/u;

/** Lines that a value may stand below its label, others of the head between them. */
const REACH = 8;

export interface FileReference {
  readonly fileReference: Leaf | null;
  /** The label stands there, and nothing after it: the letter bears none. */
  readonly isBlank: boolean;
}

/** The file reference after "GZ:", on the label's line or, in a shuffled text, some lines below it. */
export function parseFileReference(lines: readonly TracedLine[], placement: Placement): FileReference {
  const at = lines.findIndex((line) => placement.isFree(line) && LABEL.test(line.text.text));
  const label = lines[at];
  if (label === undefined) return { fileReference: null, isBlank: false };
  const after = label.text.slice(LABEL.exec(label.text.text)?.[0].length ?? 0).trim();
  placement.place([label], "letterhead");
  if (after.length > 0) return { fileReference: textLeaf(tidied(after), surenessOf(after.text)), isBlank: false };
  const below = placement.free(lines.slice(at + 1, at + 1 + REACH)).filter((line) => isBeside(label, line));
  const value = below.find((line) => isValue(line.text.text));
  if (value === undefined) return { fileReference: null, isBlank: true };
  placement.place([value], "letterhead");
  return { fileReference: textLeaf(tidied(value.text), surenessOf(value.text.text) - 0.03), isBlank: false };
}

/** On paper the value stands to the right of its label, at its height; plain text has it somewhere below. */
function isBeside(label: TracedLine, line: TracedLine): boolean {
  if (label.box === null || line.box === null) return true;
  return Math.abs(line.box[1] - label.box[1]) < label.box[3] && line.box[0] > label.box[0];
}

/** The house's own offices are numbered departments, "GB 1" to "GB 7", and the mayor's, "OB". */
function surenessOf(text: string): number {
  if (!VALUE.test(text)) return 0.7;
  return /^[({[|] ?(?!O ?[Bß8]|G ?[Bß8])/u.test(text) ? 0.6 : 0.98;
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
