import type { TracedLine } from "../text/traced-lines.ts";
import { endOfFormula, folded, resembles } from "./likeness.ts";

/** The letter cut at its fixed formulas. */
export interface Zones {
  readonly head: readonly TracedLine[];
  /** Lines of "Sehr geehrte …,"; empty where none was found. */
  readonly salutation: readonly TracedLine[];
  readonly body: readonly TracedLine[];
  /** Lines of "Mit freundlichen Grüßen", two where a signature tore it; empty where none was found. */
  readonly closing: readonly TracedLine[];
  /** What follows the closing, and signatures printed right before it. */
  readonly tail: readonly TracedLine[];
}

/** How surely a line belongs to a block of signatures, wherever it stands. */
export type SignatureLikeness = "surely" | "name" | "perhaps" | "no";

/** Lines that signatures before the closing take at most. */
const LONGEST_BLOCK = 12;

/** Cuts a letter; `likenessOf` tells the lines that may stand in the tail though before the closing. */
export function zonesOf(lines: readonly TracedLine[], likenessOf: (line: TracedLine) => SignatureLikeness): Zones {
  const greeting = lines.findIndex((line) => isSalutation(line.text.text));
  const salutation = greeting < 0 ? [] : salutationFrom(lines, greeting);
  const headEnd = headEndOf(lines, greeting);
  const rest = lines.slice(headEnd).filter((line) => !salutation.includes(line));
  const closing = closingIn(rest);
  const end = closing[0]?.index ?? lines.length;
  const after = rest.filter((line) => line.index >= end && !closing.includes(line));
  let bodyEnd = rest.findIndex((line) => line.index === end);
  if (bodyEnd < 0) bodyEnd = rest.length;
  const last = Math.max(0, bodyEnd - LONGEST_BLOCK);
  const tailStart = last + signaturesAtEnd(rest.slice(last, bodyEnd).map(likenessOf));
  return {
    head: lines.slice(0, headEnd),
    salutation,
    body: rest.slice(0, tailStart),
    closing,
    tail: [...rest.slice(tailStart, bodyEnd), ...after],
  };
}

/**
 * Where the signatures begin that a shuffled text has right before the closing: with the first line that is
 * surely one, or the name above it; a role may go on below it. A bare name right before the closing is one too:
 * a report ends with a full stop.
 */
function signaturesAtEnd(lines: readonly SignatureLikeness[]): number {
  const block = lines.lastIndexOf("no") + 1;
  const first = lines.indexOf("surely", block);
  if (first < 0) return lines.at(-1) === "name" && block > 0 ? lines.length - 1 : lines.length;
  return Math.max(block, first - 1);
}

function isSalutation(text: string): boolean {
  return endOfFormula(text, "Sehr geehrte") !== null || /^(?:Liebe|Werte)r? \p{Lu}/u.test(text);
}

/** A salutation ends with its comma, if no second one follows; it runs over four lines at most. */
function salutationFrom(lines: readonly TracedLine[], start: number): TracedLine[] {
  const window = lines.slice(start, start + 4);
  const end = window.findIndex(
    (line, at) => /[,!.:;]$/u.test(line.text.text) && !isSalutation(window[at + 1]?.text.text ?? ""),
  );
  return window.slice(0, 1 + Math.max(0, end));
}

/**
 * The head ends with the salutation; without one, or where the scanner put it below the introduction ("… wie folgt:"),
 * where the administration begins to speak.
 */
function headEndOf(lines: readonly TracedLine[], greeting: number): number {
  if (greeting < 0) return Math.max(0, lines.findIndex(beginsIntroduction));
  const above = lines.slice(0, greeting);
  const formula = above.findIndex((line) =>
    /(?:gegeben werden|wie folgt|Stellung genommen) ?[:;.,]$/u.test(line.text.text),
  );
  if (formula < 0) return greeting;
  const sentence = above.slice(Math.max(0, formula - LONGEST_INTRODUCTION + 1), formula + 1);
  const begin = sentence.findLastIndex(beginsIntroduction);
  return begin < 0 ? formula : formula - sentence.length + 1 + begin;
}

/** In lines. */
const LONGEST_INTRODUCTION = 3;

function beginsIntroduction(line: TracedLine): boolean {
  return /^(?:folgende|Ihre|Ihren|zu (?:oben |o\. ?g)|in Beantwortung)/u.test(line.text.text);
}

const CLOSINGS = [
  "Mit freundlichen Grüßen",
  "Mit freundlichem Gruß",
  "Mit besten Grüßen",
  "Freundliche Grüße",
  "Hochachtungsvoll",
];

const SHORTEST_CLOSING = 12;
/** A closing formula and some strokes of the signature over it. */
const LONGEST_CLOSING = 40;

export function isClosing(text: string): boolean {
  if (text.length < SHORTEST_CLOSING || text.length > LONGEST_CLOSING) return false;
  return CLOSINGS.some((formula) => resembles(text, formula) || endOfFormula(text, formula) !== null);
}

function closingIn(rest: readonly TracedLine[]): TracedLine[] {
  const whole = rest.find((line) => isClosing(line.text.text));
  if (whole !== undefined) return [whole];
  const tail = rest.findIndex((line) => isClosingTail(line.text.text));
  const end = rest[tail];
  if (end === undefined) return [];
  const head = rest.slice(Math.max(0, tail - 3), tail).findLast((line) => isClosingHead(line.text.text));
  return head === undefined ? [end] : [head, end];
}

/** What a signature written across the closing leaves of it: "MiM … chen Grüßen". */
function isClosingTail(text: string): boolean {
  return text.length <= 24 && /gru(?:ss|b)en?$/u.test(folded(text));
}

function isClosingHead(text: string): boolean {
  return /^[MNW]\S{0,3}(?: \S{1,8})?$/u.test(text);
}
