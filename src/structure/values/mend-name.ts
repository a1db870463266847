import { distance, folded } from "../facts/likeness.ts";

/** What a name under a signature was read as. */
export type NameReading =
  /** It can be read as it stands. */
  | { readonly kind: "clean" }
  /** Read in part, and one known name fits. */
  | { readonly kind: "mended"; readonly name: string; readonly likeness: number }
  /** Read in part; what was read is given. */
  | { readonly kind: "doubtful" }
  /** Nobody can read it. */
  | { readonly kind: "unreadable" };

const TITLES = /^(?:(?:Dr|Prof)(?:\. ?| |(?=\p{Lu})))+/u;
const NAME_WORD = "\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?";
const NAME = new RegExp(
  `^(?:${NAME_WORD}|von|van|de|zu|\\p{Lu}\\.)(?: (?:${NAME_WORD}|von|van|de|zu|\\p{Lu}\\.)){0,4}$`,
  "u",
);

/** Errors in each word of a name that can be read at most, for it to be a known one misread: "Hilpert" is, "Seifert" is not Seidel. */
const MOST_ERRORS_IN_CLEAN = 2;
const MOST_SHARE_IN_CLEAN = 0.4;
/** Names that share so much, letter after letter, may be the same one. */
const LEAST_ALIKE = 0.7;
/** A name is completed where at least this share of its letters was read (contract, "Nothing is invented"). */
const LEAST_READ = 0.5;
/**
 * At least this share of the letters read is the name's: where strokes of a pen are among them, and where the words are
 * formed as names are. Between "Kris:in KAatJia" (0.68 of "Kristin Klaudia Kaufmann") and what is no name; between
 * "Eva Jährten" (0.80) and "Martin Seifert" (0.77), who is no Martin Seidel, on 200 names under the letters that the weights are fitted on.
 */
const LEAST_OWN = { damaged: 0.6, formed: 0.8 };
/** By so much the likeness to the second-best name is smaller. */
const MARGIN = 0.15;

/**
 * Judges a name by its letters and by the names known.
 * @param holdsOffice the role below it is one that only persons of known names have: one nearly theirs is theirs then
 */
export function readName(text: string, known: readonly string[], holdsOffice = false): NameReading {
  const bare = text.replace(TITLES, "");
  const isFormed = NAME.test(bare) && bare.split(" ").every((word) => /[aeiouyäöü.]/iu.test(word));
  const isClean = isFormed && bare.includes(" ");
  // A surname alone is as often printed alone.
  if (isFormed && known.some((name) => name === bare || name.endsWith(` ${bare}`))) return { kind: "clean" };
  const fits = known.filter(
    (name) =>
      (isClean && (isMisreadOf(bare, name) || isCutOff(bare, name))) ||
      ((!isClean || holdsOffice) && !isSurnameOf(bare, name) && isReadInPart(bare, name, known, isClean)),
  );
  const [name] = fits;
  if (name !== undefined && fits.length === 1) return { kind: "mended", name, likeness: likenessOf(bare, name) };
  if (isClean) return { kind: isLikeKnown(bare, known) || (holdsOffice && isNear(bare, known)) ? "doubtful" : "clean" };
  if (isFormed && bare.length >= SHORTEST_SURNAME && !isNearSurname(bare, known)) return { kind: "clean" };
  return isNearlyName(bare) ? { kind: "doubtful" } : { kind: "unreadable" };
}

/** A surname alone that was read with errors: whether the first name was printed nobody can tell. */
function isSurnameOf(read: string, name: string): boolean {
  if (!/^\p{Lu}\S*$/u.test(read)) return false;
  return isNearly(folded(read), surnameOf(name));
}

function surnameOf(name: string): string {
  return folded(name.split(" ").at(-1) as string);
}

function isNearly(read: string, known: string): boolean {
  return distance(read, known, MOST_ERRORS_IN_CLEAN) <= MOST_ERRORS_IN_CLEAN;
}

