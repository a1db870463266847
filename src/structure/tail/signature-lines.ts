import { type Box, unionBox } from "../../model/box.ts";
import { regionsOf } from "../../text/regions.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { endOfFormula, resembles } from "../likeness.ts";
import { isOfficeWord } from "../office-words.ts";
import type { SignatureLikeness } from "../zones.ts";
import { knownName } from "./roster.ts";

/** What a line below the closing is, or a column's part of it. */
export interface SignatureLine {
  /**
   * "rest": it may complete the role above, "und Tourismus", "rismus". "remains": it may be what strokes of a
   * pen, or their removal, left of a name.
   */
  readonly kind: "noted" | "deputy" | "name" | "remains" | "role" | "rest";
  readonly text: TracedText;
  readonly line: TracedLine;
  /** Of the part alone, in points; null for plain text. */
  readonly box: Box | null;
}

/** Scribble of a pen at a name's ends: "/ Dirk Hilbert ^", ",;a)". */
const SCRIBBLE = /^[^\p{L}\d]+|[^\p{L}\d.)]+$/gu;

/** No name or role is longer. */
const LONGEST = 120;

/** Reads a line of the signatures' block, column by column; nothing if it is none of its kinds. */
export function signatureLines(line: TracedLine): SignatureLine[] {
  if (line.text.length > LONGEST) return [];
  return columnsOf(line.text).flatMap((column) => signaturePart(cleaned(column), line));
}

/** Plain text may have two columns on one line: "Eva Jähnigen          Kenntnisnahme:". */
function columnsOf(text: TracedText): TracedText[] {
  const gaps = [...text.text.matchAll(/\t+|\s{3,}|\s+(?=Kenntnisnahme)/gu)];
  const stops = [...gaps.map((gap) => gap.index), text.length];
  return stops.map((stop, index) => text.slice(index === 0 ? 0 : (stops[index - 1] ?? 0), stop).trim());
}

function signaturePart(text: TracedText, line: TracedLine): SignatureLine[] {
  if (text.length < 3) return [];
  const deputy = DEPUTY.exec(text.text)?.[0].length ?? 0;
  if (deputy > 0 && deputy < text.length) {
    return [partOf("deputy", text.slice(0, deputy), line), ...signaturePart(text.slice(deputy), line)];
  }
  if (isRole(text.text)) return rolesIn(text).map((role) => partOf("role", role, line));
  const kind = kindOf(text.text);
  if (kind !== null) return [partOf(kind, text, line)];
  const name = nameIn(text);
  if (name !== null) return [partOf("name", name, line)];
  return isRemains(text.text) && line.box !== null && !isScribble(line) ? [partOf("remains", text, line)] : [];
}

function partOf(kind: SignatureLine["kind"], text: TracedText, line: TracedLine): SignatureLine {
  return { kind, text, line, box: line.box === null ? null : unionBox(regionsOf(text).map((region) => region.box)) };
}

/** Who signs in another's place, alone on a line or before the name: "in Vertretung", "i. V. Anton Beispiel". */
const DEPUTY = /^(?:in Vertretung|i\. ?[VA]\.?(?!\p{L})|im Auftrag)[,:]? ?/iu;

function kindOf(text: string): SignatureLine["kind"] | null {
  if (resembles(text.replace(/[^\p{L}].*$/u, ""), "Kenntnisnahme")) return "noted";
  if (DEPUTY.test(text)) return "deputy";
  if (isCleanName(text) || isDamagedName(text)) return "name";
  return isRoleRest(text) ? "rest" : null;
}

/** A name of which pen strokes changed a letter or two: "Anton beispiel", "K6nrad Xhlemann". */
function isDamagedName(text: string): boolean {
  const words = text.split(" ");
  const isShaped = words.length === 2 && words.every((word) => /^[\p{L}\d][\p{Ll}\d]{2,}$/u.test(word));
  const strange = text.replace(/[\p{L} ]/gu, "").length;
  return isShaped && strange <= 2 && words.some((word) => /^\p{Lu}/u.test(word)) && !words.some(isOfficeWord);
}

/** Two to four pieces of words, letters for the most part: "K nrad hlemann". */
function isRemains(text: string): boolean {
  const pieces = text.split(/\s+/u);
  const letters = text.replace(/[^\p{L}]/gu, "").length;
  const isWordy = letters >= 6 && letters >= 0.8 * text.replace(/\s/gu, "").length;
  return isWordy && pieces.length >= 2 && pieces.length <= 4 && /\p{Lu}/u.test(text) && !pieces.some(isOfficeWord);
}

/** A known name, in a line that may hold strokes of the signature beside it: "Eva Jähnlgen” Am". */
function nameIn(text: TracedText): TracedText | null {
  if (knownName(text.text) !== null) return text;
  const words = [...text.text.matchAll(/\S+/gu)];
  for (let start = 0; start + 1 < words.length; start++) {
    const from = words[start]?.index ?? 0;
    const last = words[start + 1];
    const part = text.slice(from, (last?.index ?? 0) + (last?.[0].length ?? 0));
    if ((knownName(part.text)?.likeness ?? 0) > 0.75) return part;
  }
  return null;
}

