import { smallest } from "../../model/long-lists.ts";
import type { MemoTree } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { joinedText } from "../join-lines.ts";
import { resembles } from "../likeness.ts";
import { isUnread } from "../noise.ts";
import type { Placement } from "../placement.ts";
import { parseConfidential } from "./confidential.ts";
import { findDateText } from "./date-line.ts";
import { parseFileReference } from "./file-reference.ts";
import { parseHeading } from "./heading.ts";
import { parseRecipient } from "./recipient.ts";
import { parseSender } from "./sender.ts";

/** What stands above the salutation. */
export interface Head {
  readonly fields: Pick<
    MemoTree,
    "confidential" | "authority" | "office" | "recipient" | "fileReference" | "references" | "subject"
  >;
  /** "GZ:" stands there with nothing after it. */
  readonly hasBlankReference: boolean;
  /** What follows "Datum:", unread; null where there is no such label. */
  readonly dateText: TracedText | null;
  /** All lines of the heading as one text; null where there is none. */
  readonly headingText: TracedText | null;
}

/** Who to ask, and where: "Bearbeitet von: Frau Zscheile", "Telefon: (03 51) 4 88 62 15". */
const CLERK =
  /^(?:(?:Sach)?[Bb]earbeite(?:t von|r(?:in)?)|Auskunft erteilt|Ansprechpartner(?:in)?|Tele(?:fon|fax)|Tel|Fax|E-Mail|Zimmer|Sitz|Besucheranschrift|Sprechzeiten|Internet)\.? ?:|^Anl\. ?: ?$/u;

/**
 * Reads the head. Its blocks may be shuffled by the scanner, so each field looks for its own lines
 * and takes them away; what is left below the recipient is the heading.
 */
export function parseHead(lines: readonly TracedLine[], placement: Placement): Head {
  placement.place(
    lines.filter((line) => resembles(line.text.text, "Hausmitteilung") || CLERK.test(line.text.text)),
    "letterhead",
  );
  const confidential = parseConfidential(lines, placement);
  const { fileReference, isBlank } = parseFileReference(lines, placement);
  const dateText = findDateText(lines, placement);
  const sender = parseSender(lines, placement);
  const recipient = parseRecipient(lines, placement);
  placeRemains(lines, placement);
  const heading = headingLines(lines, placement);
  placement.place(heading, "heading");
  const fields = { confidential, ...sender, recipient, fileReference, ...parseHeading(heading) };
  return { fields, hasBlankReference: isBlank, dateText, headingText: joinedText(heading) };
}

/**
 * Above the address stand, besides the title and the box "vertraulich", only the logo and rubber stamps;
 * a line without a word, or without any confidence, is dirt wherever it stands in the head.
 */
function placeRemains(lines: readonly TracedLine[], placement: Placement): void {
  const blocks = lines.filter((line) => BLOCKS.has(placement.placeOf(line) ?? ""));
  const top = smallest(
    blocks.map((line) => line.box?.[1] ?? 0),
    0,
  );
  placement.place(
    placement.free(lines).filter((line) => RETURN_ADDRESS.test(line.text.text)),
    "letterhead",
  );
  const free = placement.free(lines);
  placement.place(
    free.filter((line) => isUnread(line)),
    "dirt",
  );
  placement.place(
    free.filter((line) => line.box !== null && line.box[1] + line.box[3] <= top),
    "stamp",
  );
}

/** The sender's own address in small print: "Landeshauptstadt Dresden • Postfach 12 00 20 • 01001 Dresden". */
const RETURN_ADDRESS = /Postfach|^Landeshauptstadt Dresden\b.*\b0\d{4} Dresden/u;

const BLOCKS: ReadonlySet<string> = new Set(["sender", "recipient"]);

/** The lines left below the last line of the recipient, or of the whole head where none was found. */
function headingLines(lines: readonly TracedLine[], placement: Placement): TracedLine[] {
  const free = placement.free(lines);
  const recipient = lines.findLast((line) => placement.placeOf(line) === "recipient");
  const title = free.find((line) => isTitle(line.text.text));
  const start = Math.min(title?.index ?? Number.POSITIVE_INFINITY, (recipient?.index ?? -1) + 1);
  return free.filter((line) => line.index >= start && !isAbove(line, recipient));
}

function isTitle(text: string): boolean {
  return /^(?:\d{1,2}\. ?)?(?:Beschluss ?kontrolle|Anfrage|Vorschlag|Stellungnahme)\b/u.test(text);
}

/** On paper the heading stands below the address, whatever order the lines were read in. */
function isAbove(line: TracedLine, recipient: TracedLine | undefined): boolean {
  if (line.box === null || recipient === undefined || recipient.box === null) return false;
  return line.page === recipient.page && line.box[1] < recipient.box[1] + recipient.box[3] / 2;
}
