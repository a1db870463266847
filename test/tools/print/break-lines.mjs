// @ts-check
// @ts-expect-error: the package comes without types
import german from "hyphen/de/index.js";

const SOFT_HYPHEN = "\u00AD";
/** Duden: no single letter stands alone before or after a break. */
const SHORTEST_PIECE = 2;
const SHORTEST_BREAKABLE_WORD = 5;

/**
 * How a printed line ends: at the paragraph's end, at a space, inside a word (the hyphen was added), or at a hyphen
 * that belongs to the word ("Online-|Konferenz").
 * @typedef {"end" | "space" | "broken" | "hyphen"} LineEnd
 * @typedef {{ text: string, ending: LineEnd }} SetLine
 */

/**
 * Breaks a paragraph into lines, first fit, hyphenating German words.
 * @param {string} paragraph words separated by single spaces
 * @param {number} width in the unit of `measure`
 * @param {(text: string) => number} measure
 * @returns {SetLine[]}
 */
export function breakLines(paragraph, width, measure) {
  /** @type {SetLine[]} */
  const lines = [];
  let line = "";
  /** @param {string} word */
  const join = (word) => (line ? `${line} ${word}` : word);
  for (const word of paragraph.split(" ")) {
    let rest = word;
    while (measure(join(rest)) > width) {
      const head = longestHead(rest, (piece) => measure(join(piece)) <= width);
      if (!head && !line) break;
      lines.push(head ? { text: join(head.text), ending: head.ending } : { text: line, ending: "space" });
      rest = head ? head.rest : rest;
      line = "";
    }
    line = join(rest);
  }
  return [...lines, { text: line, ending: "end" }];
}

/**
 * The longest beginning of a word that fits and ends in a hyphen.
 * @param {string} word
 * @param {(piece: string) => boolean} fits
 * @returns {{ text: string, ending: "broken" | "hyphen", rest: string } | undefined}
 */
function longestHead(word, fits) {
  const pieces = hyphenate(word).split(new RegExp(`${SOFT_HYPHEN}|(?<=\\p{L}-)(?=\\p{L})`, "u"));
  for (let count = pieces.length - 1; count > 0; count--) {
    const head = pieces.slice(0, count).join("");
    const rest = pieces.slice(count).join("");
    const own = head.endsWith("-");
    const text = own ? head : `${head}-`;
    if (fits(text)) return { text, ending: own ? "hyphen" : "broken", rest };
  }
  return undefined;
}

/** @param {string} word */
function hyphenate(word) {
  const hyphenated = german.hyphenateSync(word, { minWordLength: SHORTEST_BREAKABLE_WORD, hyphenChar: SOFT_HYPHEN });
  const tooShort = new RegExp(`^(.{0,${SHORTEST_PIECE - 1}})${SOFT_HYPHEN}`, "u");
  return hyphenated.replace(tooShort, "$1");
}
