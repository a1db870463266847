import type { Box } from "../model/box.ts";
import { isPageMark } from "../text/page-marks.ts";
import type { TracedLine } from "../text/traced-lines.ts";
import { footersOf } from "./footer.ts";
import { resembles } from "./likeness.ts";
import type { Placement } from "./placement.ts";
import { isStampLike } from "./stamp-like.ts";

/**
 * Puts aside what stands on the paper and is no text of the letter: page marks and footers, the city's logo,
 * incoming stamps, scan dirt.
 */
export function placeNoise(lines: readonly TracedLine[], placement: Placement): void {
  placement.place(
    lines.filter((line, at) => isPageMark(line.text.text) || isBarePageNumber(lines, at)),
    "page-mark",
  );
  placement.place(footersOf(lines), "letterhead");
  placement.place(
    lines.filter((line) => isDirt(line.text.text)),
    "dirt",
  );
  placement.place(
    lines.flatMap((_, at) => logoAt(lines, at)),
    "logo",
  );
  placement.place(
    lines.flatMap((_, at) => incomingStampAt(lines, at)),
    "stamp",
  );
}

/** A page's number alone, first or last on its page; elsewhere a bare number is a clause's or a cell's. */
function isBarePageNumber(lines: readonly TracedLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.page < 2 || line.text.text !== String(line.page)) return false;
  return line.startsPage || lines[at + 1]?.startsPage === true;
}

/** No letter or digit in it, but not a lone bullet or box, which mark an entry or the word after it. */
function isDirt(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) && !/^[•●□☐☒☑■▪–-]$/u.test(text);
}

/** A short run of signs in which no word stands: what OCR makes of a mirrored logo, a stamp's rim, a pen. */
function isGarbage(text: string): boolean {
  if (text.length > 20) return false;
  return !text.split(/[^\p{L}\d]+/u).some((word) => /^\p{Lu}?\p{Ll}{2,}$|^\p{Lu}{2,4}$|^\d+$/u.test(word));
}

/** Below this mean confidence a short line of OCR is no text. */
const UNREAD = 0.5;

/** A line in which nothing was read: signs without a word, or a few words the engine does not believe in itself. */
export function isUnread(line: TracedLine): boolean {
  if (isGarbage(line.text.text)) return true;
  const { words } = line.source.line;
  if (words.length === 0 || words.length > 3 || line.text.length > 30) return false;
  return words.reduce((sum, word) => sum + word.confidence, 0) / words.length < UNREAD;
}

/**
 * The logo is the word "Dresden." over its own mirror image; OCR reads the mirror image as
 * capitals, digits and signs without sense ("QLGZqGU'"), and a narrow print as single letters.
 */
function logoAt(lines: readonly TracedLine[], at: number): TracedLine[] {
  const line = lines[at];
  if (line === undefined || !isLogoWord(line.text.text)) return [];
  const below = lines.slice(at + 1, at + 1 + REACH).filter((other) => isMirrorImage(line, other));
  return [line, ...below.slice(0, 1)];
}

/** The mirror image is read within this many lines of the word; columns may come between. */
const REACH = 3;

function isLogoWord(text: string): boolean {
  const word = text.replace(/\s/g, "");
  return /[.,;:]$/.test(word) && resembles(word.slice(0, -1), "Dresden");
}

function isMirrorImage(logo: TracedLine, line: TracedLine): boolean {
  const text = line.text.text;
  if (text.length > 18 || /[:(]/.test(text)) return false;
  if (logo.box !== null && line.box !== null) return isRightBelow(logo.box, line.box);
  return line.index === logo.index + 1 && !/\p{Ll}{4}/u.test(text);
}

function isRightBelow(above: Box, below: Box): boolean {
  const gap = below[1] - (above[1] + above[3]);
  return gap < above[3] && gap > -above[3] && below[0] + below[2] > above[0] && below[0] < above[0] + above[2];
}

/**
 * A rubber stamp of the post room over the head: "Landeshauptstadt Dresden / Eingang: 17. MRZ. 2024 /
 * Nr. 49.00-59". It tells nothing about the letter, though its lines look like the sender's.
 */
function incomingStampAt(lines: readonly TracedLine[], at: number): TracedLine[] {
  const line = lines[at];
  if (line === undefined || !isIncoming(line.text.text)) return [];
  const around = lines.slice(Math.max(0, at - STAMP_REACH), at + STAMP_REACH + 1);
  const above = around.find((other) => isStampOwner(other.text.text) && isOfStamp(line, other, -1));
  const below = around.find((other) => /^(?:Nr|Tgb|Lfd|Anl)\b/iu.test(other.text.text) && isOfStamp(line, other, 1));
  return [above, line, ownDate(lines, at), below].filter((part) => part !== undefined);
}

/** The stamp's own date, on a line of its own; in plain text a line of another column may come between. */
function ownDate(lines: readonly TracedLine[], at: number): TracedLine | undefined {
  const stamp = lines[at];
  const label = lines.find((line, index) => index > at && /^Datum\b/u.test(line.text.text));
  if (stamp === undefined || /\d/u.test(stamp.text.text)) return undefined;
  const near = lines
    .slice(at + 1, at + 1 + STAMP_DATE_REACH)
    .filter((line) => line.index < (label?.index ?? line.index));
  return near.find((line) => isStampLike(line.text.text) && (stamp.box === null || isOfStamp(stamp, line, 1)));
}

/** In lines. */
const STAMP_DATE_REACH = 3;

/** In lines: on paper columns may come between those of a stamp. */
const STAMP_REACH = 6;

/** On paper a stamp's lines stand over one another; in plain text right above (-1) or below (1). */
function isOfStamp(incoming: TracedLine, line: TracedLine, side: -1 | 1): boolean {
  if (incoming.box === null || line.box === null) return line.index === incoming.index + side;
  const distance = side * (line.box[1] - incoming.box[1]);
  const isOver = line.box[0] < incoming.box[0] + incoming.box[2] && incoming.box[0] < line.box[0] + line.box[2];
  return isOver && distance > 0 && distance < 2.5 * Math.max(line.box[3], incoming.box[3]);
}

function isIncoming(text: string): boolean {
  if (text.length >= 40) return false;
  return /^(?:Post)?[ -]?Ein[gq](?:an[gq](?:en|sstempel)?\b ?[:;.]?|\. ?:)/iu.test(text) || RECEIVED.test(text);
}

/** A word of running text unless it is cut in a stamp: "EINGEGANGEN", "Eingegangen am 5. MAI 2017". */
const RECEIVED = /^E(?:INGEGANGEN\b|ingegangen(?= am\b| ?:|$))/u;

/** The stamp's own "Landeshauptstadt Dresden": not the sender's, which an office follows. */
function isStampOwner(text: string): boolean {
  return (
    resembles(text, "Landeshauptstadt Dresden") ||
    /^(?:Fraktion|B[üu]ro|Sekretariat|Geschäftsstelle|Stadtrat|\p{L}+fraktion$)/u.test(text)
  );
}
