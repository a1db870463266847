import type { TracedLine } from "../../text/traced-lines.ts";
import { plainTextOf } from "../join-lines.ts";
import { countOf, endsPart, lineStart } from "../line-start.ts";
import { answerHeading } from "./answer-heading.ts";
import { boundaryIn, surenessOf } from "./boundary.ts";
import { isLabel, opensMatter } from "./labels.ts";
import { beginsParagraph, isFarBelow, type Setting } from "./paragraphs.ts";
import { betweenQuotations, type Passage } from "./passages.ts";
import { mayBeginPart } from "./piece.ts";
import { type Point, pointsOf, type QuotedText } from "./points.ts";
import { isLeadIn, voiceOf } from "./voice.ts";

/**
 * A body without quotation marks. Three forms are known: all points first and answers headed "zu 1.:";
 * numbered points, each or all together followed by an answer; one clause, then the answer. A body in
 * which nothing speaks like a resolution is all answer.
 */
export function unmarkedPassages(lines: readonly TracedLine[], setting: Setting): Passage[] {
  const matters = lines.flatMap((line, index) => (index > 0 && opensMatter(line) ? [index] : []));
  return [0, ...matters].flatMap((from, index) => matterPassages(lines.slice(from, matters[index]), setting));
}

/** One resolution or inquiry with its answers. */
function matterPassages(lines: readonly TracedLine[], setting: Setting): Passage[] {
  const label = lines.findIndex((line) => isLabel(line));
  const start = label >= 0 && label <= 1 ? label + 1 : 0;
  const labels: Passage[] = lines.slice(0, start).map((line) => ({ kind: "label", line }));
  const body = lines.slice(start);
  const parts = numberedParts(body);
  const heading = body.findIndex((line) => (answerHeading(line.text.text)?.points.length ?? 0) > 0);
  if (heading >= 0 && !parts?.slice(1).some((part) => (part[0]?.index ?? 0) > (body[heading]?.index ?? 0))) {
    return [
      ...labels,
      ...clausesBeforeHeadings(body.slice(0, heading), setting),
      ...betweenQuotations(body.slice(heading), false),
    ];
  }
  if (parts !== null) {
    return [...labels, ...parts.flatMap((part, index) => clauseThenAnswer(part, setting, true, index + 1))];
  }
  return [...labels, ...clauseThenAnswer(body, setting, label >= 0, 1)];
}

/** All points stand before the first "zu 1.:"; a general answer may stand between them and it. */
function clausesBeforeHeadings(lines: readonly TracedLine[], setting: Setting): Passage[] {
  if (lines.length === 0) return [];
  const boundary = boundaryIn(lines, setting, 0);
  const { at } = boundary;
  const voice = voiceOf(plainTextOf(lines.slice(at)));
  const hasAnswer = at > 0 && at < lines.length && (voice < -2 || (voice < 0 && surenessOf(boundary) >= 0.8));
  const end = hasAnswer ? at : lines.length;
  const quoted = withParagraphsAsPoints(lines.slice(0, end), setting);
  return [{ kind: "quotation", quoted, doubt: null }, ...betweenQuotations(lines.slice(end), false)];
}

/** Points whose numbers were lost: each paragraph after the lead-in is one. */
function withParagraphsAsPoints(lines: readonly TracedLine[], setting: Setting): QuotedText {
  const all = quotedLines(lines);
  const quoted = pointsOf(all, false);
  if (quoted.points.some((point) => point.number !== null) || quoted.points.length > 1) return quoted;
  const stops = lines.flatMap((_, index) => (index > 0 && isNewPart(lines, index, setting) ? [index] : []));
  const parts = [0, ...stops].map((from, index) => all.slice(from, stops[index] ?? all.length));
  const [first = [], ...rest] = parts;
  const hasLead = rest.length > 0 && isLeadIn(plainTextOf(first.map(({ line }) => line)));
  const points: Point[] = (hasLead ? rest : parts).flatMap((part) => pointsOf(part, false).points);
  return { lead: hasLead ? (pointsOf(first, false).points[0]?.pieces ?? []) : [], points };
}

