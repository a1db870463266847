import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { MONTH_NAMES } from "../calendar.ts";
import { endsEarly, type Setting } from "./paragraphs.ts";
import type { Piece } from "./piece.ts";

/**
 * The first line of a text that cannot follow the line above it, which shows that lines were lost or came out
 * of order: it stands higher on the page, or the sentence breaks off between them. Null where all is well.
 */
export function tearIn(pieces: readonly Piece[], setting: Setting): TracedLine | null {
  const at = pieces.findIndex((piece, index) => {
    const before = pieces[index - 1];
    return before !== undefined && before.line !== piece.line && isTorn(before, piece, setting);
  });
  return pieces[at]?.line ?? null;
}

function isTorn(before: Piece, piece: Piece, setting: Setting): boolean {
  if (standsAbove(piece.line, before.line)) return true;
  if (piece.line.glued) return endsInTwoWords(before.text.text);
  if (/(?:^| )zu$/u.test(before.text.text) && /^\d{1,2}\. \p{Lu}/u.test(piece.text.text)) return true;
  if (piece.isEntry) return false;
  if (before.isEntry && isCutShort(before, piece, setting)) return true;
  if (beginsPoint(piece.text.text)) return true;
  if (endsSentence(before.text.text)) return /^\p{Ll}{2}/u.test(piece.text.text);
  if (breaksGroup(before.text.text, piece.text.text)) return true;
  if (MONTH.test(piece.text.text) && !BEFORE_MONTH.test(before.text.text)) return true;
  return isWithinSentence(before, setting, piece) && beginsSentence(piece.text.text);
}

/**
 * After an article or a preposition comes a noun before any verb or the sentence's end: not "in den / steht", "vollständig
 * zu / ist", "aus / nicht eingeordnet,"; nor behind its adjective a conjunction: "sowie die städtischen / aber auch".
 */
function breaksGroup(above: string, text: string): boolean {
  if (GROUP_AHEAD.test(above))
    return VERB_FIRST.test(text) || (!/(?:^| )(?:zu|dem)$|, den$/u.test(above) && VERB_ALONE.test(text));
  return ADJECTIVE_AHEAD.test(above) && (NO_NOUN_AHEAD.test(text) || beginsSentence(text));
}

const GROUP_AHEAD =
  /(?:^| )(?:den|dem|des|im|am|zum|zur|vom|beim|ins|einen|einem|eines|einer|zu|von|für|gegen|ohne|seit|wegen|in|aus|durch|bei)$/u;
const VERB_FIRST =
  /^(?:kann|können|konnten?|darf|dürfen|durften?|soll(?:en|te|ten)?|muss|müssen|wird|werden|wurden?|ist|sind|war|waren|hat|haben|hatten?|steht|stehen|liegt|liegen|läuft|gibt|bleibt|erfolgt)(?!\p{L})/u;

/** A participle or infinitive, a mark behind it; no pronoun is as long: "denen", "allen". */
const VERB_ALONE = /^(?:nicht )?\p{Ll}{5,}(?:t|en)[,.;]/u;

/** A conjunction, or a sentence's end behind a preposition: "aus Dresden getroffen." */
const NO_NOUN_AHEAD =
  /^(?:(?:aber|um|dass|weil|weshalb|wenn)(?!\p{L})|(?:an|aus|bei|für|in|mit|nach|von)(?: \S+){1,4} \p{Ll}+(?:t|en)\.(?: |$))/u;

/** An adjective behind its article; "beide", "übrige" and their like stand for the noun. */
const ADJECTIVE_AHEAD =
  /(?:^| )(?:die|der|das|den|dem|des|eine[mnrs]?) (?!beide|übrige|andere|meiste|eine|letztere|erstere)\p{Ll}{4,}(?:e|e[nmrs])$/u;

/**
 * Whether a text begins within a sentence: with a small letter, which begins no report but for a reference
 * ("siehe Antwort zu 1."); or with the end of a subordinate clause, its verb last: "Am Hafen nicht gebaut werden kann."
 */
export function beginsWithin(text: string): boolean {
  if (/^\p{Ll}{2}/u.test(text)) return !/^(?:siehe|vgl|s\.|entfällt|keine?|ja|nein|erledigt|erfüllt)\b/u.test(text);
  const sentence = /^[^.,:;?!]+(?=\.(?: |$))/u.exec(text)?.[0] ?? "";
  const words = sentence.split(/\s+/u);
  return words.length > 3 && FINITE.test(words.at(-1) ?? "") && !words.slice(0, -1).some((word) => FINITE.test(word));
}

/** A report ends with a stop, but for entries of a list, rows of a table, and headings in a few words. */
export function endsWithin({ isEntry, text }: Piece): boolean {
  return !isEntry && /(?:(?:^|[\s-])\p{Ll}{2,}-?|\p{L},)$/u.test(text.text) && text.text.split(/\s+/u).length > 3;
}

