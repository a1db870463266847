import type { Lexicon } from "../lexicon/lexicon.ts";

/** What every rule may ask about, beside the text itself. */
export interface Facts {
  readonly lexicon: Lexicon;
}
