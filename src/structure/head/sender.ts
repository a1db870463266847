import type { Leaf } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { textLeaf } from "../leaf.ts";
import { resembles } from "../likeness.ts";
import { isOfficeWord, isTornOfficeWord, OFFICE_START } from "../office-words.ts";
import type { Placement } from "../placement.ts";
import { isRecipientStart } from "./recipient.ts";

export interface Sender {
  readonly authority: Leaf | null;
  readonly office: Leaf | null;
}

/** The authority's name and, right under it in the sender's block, the office. */
export function parseSender(lines: readonly TracedLine[], placement: Placement): Sender {
  const free = placement.free(lines);
  const named = free.filter((line, at) => isAuthority(free, at) && line.text.length < 32);
  const authority = named.find((line) => isOffice(nextInBlock(free, line))) ?? named[0];
  if (authority === undefined) return { authority: null, office: officeAmong(free, placement) };
  placement.place([authority], "sender");
  const below = placement.free(lines).filter((line) => line.index > authority.index && isSameColumn(authority, line));
  return { authority: authorityLeaf(authority), office: officeAmong(below, placement) };
}

/** "Landeshauptstadt Dresden" on its own, which does not end the recipient ("des Stadtrates der"). */
function isAuthority(lines: readonly TracedLine[], at: number): boolean {
  const before = lines[at - 1]?.text.text ?? "";
  return resembles(lines[at]?.text.text ?? "", AUTHORITY, 0.2) && !/(?:^| )(?:der|des|die|und)$/u.test(before);
}

const AUTHORITY = "Landeshauptstadt Dresden";

/** The city's own name is known: what OCR made of it is mended. */
function authorityLeaf(line: TracedLine): Leaf {
  if (line.text.text === AUTHORITY) return textLeaf(line.text, 0.99);
  const edit = { rule: "gazetteer", start: 0, end: line.text.length, after: AUTHORITY, confidence: 0.97 } as const;
  return textLeaf(line.text.apply([edit]), 0.98);
}

function nextInBlock(lines: readonly TracedLine[], line: TracedLine): TracedLine | undefined {
  return lines.find((other) => other.index > line.index && isSameColumn(line, other));
}

function isOffice(line: TracedLine | undefined): boolean {
  return line !== undefined && OFFICE_START.test(line.text.text);
}

/** On paper the sender's block is flush left with its first line. Plain text has no columns. */
function isSameColumn(first: TracedLine, line: TracedLine): boolean {
  if (first.box === null || line.box === null) return true;
  return line.page === first.page && Math.abs(line.box[0] - first.box[0]) < COLUMN_SLACK;
}

/** In points: more than skew does to a block of a few lines, less than any distance of columns. */
const COLUMN_SLACK = 30;

function officeAmong(lines: readonly TracedLine[], placement: Placement): Leaf | null {
  const at = lines.findIndex((line) => isOffice(line));
  const first = lines[at];
  if (first === undefined) return null;
  const office = [first];
  for (const line of lines.slice(at + 1)) {
    if (continuesOffice(office.at(-1)?.text.text ?? "", line.text.text)) office.push(line);
    else if (!isRecipientStart(line.text.text) && line.box !== null) break;
  }
  placement.place(office, "sender");
  const parts = office.flatMap((line, index) => [...(index === 0 ? [] : [gap(office[index - 1], line)]), line.text]);
  return textLeaf(TracedText.concat(first.text.read, parts), 0.97);
}

/** An office's name goes on after "und", "für", a comma; or where two lines make up one of its words. */
function continuesOffice(before: string, line: string): boolean {
  if (isRecipientStart(line)) return false;
  if (isTornOfficeWord(before, line)) return true;
  const words = line.split(/[ ,/]+/u).filter((word) => /^\p{Lu}/u.test(word));
  const isOpen = /(?:(?:^| )(?:und|für|der|des)|,|-|^Geschäftsbereich)$/u.test(before);
  if (isOpen) return words.some(isOfficeWord) || /^(?:StBA|Stadtbezirks)/u.test(line);
  if (/^für /u.test(line) && !TAKES_FOR.test(before)) return false;
  return /^(?:und|für|,) ?/u.test(line) && words.some(isOfficeWord);
}

/** Offices and roles that are for something; "Geschäftsbereich Kultur" is not, but a committee beside it may be. */
const TAKES_FOR = /(?:Beigeordnete[rn]?|[Bb]ürgermeister(?:in)?|Amt|Abteilung|Referat|Büro|Stabsstelle|Eigenbetrieb)$/u;

function gap(before: TracedLine | undefined, line: TracedLine): string {
  return isTornOfficeWord(before?.text.text ?? "", line.text.text) ? "" : " ";
}
