import type { Leaf, MemoTree } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { resembles } from "../likeness.ts";
import { isGarbage } from "../noise.ts";
import type { Placement } from "../placement.ts";
import { parseConfidential } from "./confidential.ts";
import { findDateText } from "./date-line.ts";
import { parseFileReference } from "./file-reference.ts";
import { parseHeading } from "./heading.ts";
import { parseRecipient } from "./recipient.ts";
import { parseSender } from "./sender.ts";

/** What stands above the salutation. */
export interface Head
  extends Pick<
    MemoTree,
    "confidential" | "authority" | "office" | "recipient" | "fileReference" | "references" | "subject"
  > {
  /** What follows "Datum:", unread; null where there is no such label. */
  readonly dateText: TracedText | null;
  /** All lines of the heading as one text; null where there is none. */
  readonly headingText: TracedText | null;
}

/**
 * Reads the head. Its blocks may be shuffled by the scanner, so each field looks for its own lines
 * and takes them away; what is left below the recipient is the heading.
 */
export function parseHead(lines: readonly TracedLine[], placement: Placement): Head {
  placement.place(
    lines.filter((line) => resembles(line.text.text, "Hausmitteilung")),
    "letterhead",
  );
  const confidential: Leaf<boolean> | null = parseConfidential(lines, placement);
  const fileReference = parseFileReference(lines, placement);
  const dateText = findDateText(lines, placement);
  const sender = parseSender(lines, placement);
  const recipient = parseRecipient(lines, placement);
  placement.place(
    placement.free(lines).filter((line) => isGarbage(line.text.text)),
    "dirt",
  );
  const heading = headingLines(lines, placement);
  placement.place(heading, "heading");
  const [first] = heading;
  const parts = heading.flatMap((line, index) => (index === 0 ? [line.text] : [" ", line.text]));
  return {
    confidential,
    ...sender,
    recipient,
    fileReference,
    ...parseHeading(heading),
    dateText,
    headingText: first === undefined ? null : TracedText.concat(first.text.read, parts),
  };
}

/** The lines left below the last line of the recipient, or of the whole head where none was found. */
function headingLines(lines: readonly TracedLine[], placement: Placement): TracedLine[] {
  const free = placement.free(lines);
  const recipient = lines.findLast((line) => placement.placeOf(line) === "recipient");
  const title = free.find((line) =>
    /^(?:Beschluss ?kontrolle|Anfrage|Vorschlag|Stellungnahme)\b/u.test(line.text.text),
  );
  const start = Math.min(title?.index ?? Number.POSITIVE_INFINITY, (recipient?.index ?? -1) + 1);
  return free.filter((line) => line.index >= start);
}
