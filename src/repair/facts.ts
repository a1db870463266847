import type { Lexicon } from "../lexicon/lexicon.ts";
import type { TracedText } from "../text/traced-text.ts";
import { wordsOf } from "./letters.ts";

/** What every rule may ask about, beside the text itself. */
export interface Facts {
  readonly lexicon: Lexicon;
  /** Whether most words are known: in another language, or noise, no word can be told from a misread one. */
  readonly isGerman: boolean;
}

/** So few words tell nothing. */
const FEWEST_WORDS = 20;
/** Words looked at, evenly spread over the text: bounds the time for long ones. */
const SAMPLE = 2000;
const LEAST_KNOWN = 0.5;

export function factsOf(text: TracedText, lexicon: Lexicon): Facts {
  const words = wordsOf(text);
  const step = Math.max(1, Math.floor(words.length / SAMPLE));
  const sample = words.filter((_, index) => index % step === 0);
  const known = sample.filter((word) => lexicon.isKnown(word.text)).length;
  return { lexicon, isGerman: words.length < FEWEST_WORDS || known >= LEAST_KNOWN * sample.length };
}
