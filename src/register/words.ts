/** A word of a clause as it is compared with those of another. */
export interface Word {
  /** The same for all that a scan may have made of one word. */
  readonly key: string;
  /** A number, or a word with a capital: what tells a clause from one that orders the same elsewhere. */
  readonly isParticular: boolean;
  readonly isNumber: boolean;
  /** How much it says before the paper's other clauses are looked at. */
  readonly weight: number;
}

/** What OCR takes for one another counts as one letter. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  ["il1tfj", "ceo0", "nuv", "bhß"].flatMap((alike) => Array.from(alike, (letter) => [letter, alike[0] ?? ""] as const)),
);

/** What stands in every other clause of every resolution, and tells none from another. */
const FORMULAIC: ReadonlySet<string> = new Set(
  [
    "Oberbürgermeister Oberbürgermeisterin Stadtrat Verwaltung Landeshauptstadt Dresden Beschluss Vorlage Anlage",
    "beauftragt wird werden gebeten beschließt stimmt bestätigt nimmt Kenntnis sowie dass",
  ].flatMap((line) => line.split(" ").map(keyOf)),
);

/** Letters below which a word is mostly an article, a pronoun or a preposition. */
const SHORT = 4;

const WEIGHTS = { formulaic: 0.2, short: 0.3, other: 1, particular: 1.5 } as const;

/** A text's words. Time grows with its length. */
export function wordsOf(text: string): Word[] {
  const joined = text.normalize("NFC").replace(/(?<=\d)[.,](?=\d{3})/gu, "");
  return Array.from(joined.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) => wordOf(word));
}

/** The same for texts that differ in white space, marks and capitals only. */
export function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
}

function wordOf(word: string): Word {
  const key = keyOf(word);
  const isNumber = /^\p{N}+$/u.test(word);
  if (FORMULAIC.has(key)) return { key, isNumber, isParticular: false, weight: WEIGHTS.formulaic };
  if (/\p{N}/u.test(word)) return { key, isNumber, isParticular: true, weight: WEIGHTS.particular };
  if (word.length < SHORT) return { key, isNumber, isParticular: false, weight: WEIGHTS.short };
  const isParticular = /^\p{Lu}/u.test(word);
  return { key, isNumber, isParticular, weight: isParticular ? WEIGHTS.particular : WEIGHTS.other };
}

/** Numbers stay what they are, as another number is another order; marks on letters go. */
function keyOf(word: string): string {
  if (/^\p{N}+$/u.test(word)) return word;
  let key = "";
  for (const letter of word.toLowerCase().normalize("NFD").replaceAll("ss", "b").replaceAll("rn", "m")) {
    if (letter < "\u0300" || letter > "\u036f") key += LETTERS.get(letter) ?? letter;
  }
  return key;
}
