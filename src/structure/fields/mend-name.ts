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

const TITLES = /^(?:(?:Dr|Prof)\. ?)+/u;
const NAME_WORD = "\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?";
const NAME = new RegExp(
  `^(?:${NAME_WORD}|von|van|de|zu|\\p{Lu}\\.)(?: (?:${NAME_WORD}|von|van|de|zu|\\p{Lu}\\.)){0,4}$`,
  "u",
);

/** Errors in each word of a name that can be read at most, for it to be a known one misread: "Hilpert" is, "Seifert" is not Seidel. */
const MOST_ERRORS_IN_CLEAN = 2;
const MOST_SHARE_IN_CLEAN = 0.3;
/** Share of a damaged name's letters that may be other ones. */
const MOST_SHARE = 0.4;
/** Errors that the second-best name must have more. */
const MARGIN = 2;
/** A name is completed where at least this share of its letters was read (contract, "Nothing is invented"). */
const LEAST_READ = 0.5;

/** Judges a name by its letters and by the names known. */
export function readName(text: string, known: readonly string[]): NameReading {
  const bare = text.replace(TITLES, "");
  const isClean = NAME.test(bare) && bare.split(" ").every((word) => /[aeiouyäöü.]/iu.test(word));
  if (isClean && known.includes(bare)) return { kind: "clean" };
  const fits = known.filter(
    (name) => (isClean ? isMisreadOf(bare, name) : isDamaged(bare, name, known)) || isPartOf(bare, name),
  );
  const [name] = fits;
  if (name !== undefined && fits.length === 1) return { kind: "mended", name, likeness: likenessOf(bare, name) };
  if (isClean) return { kind: isLikeKnown(bare, known) || !bare.includes(" ") ? "doubtful" : "clean" };
  return isNearlyName(bare) ? { kind: "doubtful" } : { kind: "unreadable" };
}

/** A known surname under another first name may be another person's, or a first name misread. */
function isLikeKnown(read: string, known: readonly string[]): boolean {
  const words = read.split(" ");
  return known.some((name) => {
    const own = name.split(" ");
    return own.at(-1) === words.at(-1);
  });
}

function likenessOf(read: string, name: string): number {
  const [a, b] = [folded(read), folded(name)];
  return 1 - distance(a, b, b.length) / Math.max(a.length, b.length);
}

/** All words clean: as many of them, each nearly the known name's and beginning alike. */
function isMisreadOf(read: string, name: string): boolean {
  const [own, other] = [read.split(" "), name.split(" ")];
  if (own.length !== other.length) return false;
  return own.every((word, i) => {
    const [a, b] = [folded(word), folded(other[i] as string)];
    const errors = distance(a, b, MOST_ERRORS_IN_CLEAN);
    return a[0] === b[0] && errors <= MOST_ERRORS_IN_CLEAN && errors <= MOST_SHARE_IN_CLEAN * b.length;
  });
}

/** Strokes went through it: letters differ, but no other known name is as near. */
function isDamaged(read: string, name: string, known: readonly string[]): boolean {
  const letters = folded(read);
  if (letters.length < 6) return false;
  const errors = distance(letters, folded(name), letters.length);
  const others = known
    .filter((other) => other !== name)
    .map((other) => distance(letters, folded(other), letters.length));
  return errors <= MOST_SHARE * folded(name).length && Math.min(...others) - errors >= MARGIN;
}

/** What was read is, letter after letter, in the name, and at least half of it: "Dirk Hl", "Hilbert". */
function isPartOf(read: string, name: string): boolean {
  const letters = folded(read).replace(/[^\p{L}]/gu, "");
  const whole = folded(name);
  let at = 0;
  for (const letter of letters) {
    const found = whole.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return letters.length >= LEAST_READ * whole.length;
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
