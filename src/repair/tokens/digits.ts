/** Letters that OCR reads for digits of the same shape, in a place where only digits can stand. */
const DIGITS: Readonly<Record<string, string>> = {
  O: "0",
  o: "0",
  D: "0",
  Q: "0",
  Ü: "0",
  l: "1",
  I: "1",
  i: "1",
  "|": "1",
  "!": "1",
  Z: "2",
  z: "2",
  A: "4",
  S: "5",
  s: "5",
  G: "6",
  T: "7",
  B: "8",
  ß: "8",
  g: "9",
  q: "9",
};

/** The characters that may stand for a digit, for a character class. */
export const DIGIT_LIKE = "0-9OoDQÜlIi|!ZzASsGTBßgq";

/** "OOlO" as "0010": each letter becomes the digit it looks like. */
export function asDigits(text: string): string {
  return Array.from(text, (character) => DIGITS[character] ?? character).join("");
}
