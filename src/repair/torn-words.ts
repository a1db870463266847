import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { lineAt } from "../text/read-text.ts";
import type { TracedText } from "../text/traced-text.ts";
import { capitalised, isUpper } from "./letters.ts";

/** In characters. A shorter line is one of a letterhead, a table or a list. */
const RUNNING_LINE = 50;

/** Letters of the longest pieces that words are broken into and documentation may hold alone. */
const PIECE = 4;

/** Times a longer one has to be counted. */
const BELIEVED_COUNT = 10;

/** The last letters of a line, no mark or hyphen behind them. */
const LAST_WORD = /(?:^|[\s„(-])(\p{L}+\p{Ll})$/u;

/** Below it stand names and offices, in columns that a scanner's text mixes. */
const CLOSING = /^Mit \p{Ll}+ Gr[üu]\p{L}+/mu;

/** Above it stand headings, which end without a stop. */
const SALUTATION = /^(?:Sehr|Liebe[rs]?|Werte[rs]?) /u;

/** The first letters of a line, all small. */
const FIRST_WORD = /^(\p{Ll}{3,})(?=[.,;:!?]?(?:\s|$))/u;

/**
 * The first word of a line, written large; not an inflected adjective, as names begin with ("Technische Universität"),
 * or an infinitive.
 */
const LARGE_WORD = /^\p{Lu}\p{Ll}{2,}(?<!e|e[mnrs])(?= \p{L})/u;

/** A line of running text whose sentence goes on. */
const GOES_ON = /[\p{Ll},]$/u;

/** How many times rarer a word is large, at sentences' beginnings, than small. */
const RARER_LARGE = 8;

/** Times a word has to be counted at all. */
const FEWEST_COUNTED = 5;

/**
 * Words that were begun at a line's end ("die Anord") and go on nowhere, or go on at a line's start ("nung erteilt.")
 * from nothing: lines are missing there, or out of order. What no list knows, and no known word begins or ends with,
 * is a name or a misreading, and no sign of it.
 */
export function tornWords(text: TracedText, lexicon: Lexicon): Diagnostic[] {
  const [letter = ""] = text.text.split(CLOSING);
  const pieces = [...piecesIn(letter, lexicon), ...oddJoinsIn(letter, text, lexicon)];
  return pieces.map((piece) => finding(piece, text));
}

/** A word that is none, where it begins in the text, and what is wrong with it. */
interface TornWord {
  readonly word: string;
  readonly start: number;
  readonly what: string;
}

function piecesIn(letter: string, lexicon: Lexicon): TornWord[] {
  const found: TornWord[] = [];
  let start = 0;
  let above = "";
  let isBody = false;
  for (const line of letter.split(/[\n\f]/u)) {
    const goesOn = isBody && above.length >= RUNNING_LINE && GOES_ON.test(above);
    const large = goesOn ? LARGE_WORD.exec(line)?.[0] : undefined;
    isBody ||= SALUTATION.test(line);
    if (large !== undefined && isNoNoun(large, lexicon)) {
      found.push({ word: large, start, what: "begins a sentence within another" });
    }
    const first = Math.max(above.length, line.length) < RUNNING_LINE ? undefined : FIRST_WORD.exec(line)?.[1];
    if (first !== undefined && !isWhole(first, lexicon) && isTail(first, lexicon)) {
      found.push({ word: first, start, what: "begins a line and goes on from nothing" });
    }
    const last = line.length < RUNNING_LINE ? undefined : LAST_WORD.exec(line)?.[1];
    if (last !== undefined && !isWhole(last, lexicon) && lexicon.beginsWord(last)) {
      const what = "breaks off at a line's end and goes on nowhere";
      found.push({ word: last, start: start + line.length - last.length, what });
    }
    start += line.length + 1;
    if (line !== "") above = line;
  }
  return found;
}

/** What is hardly ever written large begins a sentence there: "Bevorzugt wird das zweite Objekt". */
function isNoNoun(word: string, lexicon: Lexicon): boolean {
  const small = lexicon.countOf(word.toLowerCase());
  return small >= FEWEST_COUNTED && small >= RARER_LARGE * lexicon.countOf(word);
}

/** The rest of a noun, as of "Gesamtjahr": a noun itself, but written small. */
function isTail(word: string, lexicon: Lexicon): boolean {
  return lexicon.endsWord(word) || lexicon.isCompound(capitalised(word));
}

const JOINED = "was joined over a line's end and is no known word";

/**
 * Words that were joined over a line's end and that nobody knows: "wer / sicht". A large one may be a name, unless its
 * first part is a word, or both parts belong to words: "Stadtbe- / der".
 */
function oddJoinsIn(letter: string, text: TracedText, lexicon: Lexicon): TornWord[] {
  return [...letter.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const raw = text.rawRange(index, index + word.length);
    const parts = raw === null ? null : /^(\p{L}+)-?\n(\p{L}+)$/u.exec(text.read.raw.slice(raw.start, raw.end));
    const [, first, rest] = parts ?? [];
    if (!first || !rest || lexicon.isKnown(word)) return [];
    const arePieces = (): boolean => lexicon.beginsWord(first) && (lexicon.isWord(rest) || lexicon.endsWord(rest));
    return isUpper(word) && !isWhole(first, lexicon) && !arePieces() ? [] : [{ word, start: index, what: JOINED }];
  });
}

/**
 * What was counted in documentation has pieces of words among it, "ver", "gen", "sicht", mostly short ones and seldom:
 * a short one is believed only where the dictionary has it.
 */
function isWhole(word: string, lexicon: Lexicon): boolean {
  const believed = word.length > PIECE ? BELIEVED_COUNT : Number.POSITIVE_INFINITY;
  return lexicon.isWord(word) || lexicon.isCompound(word) || lexicon.countOf(word) >= believed;
}

function finding({ word, start, what }: TornWord, text: TracedText): Diagnostic {
  // A word joined and unknown is right as often as not; a piece of one is text that is missing.
  const severity = what === JOINED ? "info" : "warning";
  const message = `"${word}" ${what}; lines may be missing or out of order.`;
  const raw = text.rawRange(start, start + word.length);
  const page = raw === null ? undefined : lineAt(text.read, raw.start)?.page.number;
  const place = page === undefined ? {} : { page };
  return { severity, stage: "repair", code: "word-torn", message, at: "/memo/items", ...place };
}
