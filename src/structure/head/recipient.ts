import type { Box } from "../../model/box.ts";
import type { Leaf } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { joinedText } from "../join-lines.ts";
import { textLeaf } from "../leaf.ts";
import type { Placement } from "../placement.ts";

/** "An", "An alle", "An den Vorsitzenden …" on a line of its own or with its first words. */
export function isRecipientStart(text: string): boolean {
  return /^An(?:$|:| (?:alle|die|den|das|Herrn|Frau|Fraktion|Mitglied|\p{Lu}))/u.test(text);
}

/**
 * Words of which one stands in nearly every line of an address to council members. `\b` would see a word's beginning at
 * each umlaut.
 */
const ADDRESS_WORDS =
  /(?<!\p{L})(?:Fraktion(?:en|slose[nr]?|svorsitzende[nr]?)?|\p{L}+-Fraktion|Mitglied(?:er[n]?|es)?|Stadtr[äa]t\p{L}*|Ortschaftsr[äa]t\p{L}*|Ortsbeir[äa]t\p{L}*|\p{L}*[Bb]eirat\p{L}*|\p{L}*ausschuss(?:es)?|Vorsitzende[nr]?|Stadtbezirksbeir\p{L}+|Herr(?:n|en)?|Frau|Damen|Gruppe|Ortsvorsteher\p{L}*|Stadträtinnen)(?!\p{L})/u;

/** A line that ends in the middle of a phrase is continued by the next one. */
const OPEN_END = /(?:(?:^| )(?:An|alle|sowie|und|der|des|die|den|dem|das|im|in|für|Herrn|Frau)|,|-|\/)$/u;

/** Councils of districts and villages are named after them, perhaps on the next line. */
const OF_A_PLACE = /(?:Stadtbezirksbeirat|Ortsbeirat|Ortschaftsrat)(?:e?s)?$/u;

/**
 * The addressee's lines: from "An …" or the first line in an address's words to where the heading
 * begins. Lines that follow one another in the block are joined by spaces.
 */
export function parseRecipient(lines: readonly TracedLine[], placement: Placement): Leaf | null {
  const free = placement.free(lines);
  const at = free.findIndex((line) => isRecipientStart(line.text.text));
  const start = at >= 0 ? at : free.findIndex((line) => ADDRESS_WORDS.test(line.text.text));
  const first = free[start];
  if (first === undefined) return null;
  const block = [first];
  for (const line of free.slice(start + 1)) {
    if (!continuesAddress(block, line)) break;
    block.push(line);
  }
  placement.place(block, "recipient");
  return textLeaf(joinedText(block) ?? first.text, at >= 0 ? 0.97 : 0.9);
}

function continuesAddress(block: readonly TracedLine[], line: TracedLine): boolean {
  const before = block.at(-1);
  const text = line.text.text;
  if (before === undefined || isHeadingStart(text)) return false;
  if (before.box !== null && line.box !== null) return isRightBelow(before.box, line.box);
  if (OPEN_END.test(before.text.text) || ADDRESS_WORDS.test(text)) return true;
  if (/^(?:Landeshauptstadt Dresden|des |der |im |für |sowie |und |z\. ?H|c\/o|0\d{4} |\d{5} )/u.test(text))
    return true;
  if (OF_A_PLACE.test(before.text.text) && /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?$/u.test(text)) return true;
  return /(?:Herrn?|Frau)\b|^Stadtr[äa]t(?:in)?$/u.test(before.text.text) && isPersonsName(text);
}

function isHeadingStart(text: string): boolean {
  return /^(?:Beschlusskontrolle|Anfrage|Antrag|Antwort|Vorschlag|Stellungnahme|Betreff)\b/u.test(text);
}

/** On paper the address is one block, flush left; the heading stands well below it. */
function isRightBelow(before: Box, line: Box): boolean {
  const gap = line[1] - (before[1] + before[3]);
  return gap < 1.3 * Math.max(before[3], line[3]) && gap > -line[3] && Math.abs(line[0] - before[0]) < COLUMN_SLACK;
}

/** In points. */
const COLUMN_SLACK = 20;

/** Two to four words with capitals, as in "Anton Beispiel" or "Dr. Anna von der Aue". */
function isPersonsName(text: string): boolean {
  return /^(?:(?:Dr|Prof)\. ?)*\p{Lu}[\p{L}-]+(?: (?:von|der|de|zu|\p{Lu}[\p{L}.-]+)){1,4}$/u.test(text);
}
