import { isPageMark } from "../../text/page-marks.ts";
import { isFarBelow, medianPitch } from "../compose/paragraphs.ts";
import { PROFILE } from "../profile.ts";
import { answerReference } from "./answer-reference.ts";
import { beginsLike, folded, formulaOf, seenIn } from "./likeness.ts";
import { type Marker, type Opening, openingOf } from "./markers.ts";
import type { Piece } from "./pieces.ts";
import { type Place, placesOf } from "./places.ts";

type Ending = "stop" | "question" | "colon" | "semicolon" | "comma" | "hyphen" | "digit" | "letter" | "other";
type Beginning = "upper" | "lower" | "digit" | "other";

/** All that later steps may ask about a piece; nothing after this looks at its text. */
export interface PieceFacts {
  readonly piece: Piece;
  readonly opening: Opening;
  /** The marker that counts points, where there is one: not a bullet. */
  readonly counting: Marker | null;
  /** "zu 1.:", "Antwort:": what the piece says about which points the text after it answers. */
  readonly isAnswerReference: boolean;
  readonly beginning: Beginning;
  readonly ending: Ending;
  /** A quotation mark opens at its beginning, closes at its end. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Quotations open before its first and after its last letter, counted by marks. */
  readonly depthBefore: number;
  readonly depthAfter: number;
  /** From here on a quotation closes at a line's end before another one opens. */
  readonly closesAhead: boolean;
  /** Lines of the letter paper's foot among the few above and below it, the smaller count: 1 or more lies within a foot. */
  readonly footAround: number;
  /** Goes on with a department's name that a piece above breaks off: another column stands between them. */
  readonly endsDepartment: boolean;
  /** Another piece above has the same letters: a heading repeated overleaf. */
  readonly repeats: boolean;
  /** Formulas of the letterhead and the letter that it begins like, with the likeness, 0 to 1. */
  readonly formulas: readonly (readonly [name: string, likeness: number])[];
  /** Stems of the profile that stand anywhere in it. */
  readonly stems: readonly string[];
  /** Lower-case words, figures as "0". */
  readonly words: readonly string[];
  /** Letters, capitals, figures and other signs as shares of its characters without spaces, 0 to 1. */
  readonly shape: {
    readonly letters: number;
    readonly capitals: number;
    readonly figures: number;
    readonly other: number;
  };
  readonly length: number;
  /** The kind of number that it holds: a council paper alone on its line, a council paper, a meeting, a day, money, a telephone; "" for none. */
  readonly figuresShape: string;
  /** Where its line stands on the page; null within a line, and in plain text. */
  readonly place: Place | null;
  /** How far the line reaches to the right, as a share of the letter's long lines: 0 to 1.2. */
  readonly fill: number;
  /** Space stands above it: a blank line, or on paper more than a line feed. */
  readonly spaced: boolean;
  /** A page's number, or specks with no letter and no figure among them: never text of the letter. */
  readonly isPageMark: boolean;
  /** Page furniture by its looks: no word in it, a page mark. For what looks past it to the next line. */
  readonly looksEmpty: boolean;
}

/** Formulas less like than this are not reported. */
const LEAST_LIKENESS = 0.6;

const FORMULAS = Object.entries(PROFILE.formulas).map(([name, formulas]) => ({
  name,
  formulas: formulas.map((formula) => formulaOf(folded(formula))),
}));

const DEPARTMENTS = PROFILE.departments.map(folded);

