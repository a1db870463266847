import { type BreakContext, isArticle } from "../../lexicon/letter-patterns.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { DocumentWords } from "../document-words.ts";
import { capitalised, isUpper, uncapitalised } from "../letters.ts";

/** The features by name, in the order of `joinFeatures`; the weights are fitted to these names. */
export const JOIN_FEATURES = [
  "whole is a word",
  "whole is a compound of words",
  "whole: log count",
  "left is a word",
  "left: log count",
  "right is a word",
  "right: log count",
  "both halves are words",
  "both halves and the whole are words",
  "neither half is a word",
  "one half is no word, the whole is none either",
  "right is a word only when written large",
  "log count of the two apart",
  "log odds of one word against two",
  "left has two letters or less",
  "left has three letters",
  "right has two letters or less",
  "right has three letters",
  "left is written large",
  "document: log count of the whole",
  "document: log count of left",
  "document: log count of right",
  "general: log count of the whole",
  "general: log count of left",
  "general: log count of right",
  "participle written large",
  "participle after an article",
  "letters around the break",
] as const;

/** Counted words, for the odds of a word: that of the counts shipped. */
const LOG_CORPUS_SIZE = Math.log(4e6);

/** The features of a line end, all finite; see `JOIN_FEATURES`. */
export function joinFeatures(place: BreakContext, lexicon: Lexicon, words: DocumentWords): number[] {
  const { left, right } = place;
  const whole = left + right;
  const forms = (word: string): string[] => (isUpper(word) ? [word, uncapitalised(word)] : [word]);
  const count = (word: string): number => Math.max(...forms(word).map((form) => lexicon.countOf(form)));
  const inDocument = (word: string): number => Math.max(...forms(word).map((form) => words.get(form) ?? 0));
  const isWholeWord = lexicon.isWord(whole);
  const isLeftWord = lexicon.isWord(left);
  const isRightWord = lexicon.isWord(right);
  const isWholeCompound = !isWholeWord && lexicon.isCompound(whole);
  return [
    Number(isWholeWord),
    Number(isWholeCompound),
    Math.log1p(count(whole)),
    Number(isLeftWord),
    Math.log1p(count(left)),
    Number(isRightWord),
    Math.log1p(count(right)),
    Number(isLeftWord && isRightWord),
    Number(isLeftWord && isRightWord && isWholeWord),
    Number(!isLeftWord && !isRightWord),
    Number(!(isLeftWord && isRightWord) && !isWholeWord && !isWholeCompound),
    Number(!isRightWord && lexicon.isWord(capitalised(right))),
    Math.log1p(lexicon.openPairCount(left, right)),
    (Math.log(count(whole) + 0.3) - Math.log(count(left) + 1) - Math.log(count(right) + 1) + LOG_CORPUS_SIZE) / 10,
    Number(left.length <= 2),
    Number(left.length === 3),
    Number(right.length <= 2),
    Number(right.length === 3),
    Number(isUpper(left)),
    Math.log1p(inDocument(whole)),
    Math.log1p(inDocument(left)),
    Math.log1p(inDocument(right)),
    Math.log1p(lexicon.perMillion(whole)),
    Math.log1p(lexicon.perMillion(left)),
    Math.log1p(lexicon.perMillion(right)),
    Number(isUpper(left) && isParticiple(left, right) && (isWholeWord || isWholeCompound)),
    Number(!isUpper(left) && isParticiple(left, right) && isArticle(place.previous)),
    lexicon.breakLikeness(place),
  ];
}

/** Participles are broken before their ending: "drohen|den", "die Anwohnen|den". */
function isParticiple(left: string, right: string): boolean {
  return /[en]n$|[er]rn$|ln$/.test(left) && /^de[nrms]?$/.test(right);
}
