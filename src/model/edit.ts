/**
 * The repair rules by name, as they stand in a record's `corrections`.
 * "human" edits come from the review page and go through the same applier.
 */
export type RuleName =
  /** A character's code, never its look: NFC, ligatures, soft hyphens, control characters. */
  | "unicode"
  /** A word broken at a line or page end is whole again, or its real hyphen is kept. */
  | "line-break"
  /** Words run together, or a word torn apart by a space. */
  | "spacing"
  /** Quotation marks of any glyph become „…“ and ‚…‘. */
  | "quotation-mark"
  /** Paper, meeting, paragraph and date tokens, by their grammar. */
  | "token"
  /** A name misread, known from a gazetteer or the user's own words. */
  | "gazetteer"
  /** A word misread, restored by the noisy channel over the lexicon. */
  | "confusion"
  /** A word's first letter in the wrong case within a sentence ("Ist" for "ist"). */
  | "case"
  /** Day or year of a date read in part, completed from the rest of the letter. */
  | "date-completed"
  /** The document itself reads the same word better elsewhere. */
  | "document"
  | "human";

/**
 * One change of the text, as data. `start` and `end` are UTF-16 offsets, half-open,
 * in the coordinates of the text the rule was given.
 */
export interface Edit {
  readonly rule: RuleName;
  readonly start: number;
  readonly end: number;
  readonly after: string;
  /** 0 to 1: how sure the rule is that the change is right. */
  readonly confidence: number;
}