const SHORTEST_SURNAME = 4;

function isNearSurname(read: string, known: readonly string[]): boolean {
  const letters = folded(read);
  return known.map(surnameOf).some((surname) => isNearly(letters, surname) || surname.startsWith(letters));
}

/** Another person's name that has a few letters in common with a known one, or that one misread: nobody can tell by the letters. */
function isLikeKnown(read: string, known: readonly string[]): boolean {
  const letters = folded(read);
  const first = read.split(" ")[0];
  return known.some((name) => {
    const shared = lettersInOrder(letters, folded(name));
    const isNear = shared >= LEAST_ALIKE * Math.max(letters.length, folded(name).length);
    return isNear || (name.split(" ")[0] === first && shared >= LEAST_ALIKE * letters.length);
  });
}

function likenessOf(read: string, name: string): number {
  const [a, b] = [folded(read), folded(name)];
  return 1 - distance(a, b, b.length) / Math.max(a.length, b.length);
}

/**
 * All words clean: as many of them, each nearly the known name's, and one of them exactly or all beginning alike; or the
 * same letters parted otherwise ("Anne Katrin").
 */
function isMisreadOf(read: string, name: string): boolean {
  if (folded(read) === folded(name)) return true;
  const pairs = zipped(read.split(" "), name.split(" "));
  if (pairs === null) return false;
  const errors = pairs.map(([a, b]) => distance(a, b, MOST_ERRORS_IN_CLEAN));
  const isNear = errors.every(
    (count, i) => count <= MOST_ERRORS_IN_CLEAN && count <= MOST_SHARE_IN_CLEAN * (pairs[i]?.[1].length ?? 0),
  );
  return isNear && (errors.includes(0) || pairs.every(([a, b]) => a[0] === b[0]));
}

function zipped(read: readonly string[], name: readonly string[]): [string, string][] | null {
  if (read.length !== name.length) return null;
  return read.map((word, i) => [folded(word), folded(name[i] as string)]);
}

/** Its end is lost: "Dirk Hil". */
function isCutOff(read: string, name: string): boolean {
  return name.startsWith(read) && read.length >= LEAST_READ * name.length;
}

/**
 * Strokes went through it, or letters are lost: at least half of a known name's letters stand in it in their order, few
 * others do, and no other known name is nearly as like: "Dirk Hl", "fk Hilbcrt".
 */
function isReadInPart(read: string, name: string, known: readonly string[], isClean: boolean): boolean {
  const letters = folded(read).replace(/[^\p{L}]/gu, "");
  const shared = lettersInOrder(letters, folded(name));
  const least = isClean ? LEAST_OWN.formed : LEAST_OWN.damaged;
  if (shared < LEAST_READ * folded(name).length || shared < least * letters.length) return false;
  const others = known.filter((other) => other !== name).map((other) => sharedPart(letters, folded(other)));
  return sharedPart(letters, folded(name)) - Math.max(0, ...others) >= MARGIN;
}

/** In a role that only known persons have: near enough to one of them to be that one misread. */
const LEAST_NEAR = 0.7;

function isNear(read: string, known: readonly string[]): boolean {
  return known.some((name) => sharedPart(folded(read), folded(name)) >= LEAST_NEAR);
}

/** Letters in common in their order, as a share of both texts' letters. */
function sharedPart(a: string, b: string): number {
  return (2 * lettersInOrder(a, b)) / Math.max(1, a.length + b.length);
}

/** Length of the longest common subsequence. */
function lettersInOrder(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1);
  for (const letter of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      next[j] = letter === b[j - 1] ? (row[j - 1] as number) + 1 : Math.max(row[j] as number, next[j - 1] as number);
    row = next;
  }
  return row[b.length] as number;
}

function isNearlyName(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "").length;
  return (
    letters >= 5 &&
    letters >= 0.85 * text.replace(/\s/gu, "").length &&
    /^\p{Lu}/u.test(text) &&
    /\p{Ll}{3}/u.test(text)
  );
}
