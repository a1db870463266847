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
  const headEnd = greeting >= 0 ? greeting : introductionAt(lines);
  const salutation = greeting < 0 ? [] : salutationFrom(lines, greeting);
  const bodyStart = headEnd + salutation.length;
  const closing = closingIn(lines, bodyStart);
  const end = closing[0]?.index ?? lines.length;
  const after = lines.filter((line) => line.index >= end && !closing.includes(line));
  let bodyEnd = lines.findIndex((line) => line.index === end);
  if (bodyEnd < 0) bodyEnd = lines.length;
  const last = Math.max(bodyStart, bodyEnd - LONGEST_BLOCK);
  const tailStart = last + signaturesAtEnd(lines.slice(last, bodyEnd).map(likenessOf));
  return {
    head: lines.slice(0, headEnd),
    salutation,
    body: lines.slice(bodyStart, tailStart),
    closing,
    tail: [...lines.slice(tailStart, bodyEnd), ...after],
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

/** Without a salutation the head ends where the administration begins to speak. */
function introductionAt(lines: readonly TracedLine[]): number {
  const at = lines.findIndex((line) =>
    /^(?:folgende|Ihre|Ihren|zu (?:oben |o\. ?g)|in Beantwortung)/u.test(line.text.text),
  );
  return Math.max(0, at);
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

function closingIn(lines: readonly TracedLine[], from: number): TracedLine[] {
  const rest = lines.slice(from);
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
