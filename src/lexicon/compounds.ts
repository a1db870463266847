import { FUNCTION_WORDS, INFLECTED_WORDS, NEVER_BEGIN_COMPOUNDS } from "./function-words.ts";

/**
 * German compounds that no dictionary lists are built of known words and linking elements:
 * Klima + folge + n + anpassung, Solidarität + s + partnerschaft + s + vereinbarung.
 */
const LINKS = ["", "s", "es", "n", "en", "er", "ns", "e"] as const;
/** "Ei", "Rat" and the like are found in any noise; three letters is the shortest part worth believing. */
const SHORTEST_PART = 3;
const SHORTEST_PARTICLE = 2;
const SHORTEST_STEM = 4;
const SHORTEST_LAST_PART = 4;
const LONGEST_COMPOUND = 60;

/** What may be a part, in the case given. */
export interface CompoundParts {
  isWord(part: string): boolean;
  isNoun(part: string): boolean;
  /** No word by itself, but a verb's stem or the like: "lehn" of "Anlehnbügel". */
  isStem(part: string): boolean;
}

/**
 * Whether a word can be split into known parts, all but the first written small inside the word.
 * The last part decides the word class: "Landeshauptstadt" ends in a noun and is written large.
 */
export function isCompoundOf(word: string, parts: CompoundParts): boolean {
  if (word.length < SHORTEST_PART + SHORTEST_LAST_PART || word.length > LONGEST_COMPOUND) return false;
  const lower = word.toLowerCase();
  const isLarge = word[0] !== lower[0];
  if (word.slice(1) !== lower.slice(1)) return false;
  const isFirst = firstPartsOf(lower, parts);
  /** Where whole parts with their links may end, and the next begin. */
  const starts = [0];
  for (let end = SHORTEST_PARTICLE; end <= word.length - SHORTEST_LAST_PART; end++) {
    if (!starts.some((start) => isPartWithLink(lower, start, end, isFirst, parts))) continue;
    starts.push(end);
    const last = lower.slice(end);
    if (FUNCTION_WORDS.has(last) || NEVER_LAST.has(last)) continue;
    if (isLarge ? parts.isNoun(capitalised(last)) : parts.isWord(last)) return true;
  }
  return false;
}

type IsFirst = (start: number, end: number) => boolean;

/** Tells which letters of a word are a first part; each asked of the lists but once, though several links may follow it. */
function firstPartsOf(lower: string, parts: CompoundParts): IsFirst {
  const known = new Map<number, boolean>();
  return (start, end) => {
    const key = start * lower.length + end;
    const found = known.get(key) ?? isFirstPart(lower.slice(start, end), parts);
    known.set(key, found);
    return found;
  };
}

function isPartWithLink(lower: string, start: number, end: number, isFirst: IsFirst, parts: CompoundParts): boolean {
  if (end - start < SHORTEST_PARTICLE) return false;
  if (LINKS.some((link) => lower.endsWith(link, end) && isFirst(start, Math.max(start, end - link.length))))
    return true;
  return end - start >= SHORTEST_STEM && parts.isStem(lower.slice(start, end));
}

function isFirstPart(part: string, { isWord }: CompoundParts): boolean {
  if (PARTICLES.has(part)) return true;
  if (part.length < SHORTEST_PART || NEVER_BEGIN_COMPOUNDS.has(part) || INFLECTED_WORDS.has(part)) return false;
  return isWord(capitalised(part)) || isWord(part);
}

/** Names and nouns that end no compound, but are what remains of an article run together: "Zug" and "Eder" of "Zuge der". */
const NEVER_LAST = new Set(["eder", "edes", "edie", "ender", "endes", "erder", "inder", "enden", "ihre", "sich"]);

/** Verbs part from these: "aufzuwerten", "einberechnet", "mitentschieden"; nouns made of such verbs begin with them. */
const PARTICLES = new Set(
  (
    "ab an auf aus bei durch ein fort her hin los mit nach nieder über um unter vor weg weiter wieder zu zurück zusammen " +
    "anzu aufzu auszu beizu durchzu einzu fortzu herzu hinzu mitzu nachzu umzu vorzu weiterzu wiederzu zurückzu zusammenzu"
  ).split(" "),
);

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