/** Reads each piece once. */
export function factsOf(pieces: readonly Piece[]): PieceFacts[] {
  const longest = longLineOf(pieces);
  const pitch = medianPitch(pieces.map(({ line }) => line));
  const closesAhead = closingsAhead(pieces);
  const places = placesOf(pieces);
  const feet = pieces.map(({ text }) => isFoot(folded(text.text)));
  const seen = new Set<string>();
  let depth = 0;
  return pieces.map((piece, at) => {
    const text = piece.text.text;
    const opening = openingOf(text);
    const depthBefore = depth;
    depth = depthThrough(text, depth, opening);
    const isMark = isPageMark(text) || (opening.markers.length === 0 && !/[\p{L}\d]/u.test(text));
    const shape = shapeOf(text);
    const letters = folded(text);
    const repeats = seen.has(letters);
    if (text.length >= SHORTEST_REPEATED) seen.add(letters);
    return {
      piece,
      opening,
      counting: opening.markers.find(({ kind }) => kind !== "bullet") ?? null,
      isAnswerReference: answerReference(text) !== null,
      beginning: beginningOf(text.slice(opening.textStart)),
      ending: endingOf(text),
      opens: opening.quoteAt !== null,
      closes: /(?:[“”"]|'')[.,;]?$/u.test(text) && depthBefore + (opening.quoteAt === null ? 0 : 1) > depth,
      depthBefore,
      depthAfter: depth,
      closesAhead: closesAhead[at] as boolean,
      footAround: footAround(feet, at),
      endsDepartment: at < HEAD && endsDepartment(pieces, at),
      repeats,
      formulas: formulasOf(text),
      stems: PROFILE.stems.filter((stem) => letters.includes(stem)),
      words: wordsOf(text),
      shape,
      length: text.length,
      figuresShape: figuresShapeOf(text),
      spaced: isSpaced(pieces[at - 1], piece, pitch),
      place: places[at] as Place | null,
      fill: Math.max(0, Math.min(1.2, places[at]?.reach ?? text.length / longest)),
      isPageMark: isMark,
      looksEmpty: isMark || (!/\p{L}{3}/u.test(text) && opening.markers.length === 0 && !/\d/.test(text)),
    };
  });
}

function isSpaced(before: Piece | undefined, piece: Piece, pitch: number | null): boolean {
  if (!piece.startsLine) return false;
  return piece.line.blankBefore > 0 || (before !== undefined && isFarBelow(before.line, piece.line, { pitch }));
}

/** The length that nine of ten lines stay below. */
function longLineOf(pieces: readonly Piece[]): number {
  const lengths = pieces.map(({ text }) => text.length).sort((a, b) => a - b);
  return Math.max(20, lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 20);
}

/** Shorter lines are alike by chance. */
const SHORTEST_REPEATED = 8;

/** In pieces: where a letterhead ends at the latest, and how far its columns part the lines of one. */
const HEAD = 40;
const COLUMN_REACH = 8;
/** In letters: a shorter beginning or end of a department's name is one by chance. */
const SHORTEST_PART = 6;

function endsDepartment(pieces: readonly Piece[], at: number): boolean {
  const end = folded((pieces[at] as Piece).text.text);
  if (end.length < SHORTEST_PART) return false;
  const above = pieces
    .slice(Math.max(0, at - COLUMN_REACH), at)
    .map(({ text }) => folded(text.text).replace(/-$/u, ""));
  return DEPARTMENTS.some((name) => {
    const start = name.endsWith(end) ? name.slice(0, -end.length) : "";
    return start.length >= SHORTEST_PART && above.some((text) => text.endsWith(start) || text.endsWith(`${start}-`));
  });
}

function isFoot(letters: string): boolean {
  return PROFILE.foot.some((stem) => letters.includes(stem));
}

/** In pieces: a foot's lines that name nothing of it stand no farther from those that do. */
const FOOT_REACH = 4;

function footAround(feet: readonly boolean[], at: number): number {
  const count = (from: number, to: number): number => feet.slice(Math.max(0, from), to).filter(Boolean).length;
  return Math.min(count(at - FOOT_REACH, at + 1), count(at, at + 1 + FOOT_REACH));
}

/** By piece: whether the first mark after its beginning is one that closes a line. */
function closingsAhead(pieces: readonly Piece[]): boolean[] {
  let closes = false;
  return pieces
    .toReversed()
    .map(({ text: { text } }) => {
      if (/(?:[“”"]|'')[.,;]?$/u.test(text)) closes = true;
      const own = closes;
      if (openingOf(text).quoteAt !== null) closes = false;
      return own;
    })
    .toReversed();
}

/** A point's mark with an opening quotation begins anew, whatever was never closed. */
function depthThrough(text: string, before: number, opening: Opening): number {
  let depth = opening.markers.length > 0 && opening.quoteAt !== null ? 0 : before;
  for (const sign of text.replaceAll("''", "“")) {
    if (sign === "„") depth += 1;
    else if (sign === "“" || sign === "”") depth = Math.max(0, depth - 1);
  }
  return Math.min(depth, 3);
}

function beginningOf(text: string): Beginning {
  const first = /^[^\p{L}\d]{0,3}([\p{L}\d])/u.exec(text)?.[1] ?? "";
  if (/\p{Lu}/u.test(first)) return "upper";
  if (/\p{Ll}/u.test(first)) return "lower";
  return first === "" ? "other" : "digit";
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:bzw|ca|d\. ?h|z\. ?B|u\. ?a|o\. ?g|Nr|Abs|Art|Str|ggf|inkl|vgl|evtl|gem|bzgl|lfd|Mio|Tsd|St|Dr|\p{L}|\d{1,2})\.$/u;

function endingOf(text: string): Ending {
  const bare = text.replace(/[“”"'’)\]]{1,3}\.?$/u, (end) => (end.endsWith(".") ? "." : ""));
  const last = (bare === "" ? text : bare).slice(-1);
  if (last === ".") return ABBREVIATION.test(bare.slice(-12)) ? "other" : "stop";
  if (last === "!") return "stop";
  if (last === "?") return "question";
  if (last === ":") return "colon";
  if (last === ";") return "semicolon";
  if (last === ",") return "comma";
  if (/[-–]/.test(last)) return "hyphen";
  if (/\d/.test(last)) return "digit";
  return /\p{L}/u.test(last) ? "letter" : "other";
}

function formulasOf(text: string): PieceFacts["formulas"] {
  const start = folded(text.slice(0, 60));
  const seen = seenIn(start);
  const found: (readonly [string, number])[] = [];
  for (const { name, formulas } of FORMULAS) {
    let likeness = 0;
    for (const formula of formulas) likeness = Math.max(likeness, beginsLike(start, formula, seen));
    if (likeness >= LEAST_LIKENESS) found.push([name, likeness]);
  }
  return found;
}

function wordsOf(text: string): string[] {
  return (text.match(/\p{L}[\p{L}.]*|\d+/gu) ?? []).map((word) =>
    /^\d/.test(word) ? "0".repeat(Math.min(4, word.length)) : word.toLowerCase().replace(/\.$/, ""),
  );
}

function shapeOf(text: string): PieceFacts["shape"] {
  let letters = 0;
  let capitals = 0;
  let figures = 0;
  let all = 0;
  for (const sign of text) {
    if (sign === " " || sign === "\t") continue;
    all += 1;
    if (sign >= "a" && sign <= "z") letters += 1;
    else if (sign >= "0" && sign <= "9") figures += 1;
    else if (/\p{L}/u.test(sign)) {
      letters += 1;
      if (/\p{Lu}/u.test(sign)) capitals += 1;
    }
  }
  const size = Math.max(1, all);
  return {
    letters: letters / size,
    capitals: capitals / size,
    figures: figures / size,
    other: (size - letters - figures) / size,
  };
}

const FIGURE_SHAPES: readonly (readonly [string, RegExp])[] = [
  [
    "paper-alone",
    /^[^\p{L}\d]{0,3}(?:zu )?(?:m?[A-Z]{1,3}|VorR?)(?:-\p{L}{1,5})?[ -]?\d{3,5}[/|]\d{2}[^\p{L}\d]{0,3}$/u,
  ],
  ["paper", /(?<![\p{L}\d])(?:m?[A-Z]{1,3}|VorR?)(?:-\p{L}{1,5})?[ -]?\d{3,5}[/|]\d{2}(?!\d)/u],
  ["meeting", /(?<![\p{L}\d])[A-Z]{2,4}(?:[/ ][A-Z]\p{L}{1,3})?\/\d{2,4}\/\d{2,4}(?!\d)/u],
  ["postcode", /(?<!\d)0\d{4} Dresden|IBAN|BIC|Tele[fp]|@|www\./u],
  ["office", /(?:[G6] ?[Bß8]|[O0]B) ?\d?[)}\]]? ?\d{0,3}/u],
  ["day", /(?<!\d)\d ?\d?\.? ?(?:\d{1,2}\.|[A-ZÄÖÜ]\p{L}{2,8}\.?) ?\d{4}/u],
  ["money", /\d(?: ?€| EUR| Euro| %| Prozent)/u],
];

function figuresShapeOf(text: string): string {
  return FIGURE_SHAPES.find(([, pattern]) => pattern.test(text))?.[0] ?? "";
}
