import type { TracedLine } from "../../text/traced-lines.ts";
import { estimatedWidth, reachOf } from "./text-width.ts";

/** What the letter's body shows of its own setting, to judge single lines by. */
export interface Setting {
  /** Right edge of the running text: points, or estimated characters in plain text. */
  readonly right: number;
  /** Median distance of baselines of neighbouring lines in points; null for plain text. */
  readonly pitch: number | null;
  /** Blank lines of a plain text stand between sentences only: they can be believed. */
  readonly hasTrueBlanks: boolean;
}

export function settingOf(lines: readonly TracedLine[]): Setting {
  const rights = lines.map((line) => reachOf(line).right).sort((a, b) => a - b);
  const blanks = pairs(lines).filter(([, line]) => line.blankBefore > 0);
  const between = blanks.filter(([before, line]) => endsSentence(before) && beginsSentence(line));
  return {
    right: rights[Math.floor(0.95 * (rights.length - 1))] ?? 0,
    pitch: medianPitch(lines),
    hasTrueBlanks: blanks.length > 0 && between.length === blanks.length,
  };
}

function pairs(lines: readonly TracedLine[]): [TracedLine, TracedLine][] {
  return lines.slice(1).map((line, index) => [lines[index] as TracedLine, line]);
}

/** The line feed shows between lines of one sentence; paragraphs of one line each would hide it. */
export function medianPitch(lines: readonly TracedLine[]): number | null {
  const feeds = pairs(lines).filter(([before]) => !/[.!?:;,“]$/u.test(before.text.text));
  const pitches = (feeds.length > 0 ? feeds : pairs(lines))
    .map(([before, line]) => pitchOf(before, line))
    .filter((pitch) => pitch !== null)
    .filter((pitch) => pitch > 0);
  return pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? null;
}

/** Distance of two lines' bottom edges in points; null where there are no boxes or a page's edge is between. */
function pitchOf(before: TracedLine, line: TracedLine): number | null {
  if (before.box === null || line.box === null || before.page !== line.page) return null;
  return line.box[1] + line.box[3] - (before.box[1] + before.box[3]);
}

/** Extra space between paragraphs is at least this share of the line pitch. */
const PARAGRAPH_GAP = 1.25;
/** A line shorter than this share of the full width ended on purpose, whatever follows. */
const SHORT_LINE = 0.75;

/**
 * Whether a paragraph begins with a line. It does where the line before ends its sentence and ended
 * early though the next word would have fitted, or where the paper shows extra space; blank lines of
 * plain text count only where they never stand within a sentence.
 * @param right the right edge of the lines around, as in `Setting.right`
 */
export function beginsParagraph(
  before: TracedLine,
  line: TracedLine,
  setting: Setting,
  right = setting.right,
): boolean {
  if (line.glued || !beginsSentence(line) || !endsSentence(before)) return false;
  if (isFarBelow(before, line, setting)) return true;
  if (line.blankBefore > 0 && setting.hasTrueBlanks) return true;
  return endsEarly(before, line, right);
}

/** Whether the paper shows more space between two lines than a line feed. */
export function isFarBelow(before: TracedLine, line: TracedLine, { pitch: usual }: Pick<Setting, "pitch">): boolean {
  const pitch = pitchOf(before, line);
  return pitch !== null && usual !== null && pitch > PARAGRAPH_GAP * usual;
}

/** Whether the first word of the next line would have fitted behind this one. */
export function endsEarly(before: TracedLine, line: TracedLine, right: number): boolean {
  const reach = reachOf(before);
  const word = line.source.line.text.trim().split(/\s/u)[0] ?? "";
  const needed = (estimatedWidth(word) + 1) * reach.unit;
  const left = before.box?.[0] ?? 0;
  return reach.right + needed < right - reach.unit || reach.right - left < SHORT_LINE * (right - left);
}

function endsSentence(line: TracedLine): boolean {
  return /[.!?:][“”"’')\]*]{0,2}$|[“”"]$/u.test(line.text.text);
}

function beginsSentence(line: TracedLine): boolean {
  return /^[„"‚(]{0,2}[\p{Lu}\d§]|^[-–•●]/u.test(line.text.text);
}
