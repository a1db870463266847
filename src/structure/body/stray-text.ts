import type { TracedLine } from "../../text/traced-lines.ts";
import { plainTextOf } from "../join-lines.ts";
import type { Piece } from "./piece.ts";
import { ABBREVIATIONS } from "./torn-text.ts";
import { voiceOf } from "./voice.ts";

/** Voice (`voiceOf`) at or below which a clause's sentence is heard as a report: "In 19 Fällen wurde ein Verfahren …". */
const REPORT_IN_CLAUSE = -2;

/** A lettered point may give its reasons: "Seit 10 Jahren bietet der Verein …". */
const REPORT_IN_LETTERED = -3;

/** A preamble tells what was and is, as a report does; only that a point is fulfilled is never said in it. */
const REPORT_IN_LEAD = -5;

/**
 * The line where something stands in a clause that is no part of it; null where all is well:
 * - a sentence that reports: "Der Beschlusspunkt ist teilweise erfüllt.",
 * - behind a point that goes on a lead's sentence ("dem Stadtrat zu berichten."), a sentence that orders nothing,
 * - another point with its quotation mark: "3. „Dem Ausschuss …", or a letter out of its turn: "c)", "e)",
 * - the end of a bracket or quotation that was opened elsewhere: "Universität Dresden) als Partner".
 */
export function strayInClause(pieces: readonly Piece[]): TracedLine | null {
  const text = plainTextOf(pieces);
  const mostReport = pieces[0]?.lettered === null ? REPORT_IN_CLAUSE : REPORT_IN_LETTERED;
  const goesOnLead = /^\p{Ll}{2}/u.test(text);
  const sentences = sentencesOf(text);
  const stray = sentences.findIndex((sentence, index) => {
    const voice = voiceOf(sentence);
    return (
      voice <= mostReport || OF_ANSWERS.test(sentence) || (goesOnLead && index > 0 && voice <= 0 && !isOrder(sentence))
    );
  });
  if (stray >= 0) return lineOfSentence(pieces, sentences, stray);
  const other = pieces.find((piece, index) => index > 0 && QUOTED_POINT.test(piece.text.text));
  return other?.line ?? strayMark(pieces) ?? strayLetter(pieces);
}

/**
 * The line where a lead leads nowhere, as above:
 * - a report, the end of a sentence from elsewhere ("im Herbst berichtet werden."), an entry of a list,
 * - behind whole sentences the beginning of one that no clause goes on ("Für das Elbufer"),
 * - a colon that announces no points ("deren Wurzeln den Damm durchdrungen haben:"), or one that words follow,
 * - before a point in small letters, which goes on its sentence, a full stop; but "wird beauftragt." ends with a misread
 *   comma.
 */
export function strayInLead(pieces: readonly Piece[], point: readonly Piece[]): TracedLine | null {
  const [first] = pieces;
  if (first === undefined) return null;
  const sentences = sentencesOf(plainTextOf(pieces));
  if (first.isEntry || /^\p{Ll}.*[.;]$/su.test(sentences[0] ?? "")) return first.line;
  const report = sentences.findIndex((sentence) => {
    const goesOnBehindColon = sentence.endsWith(".") && /: \p{Ll}/u.test(sentence);
    return voiceOf(sentence) <= REPORT_IN_LEAD || OF_ANSWERS.test(sentence) || goesOnBehindColon;
  });
  if (report >= 0) return lineOfSentence(pieces, sentences, report);
  return leadsNowhere(sentences, plainTextOf(point)) ? (pieces.at(-1)?.line ?? null) : null;
}

function leadsNowhere(sentences: readonly string[], point: string): boolean {
  const last = sentences.at(-1) ?? "";
  const goesOn = /^(?:- )?\p{Ll}{2}/u.test(point);
  if (goesOn && /(?<!beauftragt|gebeten|aufgefordert|ermächtigt|ersucht|Auskunft)\.$/u.test(last)) return true;
  if (voiceOf(last) > 0) return false;
  return /:$/u.test(last) ? !ANNOUNCES.test(last) : sentences.length > 1 && /\p{Ll}$/u.test(last);
}

/** "ist dafür zu sorgen, dass", "soll geprüft werden"; an administration's "bitte ich, vertraulich zu behandeln" is none. */
function isOrder(sentence: string): boolean {
  return ORDER.test(sentence) && !/\b(?:ich|wir)\b/u.test(sentence);
}

const ORDER = /(?:\bzu |\p{Ll}zu)\p{Ll}{2,}n(?=[,.;“]| und | sowie |$)|\b(?:soll|muss\b|müssen|dürf)/u;

/** Before a colon: "bitte ich um die Beantwortung folgender Fragen:", "Der Stadtrat möge beschließen:". */
const ANNOUNCES = /[Ff]rage|folgende|möge|möchte|beschl/u;

/** How far a point has come is told of it, not in it. */
const OF_ANSWERS = /\bBeschlusspunkte? (?:gilt|gelten|ist|sind|wird|wurde)\b/u;

const QUOTED_POINT = /^\d{1,2}[.)] ?„/u;

/** Behind a whole word or a misread "m²", and before a large letter: not in "31. Dezember", "3,3 Mio. Euro", "inkl. Museum". */
const SENTENCES_MEET = new RegExp(
  ` (?<=(?:(?<!\\p{L})(?!(?:${ABBREVIATIONS}|Prof|Dipl)\\.)\\p{L}*\\p{Ll}{3}[.?!]|m[²?]\\.) )(?=\\p{Lu}\\p{Ll}|„)`,
  "u",
);

function sentencesOf(text: string): string[] {
  return text.split(SENTENCES_MEET);
}

/** The line that a sentence begins on, by its number among all of these lines. */
function lineOfSentence(pieces: readonly Piece[], sentences: readonly string[], at: number): TracedLine | null {
  const start = sentences.slice(0, at).reduce((offset, sentence) => offset + sentence.length + 1, 0);
  let end = 0;
  for (const { line, text } of pieces) {
    end += text.length + 1;
    if (end > start) return line;
  }
  return null;
}

/** The end of a pair that was opened elsewhere. Letters of points ("a)") end none. */
function strayMark(pieces: readonly Piece[]): TracedLine | null {
  const open = { ")": 0, "“": 0 };
  for (const { line, text } of pieces) {
    for (const [mark] of text.text.matchAll(/[(„“]|(?<=[\p{L}\d.]{2})\)/gu)) {
      if (mark === "(" || mark === ")") open[")"] += mark === "(" ? 1 : -1;
      else open["“"] += mark === "„" ? 1 : -1;
    }
    if (open[")"] < 0 || open["“"] < 0) return line;
  }
  return null;
}

function strayLetter(pieces: readonly Piece[]): TracedLine | null {
  const lettered = pieces.filter((piece) => piece.lettered !== null);
  const codes = lettered.map((piece) => piece.lettered?.letter.text.codePointAt(0) ?? 0);
  const at = codes.findIndex((code, index) => index > 0 && code !== (codes[index - 1] ?? 0) + 1);
  return lettered[at]?.line ?? null;
}
