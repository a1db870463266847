import type { TracedLine } from "../text/traced-lines.ts";

/** What a line was taken for: a part of the letter, or a named class of what is in no text. */
export type Place =
  | "letterhead"
  | "sender"
  | "recipient"
  | "heading"
  | "salutation"
  | "introduction"
  | "body"
  | "label"
  | "next-review"
  | "closing"
  | "signatures"
  | "attachments"
  | "annex"
  | "page-mark"
  | "logo"
  | "stamp"
  | "dirt";

/**
 * Which line became what. Every line is placed once; what is left at the end
 * is reported, never dropped.
 */
export class Placement {
  readonly #places = new Map<number, Place>();

  place(lines: readonly TracedLine[], as: Place): void {
    for (const line of lines) if (!this.#places.has(line.index)) this.#places.set(line.index, as);
  }

  isFree(line: TracedLine): boolean {
    return !this.#places.has(line.index);
  }

  placeOf(line: TracedLine): Place | null {
    return this.#places.get(line.index) ?? null;
  }

  free(lines: readonly TracedLine[]): TracedLine[] {
    return lines.filter((line) => this.isFree(line));
  }
}
