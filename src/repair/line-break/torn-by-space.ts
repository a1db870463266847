import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { documentWordsOf } from "../document-words.ts";
import type { Facts } from "../facts.ts";
import { isAllUpper, isUpper, type WordAt, wordsOf } from "../letters.ts";
import { joinProbability } from "./join-model.ts";

/**
 * Within a line a word is far seldomer torn than at its end, so the model of line ends must be surer by as much. Where
 * a piece is no word, odds of 150 to 1 are enough; where both are, 8,000 to 1: no clean paper measured has such.
 */
const LEAST_WITH_PIECE = 1 - 1 / 150;
const LEAST_WITH_WORDS = 1 - 1 / 8000;
const SHORTEST_PIECE = 2;

/** Words torn by a space: "hoch wertigen", "füh rt". */
export function findTornWords(traced: TracedText, { lexicon, isGerman }: Facts): Edit[] {
  if (!isGerman) return [];
  const words = wordsOf(traced);
  const inDocument = documentWordsOf(traced);
  return words.flatMap((left, index): Edit[] => {
    const right = words[index + 1];
    if (right === undefined || !areBesideEachOther(left, right, traced.text)) return [];
    const whole = left.text + right.text;
    const isCounted = lexicon.countOf(whole) > 0;
    if (!isCounted && lexicon.countOf(left.text) > 0 && lexicon.countOf(right.text) > 0) return [];
    const hasPiece = !lexicon.isKnown(left.text) || !lexicon.isKnown(right.text);
    if (hasPiece ? !lexicon.isWord(whole) : !isCounted) return [];
    const place = {
      left: left.text,
      right: right.text,
      previous: neighbour(words[index - 1], traced.text, left.start),
      next: words[index + 2]?.text ?? "",
    };
    const probability = joinProbability(place, lexicon, inDocument);
    if (probability < (hasPiece ? LEAST_WITH_PIECE : LEAST_WITH_WORDS)) return [];
    return [{ rule: "spacing", start: left.start, end: right.end, after: whole, confidence: 0.85 }];
  });
}

function areBesideEachOther(left: WordAt, right: WordAt, text: string): boolean {
  if (right.start !== left.end + 1 || text[left.end] !== " ") return false;
  if (isUpper(right.text) || isAllUpper(left.text)) return false;
  if (left.text.length < SHORTEST_PIECE || right.text.length < SHORTEST_PIECE) return false;
  return !/[-/@.\d]/.test(text.charAt(left.start - 1)) && !/[-/@\d]/.test(text.charAt(right.end));
}

function neighbour(word: WordAt | undefined, text: string, at: number): string {
  return word !== undefined && text.slice(word.end, at) === " " ? word.text : "";
}
