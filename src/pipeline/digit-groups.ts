import { type WhiteGap, whiteGapsIn } from "../image/white-gaps.ts";
import type { GreyImage } from "../model/grey-image.ts";
import type { Line, Word } from "../model/page.ts";

/** A space among digits is at least so wide, in heights of the digits; between digits without one it is below 0.35. */
const SPACE = 0.42;

/** And so many times as wide as any other gap in the word: a typewriter's and a stamp's digits are all far apart. */
const CLEARLY_WIDER = 1.35;

/** A number, but no year: years are never printed in groups. */
const GROUPABLE = /^(?!(?:19|20)\d\d$)\d{3,}$/u;

/**
 * Digits printed in groups ("GZ: 2 513", "61 00 39"), parted where the white between them says so: engines close up
 * spaces among digits.
 * @param line boxes in pixels of `image`
 */
export function withDigitGroups(line: Line, image: GreyImage): Line {
  const cuts = new Map<Word, { readonly at: number; readonly gap: WhiteGap }>();
  for (const word of line.words) {
    const cut = cutOf(line.text.slice(word.start, word.end), word, image);
    if (cut !== null) cuts.set(word, cut);
  }
  if (cuts.size === 0) return line;
  const words: Word[] = [];
  let text = "";
  const push = (part: string, word: Word, left: number, right: number): void => {
    if (text !== "") text += " ";
    words.push({
      ...word,
      start: text.length,
      end: text.length + part.length,
      box: [left, word.box[1], right - left, word.box[3]],
    });
    text += part;
  };
  for (const word of line.words) {
    const whole = line.text.slice(word.start, word.end);
    const cut = cuts.get(word);
    const [left, right] = [word.box[0], word.box[0] + word.box[2]];
    if (cut === undefined) {
      push(whole, word, left, right);
      continue;
    }
    push(whole.slice(0, cut.at), word, left, cut.gap.x);
    push(whole.slice(cut.at), word, cut.gap.x + cut.gap.width, right);
  }
  return { ...line, text, words };
}

/** Where a number falls into two groups; null where it is one. Each digit is one piece of ink, so gaps count them. */
function cutOf(text: string, { box }: Word, image: GreyImage): { at: number; gap: WhiteGap } | null {
  if (!GROUPABLE.test(text)) return null;
  const gaps = whiteGapsIn(image, box[0], box[1], box[2], box[3]);
  if (gaps.length !== text.length - 1) return null;
  const [widest, next] = [...gaps].sort((a, b) => b.width - a.width);
  if (widest === undefined || widest.width < SPACE * box[3]) return null;
  if (next !== undefined && widest.width < CLEARLY_WIDER * next.width) return null;
  return { at: gaps.indexOf(widest) + 1, gap: widest };
}
