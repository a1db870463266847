import { whiteGapsIn } from "../image/white-gaps.ts";
import type { GreyImage } from "../model/grey-image.ts";
import type { Line, Word } from "../model/page.ts";

/** A number with more stops than one: engines fill the white behind "1." with them. */
const STOPS = /^[„"“]?\d{1,3}(?=\.{2,}$)/u;

/**
 * A line whose numbers have as many stops as the paper shows: "1." for "1...".
 * @param line boxes in pixels of `image`
 */
export function withCountedStops(line: Line, image: GreyImage): Line {
  if (!line.text.includes("..")) return line;
  const words: Word[] = [];
  let text = "";
  for (const word of line.words) {
    if (text !== "") text += " ";
    const start = text.length;
    text += counted(line.text.slice(word.start, word.end), word, image);
    words.push({ ...word, start, end: text.length });
  }
  return { ...line, text, words };
}

/** Each figure, mark and stop is a piece of ink by itself; the white at the word's end is none. */
function counted(text: string, { box: [left, top, width, height] }: Word, image: GreyImage): string {
  const number = STOPS.exec(text)?.[0];
  if (number === undefined) return text;
  const pieces =
    whiteGapsIn(image, Math.round(left), Math.round(top), Math.round(width), Math.round(height)).length + 1;
  const figures = number.replace(/^\D/u, "").length;
  return pieces <= figures + (number.length - figures) * 2 + 1 ? `${number}.` : text;
}
