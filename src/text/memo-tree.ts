import type { Cell, Doubt, Memo } from "../model/record.ts";
import type { TracedText } from "./traced-text.ts";

/**
 * A value of the letter and the text it was understood from.
 * For a leaf that is itself text, `value === text.text`.
 */
export interface Leaf<T = string> {
  readonly value: T;
  readonly text: TracedText;
  /** 0 to 1: how sure the value is right, reading and understanding together. */
  readonly confidence: number;
  /** Words of the value to look at; offsets into it. */
  readonly doubts?: readonly Doubt[];
  /** Cells of tables in the value; offsets into it. */
  readonly cells?: readonly Cell[];
}

/** One point of the quotation. */
interface ClauseTree {
  readonly number: Leaf | null;
  readonly text: Leaf;
}

/** Clauses answered together, and their response. */
export interface ItemTree {
  readonly leadIn: Leaf | null;
  readonly clauses: readonly ClauseTree[];
  readonly response: Leaf | null;
  readonly fulfilment: Leaf<NonNullable<Memo["items"][number]["fulfilment"]>> | null;
}

export interface SignatureTree {
  readonly name: Leaf | null;
  readonly role: Leaf | null;
  readonly capacity: Leaf<"signed" | "noted"> | null;
}

/** The letter as understood: the shape of `Memo`, each value with the text it came from. */
export interface MemoTree {
  readonly kind: Leaf<Memo["kind"]>;
  readonly confidential: Leaf<boolean> | null;
  readonly authority: Leaf | null;
  readonly office: Leaf | null;
  readonly recipient: Leaf | null;
  readonly fileReference: Leaf | null;
  readonly date: Leaf | null;
  readonly references: readonly { readonly paper: Leaf; readonly meeting: Leaf | null }[];
  readonly subject: Leaf | null;
  readonly salutation: Leaf | null;
  readonly introduction: Leaf | null;
  readonly reportStatus: Leaf<NonNullable<Memo["reportStatus"]>> | null;
  readonly items: readonly ItemTree[];
  readonly nextReview: Leaf | null;
  readonly closing: Leaf | null;
  readonly signatures: readonly SignatureTree[];
  readonly attachments: readonly Leaf[];
}
