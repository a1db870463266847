/**
 * What OCR writes for a stamped digit, by its shape. A sign that stands for several digits leaves them all open;
 * one that is not listed may be any.
 */
const DIGIT_SHAPES: Readonly<Record<string, string>> = {
  ...likeness("Il|!][()", "1"),
  ...likeness("i", "14"),
  ...likeness("T/", "17"),
  ...likeness("t", "147"),
  ...likeness("J", "127"),
  ...likeness("ODÜÖöü", "0"),
  ...likeness("oGC", "06"),
  ...likeness("Q", "02"),
  ...likeness("Zz", "27"),
  ...likeness("S", "358"),
  ...likeness("s", "58"),
  ...likeness("Bß", "3568"),
  ...likeness("b", "68"),
  ...likeness("q", "9"),
  ...likeness("g", "89"),
};

/** Digits that OCR takes for one another in a stamp, each way. */
const MISTAKEN: readonly string[] = [
  "08",
  "06",
  "14",
  "17",
  "27",
  "35",
  "38",
  "49",
  "56",
  "58",
  "59",
  "68",
  "89",
  "39",
];

const ALL_DIGITS = "0123456789";

function likeness(signs: string, digits: string): Record<string, string> {
  return Object.fromEntries([...signs].map((sign) => [sign, digits]));
}

/** The digits that a sign may stand for, as a string: "I" gives "1", "7" gives "7", "*" all ten. */
export function digitsOf(sign: string): string {
  return isDigit(sign) ? sign : (DIGIT_SHAPES[sign] ?? ALL_DIGITS);
}

/** Whether nobody can say which digit this sign was. */
export function isOpen(sign: string): boolean {
  return digitsOf(sign).length > 1;
}

function isDigit(sign: string): boolean {
  return sign >= "0" && sign <= "9" && sign.length === 1;
}

/** A digit and those it may have been misread from. */
export function mistakenFor(digit: string): string {
  return MISTAKEN.filter((pair) => pair.includes(digit)).reduce((all, pair) => all + pair.replace(digit, ""), digit);
}
