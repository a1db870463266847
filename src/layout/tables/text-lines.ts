import { middleOf, type PlacedWord } from "../segment.ts";

/** Words on one height, from the left. */
export interface TextLine {
  readonly words: readonly PlacedWord[];
  /** Parts with wide gaps between them: each may be a cell. */
  readonly chunks: readonly Chunk[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The height that its letters stand on, about: what most of its words reach down to. */
  readonly foot: number;
}

/** Words that stand together. */
export interface Chunk {
  readonly words: readonly PlacedWord[];
  readonly left: number;
  readonly right: number;
}

/** A gap of this many line heights parts chunks; a space is half as wide. */
const CHUNK_GAP = 0.5;

/** Words whose middles are this close, in line heights, stand on one line. */
const SAME_LINE = 0.45;

/** Words as lines, from top to bottom. */
export function textLinesOf(words: readonly PlacedWord[], lineHeight: number): TextLine[] {
  const groups: { words: PlacedWord[]; middle: number }[] = [];
  for (const word of [...words].sort((a, b) => middleOf(a.box) - middleOf(b.box))) {
    const middle = middleOf(word.box);
    const group = groups.at(-1);
    if (group === undefined || middle - group.middle > SAME_LINE * lineHeight) groups.push({ words: [word], middle });
    else {
      group.words.push(word);
      group.middle += (middle - group.middle) / group.words.length;
    }
  }
  return groups.map((group) => textLineOf(group.words, lineHeight));
}

function textLineOf(unsorted: readonly PlacedWord[], lineHeight: number): TextLine {
  const words = [...unsorted].sort((a, b) => a.box[0] - b.box[0]);
  const chunks: { words: PlacedWord[]; left: number; right: number }[] = [];
  for (const word of words) {
    const [left, , width] = word.box;
    const chunk = chunks.at(-1);
    if (chunk === undefined || left - chunk.right > CHUNK_GAP * lineHeight) {
      chunks.push({ words: [word], left, right: left + width });
    } else {
      chunk.words.push(word);
      chunk.right = Math.max(chunk.right, left + width);
    }
  }
  const feet = words.map(({ box }) => box[1] + box[3]).sort((a, b) => a - b);
  return {
    words,
    chunks,
    top: Math.min(...words.map(({ box }) => box[1])),
    bottom: Math.max(...feet),
    left: words[0]?.box[0] ?? 0,
    right: Math.max(...words.map(({ box }) => box[0] + box[2])),
    foot: feet[Math.floor(feet.length / 2)] ?? 0,
  };
}

export function textOfWords(words: readonly PlacedWord[]): string {
  return words.map(({ text }) => text).join(" ");
}

/** "1.204,50 Euro", "-3", "21,4 %", "14.03.2013": a value, no words. */
export function isNumeric(text: string): boolean {
  return text.length <= LONGEST_NUMBER && NUMERIC.test(text);
}

const LONGEST_NUMBER = 30;
const NUMERIC =
  /^[-–+±<>≈~]?\s?\d[\d.,:/ ]*(?:[-–]{1,2})?(?:\s?(?:%|‰|€|Euro|EUR|T€|TEUR|Cent|Mio\.?(?: (?:Euro|EUR|€))?|Tsd\.?|km|m|m²|m2|qm|ha|t|kg|h|Stk\.?|Prozent))?[*,]?$/u;
