import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ReadText } from "../text/read-text.ts";
import { TracedText } from "../text/traced-text.ts";
import { factsOf } from "./facts.ts";
import { RULES, SENTENCE_RULES } from "./rules.ts";
import { hasTables, sparesTables } from "./table-cells.ts";
import { tornWords } from "./torn-words.ts";
import { type Doubt, doubtsIn, uncertainWords } from "./uncertain-words.ts";

export interface RepairOptions {
  /** False: the text stays as read. */
  readonly correct: boolean;
  /** 0 to 1: less sure changes are not made. */
  readonly minConfidence: number;
}

export interface Repaired {
  readonly text: TracedText;
  readonly diagnostics: readonly Diagnostic[];
  /** Words of the repaired text to look at, in order; whoever cuts the text into fields tells which of them matter. */
  readonly doubts: readonly Doubt[];
}

/** A change may open the way for another; three rounds settle all but strange texts. */
const MOST_ROUNDS = 4;

/**
 * Repairs a text as read: broken words, spaces, quotation marks, tokens, misread letters.
 * Pure: the same text and lexicon give the same result. Never throws on any Unicode input.
 */
export function repair(read: ReadText, lexicon: Lexicon, options: RepairOptions): Repaired {
  const original = TracedText.of(read);
  if (!options.correct) return { text: original, diagnostics: [], doubts: [] };
  const text = repeated(original, lexicon, options.minConfidence);
  const doubts = factsOf(text, lexicon).isGerman ? doubtsIn(text, lexicon) : [];
  return { text, diagnostics: [...uncertainWords(doubts, text), ...tornWords(text, lexicon)], doubts };
}

function repeated(original: TracedText, lexicon: Lexicon, minConfidence: number): TracedText {
  let text = original;
  /** Rules in a row that found nothing: the same ones find nothing in the same text again. */
  let idle = 0;
  let wasGerman: boolean | undefined;
  const isWithTables = hasTables(original.read);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = text.text;
    const facts = factsOf(text, lexicon);
    if (facts.isGerman !== wasGerman) idle = 0;
    wasGerman = facts.isGerman;
    for (const rule of RULES) {
      if (idle >= RULES.length) return text;
      const found = rule(text, facts).filter((edit) => edit.confidence >= minConfidence);
      const current = text;
      const edits = isWithTables
        ? found.filter((edit) => sparesTables(current, edit, SENTENCE_RULES.has(rule)))
        : found;
      idle = edits.length === 0 ? idle + 1 : 0;
      text = text.apply(edits);
    }
    if (text.text === before) break;
  }
  return text;
}