function isNewPart(lines: readonly TracedLine[], at: number, setting: Setting): boolean {
  const before = lines[at - 1] as TracedLine;
  const line = lines[at] as TracedLine;
  const isSpaced = endsPart(before.text.text) && (isFarBelow(before, line, setting) || line.blankBefore > 0);
  return isSpaced || beginsParagraph(before, line, setting) || isLeadIn(plainTextOf(lines.slice(0, at)));
}

function quotedLines(lines: readonly TracedLine[]): { line: TracedLine; to: number }[] {
  return lines.map((line) => ({ line, to: line.text.length }));
}

/**
 * The body cut before each number that counts up; null where there are no such numbers, or where they
 * do not order or ask anything but list what an answer tells.
 */
function numberedParts(lines: readonly TracedLine[]): TracedLine[][] | null {
  const begins: number[] = [];
  lines.forEach((line, index) => {
    const number = countOf(lineStart(line.text.text).number);
    if (number === begins.length + 1 && mayBeginPart(line, lines[index - 1])) begins.push(index);
  });
  const [first] = begins;
  if (first === undefined) return null;
  const clauses = begins.filter((begin) => voiceOf(firstSentence(lines.slice(begin))) > 0);
  const isLed = first === 0 || isLeadIn(plainTextOf(lines.slice(0, first)));
  if (clauses.length * 2 < begins.length && !(isLed && begins.length > 1)) return null;
  const stops = [0, ...begins.slice(1)];
  return stops.map((from, index) => lines.slice(from, stops[index + 1] ?? lines.length));
}

function firstSentence(lines: readonly TracedLine[]): string {
  const text = plainTextOf(lines.slice(0, 6));
  return /^.{4,}?[.?!](?= |$)/u.exec(text)?.[0] ?? text;
}

/**
 * @param hasClause the lines begin with a clause in any case: a label or a number says so
 * @param number the first clause's, where it bears one
 */
function clauseThenAnswer(
  lines: readonly TracedLine[],
  setting: Setting,
  hasClause: boolean,
  number: number,
): Passage[] {
  if (lines.length === 0) return [];
  const heading = lines.findIndex((line) => answerHeading(line.text.text) !== null);
  const numbered = lines.findIndex((line) => countOf(lineStart(line.text.text).number) !== null);
  const fewest = hasClause ? 1 + Math.max(0, numbered) : 0;
  const boundary = heading > 0 ? { at: heading, margin: CLEAR_MARGIN } : boundaryIn(lines, setting, fewest);
  const clause = lines.slice(0, boundary.at);
  const isClause = hasClause || heading > 0 || voiceOf(plainTextOf(clause)) >= CLEAR_VOICE;
  if (clause.length === 0 || !isClause) return betweenQuotations(lines, false);
  const last = clause.at(-1) as TracedLine;
  const quoted = pointsOf(quotedLines(clause), false);
  const sureness = heading > 0 ? 1 : Math.min(surenessOf(boundary), surenessIn(quoted, number));
  const doubt = { line: last, sureness };
  return [{ kind: "quotation", quoted, doubt }, ...betweenQuotations(lines.slice(boundary.at), false)];
}

/** Points whose numbers begin too late, and questions that tell something behind their mark, may hold an answer. */
function surenessIn({ points }: QuotedText, number: number): number {
  const isLate = Number(points[0]?.number?.text ?? number) > number;
  const tells = points.some(({ pieces }) => LONG_AFTER_QUESTION.test(plainTextOf(pieces)));
  return isLate || tells ? 0.7 : 1;
}

const LONG_AFTER_QUESTION = /\?[^?]{60,}$|\?[^?]{150,}/u;

/** A paragraph without mark, number or label must speak as clearly as "wird beauftragt" to be a clause. */
const CLEAR_VOICE = 4;

/** A heading between clause and answer leaves no doubt where it ends. */
const CLEAR_MARGIN = 10;
