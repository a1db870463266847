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

/** Whether two texts are the same but for white space, marks and capitals. */
export function plain(text: string): string {
  return wordsFolded(text).join(" ");
}

/** A text's words as they are written, but for capitals. */
function wordsFolded(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
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

/** One letter for all that OCR takes for one another; numbers stay what they are, as another number is another order. */
function keyOf(word: string): string {
  if (/^\p{N}+$/u.test(word)) return word;
  return word
    .toLowerCase()
    .replaceAll("ß", "b")
    .replaceAll("ss", "b")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("rn", "m")
    .replace(/[l1tfj!]/gu, "i")
    .replace(/[eco0]/gu, "c")
    .replace(/[uv]/gu, "n")
    .replace(/[hb]/gu, "b");
}
