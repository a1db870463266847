import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { distance, folded } from "../facts/likeness.ts";
import { PROFILE } from "../profile.ts";

/** An office's name: a department's that was misread is mended, specks at the ends are left out. */
export function officeName(read: TracedText): TracedText {
  return withDepartment(withoutSpecks(withCommas(read)));
}

/** Parts of an office's name are parted by commas; a scanner makes semicolons of them. */
function withCommas(text: TracedText): TracedText {
  return text.apply(
    [...text.text.matchAll(/(?<=\p{L});(?= )/gu)].map(
      ({ index }): Edit => ({ rule: "token", start: index, end: index + 1, after: ",", confidence: 0.95 }),
    ),
  );
}

const BEGINNING = /(?<!\S)(?:Geschäftsbereich|GB|Beigeordnete[rn]?|Der Ober|Die Ober|Büro|Amt|Abteilung)/u;
/** So short a word before an office's name, or after a department's, is a stroke of a pen or a part of a stamp. */
const SPECK = /^\S{1,3}$/u;

function withoutSpecks(text: TracedText): TracedText {
  const start = BEGINNING.exec(text.text)?.index ?? 0;
  const isSpeck = SPECK.test(text.text.slice(0, start).trim());
  const words = (isSpeck ? text.slice(start) : text).trim();
  const last = /,? (\S+)$/u.exec(words.text);
  const stays = last === null || !SPECK.test(last[1] as string) || !endsWithDepartment(words.text.slice(0, last.index));
  return stays ? words : words.slice(0, last.index);
}

function endsWithDepartment(text: string): boolean {
  return PROFILE.departments.some((name) => folded(text).endsWith(folded(name)));
}

/** Letters of a department's name that may be misread for it to be mended; names differ from each other by far more. */
const MOST_MISREAD = 3;
const MOST_MISREAD_SHARE = 0.12;

/** A department's name read almost so is mended; one that reads as another word is left. */
function withDepartment(text: TracedText): TracedText {
  const start = /(?:Geschäftsbereich|GB|Beigeordnete[rn]? für) /u.exec(text.text);
  if (start === null) return text;
  const from = start.index + start[0].length;
  const words = text.text.slice(from).split(" ");
  for (const name of PROFILE.departments.toSorted((a, b) => b.length - a.length)) {
    const read = words.slice(0, name.split(" ").length).join(" ");
    const bare = read.replace(/,$/u, "");
    const [a, b] = [folded(bare), folded(name)];
    if (bare === name) return text;
    if (distance(a, b, MOST_MISREAD) > Math.min(MOST_MISREAD, MOST_MISREAD_SHARE * b.length)) continue;
    const edit: Edit = { rule: "gazetteer", start: from, end: from + bare.length, after: name, confidence: 0.95 };
    return text.apply([edit]);
  }
  return text;
}
