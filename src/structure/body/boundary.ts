import type { TracedLine } from "../../text/traced-lines.ts";
import { beginsParagraph, type Setting } from "./paragraphs.ts";
import { voiceOf } from "./voice.ts";

/** Where, without a mark, a clause ends and its answer begins. */
export interface Boundary {
  /** Lines before it are the clause's; 0: no clause, the number of lines: no answer. */
  readonly at: number;
  /** How much better it is than the second best place; below 2 it is a guess. */
  readonly margin: number;
}

/** In points: more than a scan's skew within a paragraph, less than any typed indent. */
const INDENT = 7;
const PARAGRAPH_EVIDENCE = 1.5;
const INDENT_EVIDENCE = 4;

/**
 * Finds where a clause without a closing mark ends: it speaks in orders and questions ("wird beauftragt,
 * … vorzulegen."), the answer in reports ("wurde am … beurkundet"); a new paragraph or the end of an
 * indent speak for a place.
 * @param fewest lines that are the clause's in any case
 */
export function boundaryIn(lines: readonly TracedLine[], setting: Setting, fewest = 1): Boundary {
  const places = [...candidatesIn(lines, fewest), lines.length];
  const scores = places.map((at) => {
    const sides = voiceOfRange(lines, places, 0, at) - voiceOfRange(lines, places, at, lines.length);
    return sides + (at < lines.length && at > 0 ? evidenceAt(lines, at, setting) : 0);
  });
  const best = Math.max(...scores);
  const at = places[scores.indexOf(best)] ?? lines.length;
  const others = scores.filter((_, index) => places[index] !== at);
  return { at, margin: others.length === 0 ? 0 : best - Math.max(...others) };
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

/** Voices of the stretches between places, added up: one long stretch must not drown a short one. */
function voiceOfRange(lines: readonly TracedLine[], places: readonly number[], from: number, to: number): number {
  const stops = [from, ...places.filter((place) => place > from && place <= to)];
  let voice = 0;
  for (let index = 1; index < stops.length; index++) {
    const part = lines.slice(stops[index - 1], stops[index]);
    voice += voiceOf(part.map((line) => line.text.text).join(" "));
  }
  return voice;
}

function evidenceAt(lines: readonly TracedLine[], at: number, setting: Setting): number {
  const before = lines[at - 1] as TracedLine;
  const line = lines[at] as TracedLine;
  const isOutdented = before.box !== null && line.box !== null && before.box[0] - line.box[0] > INDENT;
  const isParagraph = beginsParagraph(before, line, setting);
  return (isOutdented ? INDENT_EVIDENCE : 0) + (isParagraph ? PARAGRAPH_EVIDENCE : 0);
}
