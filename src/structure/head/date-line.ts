import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { joinedText } from "../join-lines.ts";
import { endOfFormula } from "../likeness.ts";
import type { Placement } from "../placement.ts";
import { isDateAlone, isStampLike } from "../stamp-like.ts";

/** Lines that the stamp may stand below its label, others of the head between them. */
const REACH = 8;

/** What stands after "Datum:"; null where there is no such label. The text is empty where nothing was read. */
export function findDateText(lines: readonly TracedLine[], placement: Placement): TracedText | null {
  const at = lines.findIndex((line) => placement.isFree(line) && labelEnd(line.text.text) !== null);
  const label = lines[at];
  if (label === undefined) return null;
  placement.place([label], "letterhead");
  const after = label.text.slice(labelEnd(label.text.text) ?? 0).trim();
  if (/[\p{L}\p{N}]/u.test(after.text)) return after;
  const below = placement.free(lines.slice(at + 1, at + 1 + REACH)).filter((line) => isNearStamp(line, label));
  const stamp = below.find((line) => isStampLike(line.text.text));
  const read = stamp === undefined ? (onlyDate(lines, label, placement) ?? firstScribble(below)) : [stamp];
  placement.place(read, "letterhead");
  return joinedText(read) ?? TracedText.concat(label.text.read, []);
}

/** In a shuffled text the stamp may stand anywhere in the head; where it is the only date of the head, it is the letter's. */
function onlyDate(lines: readonly TracedLine[], label: TracedLine, placement: Placement): readonly [TracedLine] | null {
  if (label.box !== null) return null;
  const [date, ...others] = placement.free(lines).filter((line) => isDateAlone(line.text.text));
  return date === undefined || others.length > 0 ? null : [date];
}

function labelEnd(text: string): number | null {
  const end = endOfFormula(text, "Datum", 0.2);
  if (end === null) return null;
  const rest = text.slice(end);
  const colon = /^ ?[:;.,]?(?: |$)|^ ?[:;]/u.exec(rest);
  return colon === null ? null : end + colon[0].length;
}

/** On paper the stamp stands at the label's height, to its right; in plain text anywhere below. */
function isNearStamp(line: TracedLine, label: TracedLine): boolean {
  if (line.box === null || label.box === null) return true;
  const height = Math.max(label.box[3], line.box[3]);
  return Math.abs(line.box[1] - label.box[1]) < 2 * height && line.box[0] > label.box[0];
}

/** The first run of lines that may be left of a stamp. */
function firstScribble(lines: readonly TracedLine[]): TracedLine[] {
  const start = lines.findIndex((line) => isScribble(line.text.text));
  if (start < 0) return [];
  const length = lines.slice(start).findIndex((line) => !isScribble(line.text.text));
  return lines.slice(start, length < 0 ? lines.length : start + length);
}

/** What is left of a stamp that could not be read: "2^", "M", "22 m- 2018". */
function isScribble(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "");
  return letters.length <= 3 && text.length <= 16 && !/^An\b/u.test(text);
}
