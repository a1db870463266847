import german from "hyphen/de/index.js";

const SOFT_HYPHEN = "\u00AD";
const BREAKS = new RegExp(`${SOFT_HYPHEN}|(?<=\\p{L}-)(?=\\p{L})`, "u");
/** Duden: no single letter stands alone before a break. */
const LONE_LETTER = new RegExp(`^(.)${SOFT_HYPHEN}`, "u");
const SHORTEST_BREAKABLE_WORD = 5;

/**
 * How a printed line ends: at the paragraph's end, at a space, inside a word (the hyphen was added), or at a hyphen
 * that belongs to the word ("Online-|Konferenz").
 */
export type LineEnd = "end" | "space" | "broken" | "hyphen";

export interface SetLine {
  readonly text: string;
  readonly ending: LineEnd;
}

/**
 * Breaks a paragraph into lines, first fit, hyphenating German words.
 * @param paragraph words separated by single spaces
 * @param width in the unit of `measure`
 */
export function breakLines(paragraph: string, width: number, measure: (text: string) => number): SetLine[] {
  const lines: SetLine[] = [];
  let line = "";
  const join = (word: string) => (line ? `${line} ${word}` : word);
  for (const word of paragraph.split(" ")) {
    let rest = word;
    while (measure(join(rest)) > width) {
      const head = longestHead(rest, (piece) => measure(join(piece)) <= width);
      if (!head && !line) break;
      lines.push(head ? { text: join(head.text), ending: head.ending } : { text: line, ending: "space" });
      rest = head?.rest ?? rest;
      line = "";
    }
    line = join(rest);
  }
  return [...lines, { text: line, ending: "end" }];
}

/** The longest beginning of a word that fits and ends in a hyphen, and what is left. */
function longestHead(word: string, fits: (piece: string) => boolean): (SetLine & { rest: string }) | undefined {
  const pieces = hyphenate(word).split(BREAKS);
  for (let count = pieces.length - 1; count > 0; count--) {
    const head = pieces.slice(0, count).join("");
    const rest = pieces.slice(count).join("");
    const own = head.endsWith("-");
    const text = own ? head : `${head}-`;
    if (fits(text)) return { text, ending: own ? "hyphen" : "broken", rest };
  }
  return undefined;
}

function hyphenate(word: string): string {
  const options = { minWordLength: SHORTEST_BREAKABLE_WORD, hyphenChar: SOFT_HYPHEN };
  return german.hyphenateSync(word, options).replace(LONE_LETTER, "$1");
}
