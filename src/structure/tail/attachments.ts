import type { Leaf } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { textLeaf } from "../leaf.ts";
import { lineStart } from "../line-start.ts";

export interface Attachments {
  readonly attachments: readonly Leaf[];
  readonly lines: readonly TracedLine[];
}

const LABEL = /^(?:Anlagen?|Anl\.)(?: ?[:;.]|$)/u;
const NUMBERED = /^Anlage ?(?:Nr\. ?)?[\dIVXl]{1,3}\b/u;

/**
 * The list after the signatures: "Anlage 1: Übersicht …" one a line, or "Anlagen:" and its entries below.
 * One string each; "Anlage" alone, with no title anywhere, is one attachment.
 */
export function parseAttachments(lines: readonly TracedLine[]): Attachments {
  const at = lines.findIndex((line) => LABEL.test(line.text.text) || NUMBERED.test(line.text.text));
  const first = lines[at];
  if (first === undefined) return { attachments: [], lines: [] };
  const isLabelled = !NUMBERED.test(first.text.text);
  const taken = [first];
  for (const line of lines.slice(at + 1)) {
    const before = taken.at(-1) as TracedLine;
    if (!isEntry(line) && !continues(before, line) && !(isLabelled && isNext(before, line))) break;
    taken.push(line);
  }
  const entries = entriesOf(taken, isLabelled);
  return { attachments: entries.map((text) => textLeaf(text, 0.95)), lines: taken };
}

function isEntry(line: TracedLine): boolean {
  const start = lineStart(line.text.text);
  return NUMBERED.test(line.text.text) || start.number !== null || start.sub !== null;
}

/** A title goes on where its quotation is open, its line ends open, or the next line begins small. */
function continues(before: TracedLine, line: TracedLine): boolean {
  const text = before.text.text;
  const isOpen = (text.match(/„/gu)?.length ?? 0) > (text.match(/“/gu)?.length ?? 0);
  return (
    line.page === before.page &&
    ((isOpen && !DAMAGED_CLOSING.test(text)) ||
      /(?:[,-]|(?:^| )(?:und|der|des|für|zum|zur|im|in))$/u.test(text) ||
      /^\p{Ll}/u.test(line.text.text))
  );
}

/** A plain entry right below its label or another entry, with no space between. */
function isNext(before: TracedLine, line: TracedLine): boolean {
  if (line.page !== before.page || line.blankBefore > 0 || /\d{3}/u.test(line.text.text)) return false;
  if (before.box === null || line.box === null) return true;
  return line.box[1] - (before.box[1] + before.box[3]) < 1.2 * line.box[3];
}

function entriesOf(lines: readonly TracedLine[], isLabelled: boolean): TracedText[] {
  const entries: TracedText[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = entries.at(-1);
    if (before !== undefined && last !== undefined && !isEntry(line) && continues(before, line)) {
      entries[entries.length - 1] = TracedText.concat(last.read, [last, " ", line.text]);
    } else if (index === 0 && isLabelled) entries.push(...behindLabel(line, lines.length === 1));
    else entries.push(titleOf(line));
  });
  return entries.filter((entry) => entry.length > 0).map(closed);
}

/** What OCR makes of the mark that closes a title at its line's end. */
const DAMAGED_CLOSING = /(?<=\p{L})['’‘´\x60"*]$/u;

/** A title's quotation gets its closing mark back. */
function closed(entry: TracedText): TracedText {
  const end = entry.length;
  if (!entry.text.includes("„") || entry.text.includes("“") || !DAMAGED_CLOSING.test(entry.text)) return entry;
  return entry.apply([{ rule: "quotation-mark", start: end - 1, end, after: "“", confidence: 0.9 }]);
}

function behindLabel(line: TracedLine, isAlone: boolean): TracedText[] {
  const rest = line.text.slice(LABEL.exec(line.text.text)?.[0].length ?? 0).trim();
  if (rest.length > 0) return [rest];
  return isAlone ? [line.text.slice(0, /^Anlagen?/u.exec(line.text.text)?.[0].length ?? line.text.length)] : [];
}

/** An entry without its bullet; a number stays, it is how the letter cites the attachment. */
function titleOf(line: TracedLine): TracedText {
  const start = lineStart(line.text.text);
  return start.sub?.kind === "bullet" ? line.text.slice(start.textStart) : line.text;
}
