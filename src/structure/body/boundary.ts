import { largest } from "../../model/long-lists.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { plainTextOf } from "../join-lines.ts";
import { isOutdented } from "./indent.ts";
import { beginsParagraph, type Setting } from "./paragraphs.ts";
import { voiceOf } from "./voice.ts";

/** Where, without a mark, a clause ends and its answer begins. */
export interface Boundary {
  /** Lines before it are the clause's; 0: no clause, the number of lines: no answer. */
  readonly at: number;
  /** How much better it is than the second best place. */
  readonly margin: number;
}

/** How sure a boundary is, 0 to 1. */
export function surenessOf({ margin }: Boundary): number {
  if (margin >= 3) return 0.92;
  return margin >= 1.5 ? 0.8 : 0.5;
}

const PARAGRAPH_EVIDENCE = 1.5;
const INDENT_EVIDENCE = 4;
/** A question mark, and what follows asks nothing. */
const QUESTION_EVIDENCE = 3;
/** Every line so far is indented, and here the margin begins: as good as a closing mark. */
const BLOCK_EVIDENCE = 8;

/**
 * Finds where a clause without a closing mark ends: it speaks in orders and questions ("wird beauftragt,
 * … vorzulegen."), the answer in reports ("wurde am … beurkundet"); a new paragraph or the end of an
 * indent speak for a place.
 * @param fewest lines that are the clause's in any case
 */
export function boundaryIn(lines: readonly TracedLine[], setting: Setting, fewest = 1): Boundary {
  const places = [...candidatesIn(lines, fewest), lines.length];
  const voices = voicesBefore(lines, places);
  const total = voices.at(-1) ?? 0;
  const scores = places.map((at, index) => {
    const sides = 2 * (voices[index] ?? 0) - total;
    return sides + (at < lines.length && at > 0 ? evidenceAt(lines, at, setting) : 0);
  });
  const best = largest(scores, 0);
  const chosen = scores.indexOf(best);
  const others = scores.filter((_, index) => index !== chosen);
  const margin = others.length === 0 ? 0 : best - largest(others, 0);
  return { at: places[chosen] ?? lines.length, margin };
}

function candidatesIn(lines: readonly TracedLine[], fewest: number): number[] {
  const candidates = fewest === 0 ? [0] : [];
  for (let at = Math.max(1, fewest); at < lines.length; at++) {
    if (isBetweenSentences(lines[at - 1] as TracedLine, lines[at] as TracedLine)) candidates.push(at);
  }
  return candidates;
}

function isBetweenSentences(before: TracedLine, line: TracedLine): boolean {
  return !line.glued && /[.?!;:,][“”"']?$|[“”"]$/u.test(before.text.text) && /^[„"(]?[\p{Lu}\d]/u.test(line.text.text);
}

/**
 * For each place the voices of all stretches before it, added up: taken stretch by stretch, a long
 * answer does not drown a short clause.
 */
function voicesBefore(lines: readonly TracedLine[], places: readonly number[]): number[] {
  let from = 0;
  let sum = 0;
  return places.map((at) => {
    const part = lines.slice(from, Math.min(at, from + LONGEST_STRETCH));
    if (part.length > 0) sum += voiceOf(plainTextOf(part));
    from = at;
    return sum;
  });
}

/** In lines: what the first of a stretch do not say, the others need not. */
const LONGEST_STRETCH = 40;

/** The lines of a sentence or two. */
function textFrom(lines: readonly TracedLine[], at: number): string {
  return lines
    .slice(at, at + 4)
    .map((line) => line.text.text)
    .join(" ");
}

function evidenceAt(lines: readonly TracedLine[], at: number, setting: Setting): number {
  const before = lines[at - 1] as TracedLine;
  const line = lines[at] as TracedLine;
  const isParagraph = beginsParagraph(before, line, setting);
  const isBlock = lines.slice(0, at).every((quoted) => isOutdented(quoted, line));
  const outdent = isBlock ? BLOCK_EVIDENCE : isOutdented(before, line) ? INDENT_EVIDENCE : 0;
  const isAfterQuestion = /\?[“”"]?$/u.test(before.text.text) && !/^[^.!]*\?/u.test(textFrom(lines, at));
  return outdent + (isParagraph ? PARAGRAPH_EVIDENCE : 0) + (isAfterQuestion ? QUESTION_EVIDENCE : 0);
}