const FINITE = /^(?:kann|können|konnten?|soll(?:en|te|ten)?|muss|müssen|wird|wurden?|ist|sind|war|waren|hat|hatten?)$/u;

/** On paper reading goes downwards; the lines of one row of a table stand side by side. */
export function standsAbove(line: TracedLine, before: TracedLine): boolean {
  if (line.box === null || before.box === null) return false;
  if (line.page !== before.page) return line.page < before.page;
  return line.box[1] + line.box[3] <= before.box[1] + before.box[3] / 2;
}

/** An entry that announces one more, with room left on its line, is followed by that: "• die beiden Bäume und". */
function isCutShort(entry: Piece, next: Piece, setting: Setting): boolean {
  return /(?<!\p{L})(?:und|oder|sowie)$/u.test(entry.text.text) && endsEarly(entry.line, next.line, setting.right);
}

/** Of three small letters or more at their end; the stop behind them ends no sentence. */
export const ABBREVIATIONS = "bzgl|bzw|einschl|entspr|evtl|ggf|inkl|insbes|usw|vgl|zzgl";

const LAST_WORD = new RegExp(`(?<!\\p{L})(?!(?:${ABBREVIATIONS})\\.)\\p{L}*\\p{Ll}{3}[.?!]$`, "u");

/** "vorzulegen." ends a sentence; "z. B." and "einschl." do not. */
function endsSentence(text: string): boolean {
  return LAST_WORD.test(text);
}

/** No sentence ends with these, nor a line of a heading. */
const GOES_ON =
  /(?:\p{Ll},|(?<!\p{L})(?:und|oder|sowie|dass|sich|für|von|durch|ohne|gegen|zwischen|mit|bei|nach|über|unter|in|auf|im|am|zum|zur|vom|der|die|das|den|dem|des|eine[mnrs]?))$/u;

/** A full line of running text without a stop at its end; or any that says itself that it goes on: "und", "sind,". */
function isWithinSentence(before: Piece, setting: Setting, piece: Piece): boolean {
  const text = before.text.text;
  if (GOES_ON.test(text)) return true;
  return !before.isEntry && /[\p{L}\d,]$/u.test(text) && !endsEarly(before.line, piece.line, setting.right);
}

/** Within a sentence no line begins with a point: "4. die Wege", "2. Welche Wege"; "4. und 5. Mai" is a date. */
function beginsPoint(text: string): boolean {
  const word = /^\d{1,2}\. (\p{L}+)(?= )/u.exec(text)?.[1];
  if (word === undefined || /^(?:und|bis|oder|sowie)$/u.test(word)) return false;
  return /^\p{Ll}/u.test(word) || FUNCTION_WORDS.has(word.toLowerCase());
}

/** A word was begun above and another one follows: "zu lei-Die". */
function endsInTwoWords(text: string): boolean {
  const second = /\p{Ll}-(\p{Lu}\p{Ll}+)$/u.exec(text)?.[1];
  return second !== undefined && FUNCTION_WORDS.has(second.toLowerCase());
}

/** An article or a conjunction is written large at a sentence's beginning only: "Die Arbeiten", "Derzeit wird". */
function beginsSentence(text: string): boolean {
  if (AT_A_TIME.test(text) || QUESTION.test(text)) return true;
  const word = /^\p{Lu}\p{Ll}+(?= ["„]?\p{L})/u.exec(text)?.[0];
  return word !== undefined && !IN_NAMES.has(word) && FUNCTION_WORDS.has(word.toLowerCase());
}

/** Little words that begin the names of streets and places as well: "Am Lehmberg", "Zum Fährmann". */
const IN_NAMES: ReadonlySet<string> = new Set("Am An Auf Im In Unter Vor Zu Zum Zur".split(" "));

/** No place is called so: "Am Abend", "Im Juni 2022". */
const AT_A_TIME = new RegExp(
  `^(?:Am|Im|Zum|Zur) (?:Abend|Morgen|Jahr|Rahmen|Ergebnis|${MONTH_NAMES.join("|")}|\\d{1,2}\\. \\p{L}+ \\d{4})\\P{L}`,
  "u",
);

/** "In welchen Parkanlagen gibt es …" */
const QUESTION = /^(?:An|Auf|Aus|Bei|Für|Gegen|In|Mit|Nach|Seit|Von|Vor|Zu) (?:welche[mnrs]?|was|wem|wen|wie) /u;

/** A month stands behind its day, or what tells of time: "am 3. / März", "Ende / Juni". */
const MONTH = new RegExp(`^(?:${MONTH_NAMES.join("|")})(?: \\d{4}| \\p{Ll})`, "u");
const BEFORE_MONTH =
  /(?:\d\.?|[,/(–-]|(?<!\p{L})(?:ab|bis|seit|im|in|vom?|von|zum|zwischen|nach|vor|gegen|den|dem|für|und|oder|sowie|der|des|Ende|Anfang|Mitte|Monate?s?|Monaten))$/iu;
