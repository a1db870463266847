/**
 * What OCR writes for a stamped digit, by its shape. A sign that stands for several digits leaves them all open;
 * one that is not listed may be any.
 */
const DIGIT_SHAPES: Readonly<Record<string, string>> = {
  ...likeness("Il|!][()", "1"),
  ...likeness("iJ", "14"),
  ...likeness("T/", "17"),
  ...likeness("t", "147"),
  ...likeness("J", "12"),
  ...likeness("OQDÜÖöüC", "0"),
  ...likeness("o", "06"),
  ...likeness("Zz", "2"),
  ...likeness("S", "58"),
  ...likeness("s", "5"),
  ...likeness("B", "368"),
  ...likeness("ß", "3568"),
  ...likeness("G", "06"),
  ...likeness("b", "6"),
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

export function isDigit(sign: string): boolean {
  return sign >= "0" && sign <= "9" && sign.length === 1;
}

/** A digit and those it may have been misread from. */
export function mistakenFor(digit: string): string {
  return MISTAKEN.filter((pair) => pair.includes(digit)).reduce((all, pair) => all + pair.replace(digit, ""), digit);
}