/** In points: a signature is wider, a speck of dirt is not. */
const NARROWEST = 25;
/** Words of a signature's strokes are read with less confidence than this. */
const UNREAD = 0.6;

/** On paper: what OCR makes of a pen's strokes across a name, a few words without sense or confidence. */
export function isScribble(line: TracedLine): boolean {
  const { box, text, words } = line.source.line;
  if (box === null || box[2] < NARROWEST || text.length > 30) return false;
  return words.some((word) => word.confidence < UNREAD);
}

/** Surely: a role alone, or a name known from the roster, which stand nowhere else. Perhaps: what may complete a role. */
export function signatureLikeness(line: TracedLine): SignatureLikeness {
  const text = cleaned(line.text).text;
  if (text.length > 70 || /[.:;]$/u.test(text)) return "no";
  if (isRole(text)) return "surely";
  if (text.endsWith(",")) return "no";
  const known = knownName(text);
  if (known !== null && known.likeness > 0.75) return "surely";
  if (isCleanName(text)) return "name";
  return isRoleRest(text) ? "perhaps" : "no";
}

/** A text without the scribble at its ends; the comma of a role that goes on below stays. */
function cleaned(text: TracedText): TracedText {
  const start = /^[^\p{L}\d]+/u.exec(text.text)?.[0].length ?? 0;
  const end = start + text.text.replace(SCRIBBLE, "").length;
  const isOpenRole = text.text.slice(end) === "," && ROLE.test(text.text.slice(start));
  return text.slice(start, isOpenRole ? end + 1 : end);
}

const NAME_WORD = "\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?";
const NAME = new RegExp(
  `^(?:(?:Dr|Prof)\\. ?)*${NAME_WORD}(?: (?:von|van|de|zu|\\p{Lu}\\.|${NAME_WORD})){0,3} ${NAME_WORD}$`,
  "u",
);

/** Two to five words with capitals: "Anton Beispiel", "Dr. Anna von Holt", "Eva-Maria Groß". */
export function isCleanName(text: string): boolean {
  const isOther = /\b(?:Anlage|Landeshauptstadt|Seite|Stand|Kopie|Verteiler)\b/u.test(text);
  return NAME.test(text) && !isOther && !text.split(/[ ,]+/u).some(isOfficeWord);
}

const ROLE =
  /^(?:(?:Ober|Erste[rn]? |Zweite[rn]? |Dritte[rn]? |Amtierende[rn]? )?[Bb]ürgermeister(?:in)?|Beigeordnete[rn]?|Stadtbezirksamtsleiter(?:in)?|Ortsamtsleiter(?:in)?|Amtsleiter(?:in)?|Ortsvorsteher(?:in)?|Abteilungsleiter(?:in)?|Sachgebietsleiter(?:in)?|(?:Stellvertretende[rn]? |Komm\. |Kommissarische[rn]? )?(?:Amts)?[Ll]eiter(?:in)?|Geschäftsleiter(?:in)?|Referent(?:in)?|Persönliche[rn]? Referent(?:in)?|Betriebsleiter(?:in)?)(?=$|[^\p{L}])/u;

/** A role, its first word perhaps damaged: "Beigeordmeter für Ordnung und Sicherheit". */
function isRole(text: string): boolean {
  if (ROLE.test(text)) return true;
  if (/^Beigeo/u.test(text) && /für /u.test(text)) return true;
  if (endOfFormula(text, "Beigeordneter", 0.35) !== null && /für/u.test(text)) return true;
  return [
    "Oberbürgermeister",
    "Oberbürgermeisterin",
    "Erster Bürgermeister",
    "Zweite Bürgermeisterin",
    "Stadtbezirksamtsleiter",
  ].some((role) => resembles(text, role, 0.2));
}

/** A line that holds two columns' roles is cut before the second: "Oberbürgermeister ^''®'^® Bürgermeisterin". */
function rolesIn(text: TracedText): TracedText[] {
  const first = /^(?:Ober|Erster? |Zweite[r]? )?[Bb]ürgermeister(?:in)?/u.exec(text.text)?.[0] ?? "";
  const rest = text.text.slice(first.length);
  if (first === "" || !/[Bb]ürgermeister(?:in)?$/u.test(rest)) return [text];
  return [text.slice(0, first.length), text.slice(first.length).trim()];
}

/** What continues a role on the next line: "und Tourismus", "Bau, Verkehr und Liegenschaften", "rismus". */
function isRoleRest(text: string): boolean {
  const words = text.split(/[ ,/]+/u).filter((word) => /^\p{Lu}/u.test(word));
  const isTail = /^\p{Ll}{2,14}(?:$|,? (?:und )?\p{Lu})/u.test(text);
  return isTail || (words.length > 0 && words.every(isOfficeWord) && /^(?:und |für |\p{Lu})/u.test(text));
}
