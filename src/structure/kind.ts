import type { Memo } from "../model/record.ts";
import type { Leaf } from "../text/memo-tree.ts";
import type { TracedText } from "../text/traced-text.ts";
import { valueLeaf } from "./leaf.ts";

type Kind = Memo["kind"];

/** Words that name the kind, in the order they decide: in the heading, then in the introduction. */
const IN_HEADING: readonly (readonly [RegExp, Kind])[] = [
  [/\bBeschluss ?kontrolle\b/iu, "Beschlusskontrolle"],
  [/\bStellungnahme\b/u, "Stellungnahme"],
  [/\b(?:m?AF-?\p{L}*|EWA)\d/u, "Anfrage"],
  [/\bVorR?-\p{Lu}\p{Ll}+\d/u, "Vorschlag"],
  [/^(?:\p{L}+ )?(?:Einwohnera|A)nfrage\b/u, "Anfrage"],
  [/^Vorschlag\b/u, "Vorschlag"],
];
const IN_INTRODUCTION: readonly (readonly [RegExp, Kind])[] = [
  [/(?:Anfragen?|Fragen?|(?<=\p{Ll})anfragen?)\b/u, "Anfrage"],
  [/\bVorschlag/u, "Vorschlag"],
  [/\bStellungnahme\b|\bStellung\b/u, "Stellungnahme"],
  [/\bBeschluss/u, "Beschlusskontrolle"],
];

/** What kind of letter it is, by its heading or else its introduction; "Sonstiges" where neither tells. */
export function kindOf(heading: TracedText | null, introduction: Leaf | null): Leaf<Kind> | null {
  const found = named(heading, IN_HEADING, 0.98) ?? named(introduction?.text ?? null, IN_INTRODUCTION, 0.9);
  if (found !== null) return found;
  const text = heading ?? introduction?.text ?? null;
  return text === null ? null : valueLeaf("Sonstiges", text, 0.6);
}

function named(text: TracedText | null, words: typeof IN_HEADING, sureness: number): Leaf<Kind> | null {
  if (text === null) return null;
  for (const [pattern, kind] of words) {
    const match = pattern.exec(text.text);
    if (match !== null) return valueLeaf(kind, text.slice(match.index, match.index + match[0].length), sureness);
  }
  return null;
}
