import type { RuleName } from "../model/edit.ts";

/**
 * A run of text and where it came from.
 *
 * | kind     | text                               | raw range                                     |
 * |----------|------------------------------------|-----------------------------------------------|
 * | "read"   | exactly `raw.slice(start, end)`    | what it was read from, character by character |
 * | "edited" | what the edits made of it          | all that the edits replaced; indivisible      |
 * | "layout" | a space or break put between lines | empty: `start === end`                        |
 */
export interface Segment {
  readonly kind: "read" | "edited" | "layout";
  readonly text: string;
  /** UTF-16 offsets into `ReadText.raw`, half-open. */
  readonly start: number;
  readonly end: number;
  /** In the order applied; empty unless the kind is "edited". */
  readonly rules: readonly RuleName[];
  /** The lowest confidence of the edits; 1 unless the kind is "edited". */
  readonly confidence: number;
}

/** The one name a change bears for users: "line-break" where a broken word was joined, else its last rule. */
export function ruleOf(change: { readonly rules: readonly RuleName[] }): RuleName {
  if (change.rules.includes("line-break")) return "line-break";
  return change.rules.at(-1) ?? "human";
}

/**
 * Part of a segment. Of a cut "edited" segment the first part keeps the whole source and the
 * later ones have none, so that undoing all parts still gives the source once.
 */
function cutSegment(segment: Segment, from: number, to: number): Segment {
  if (from <= 0 && to >= segment.text.length) return segment;
  const text = segment.text.slice(from, to);
  if (segment.kind === "read") {
    return { ...segment, text, start: segment.start + from, end: segment.start + Math.min(to, segment.text.length) };
  }
  return from <= 0 ? { ...segment, text } : { ...segment, text, start: segment.end };
}

/** Walks over segments, handing out runs of a given number of characters; loses no deletion. */
export class SegmentCursor {
  readonly #segments: readonly Segment[];
  #index: number;
  /** Characters of the current segment handed out already. */
  #used: number;

  constructor(segments: readonly Segment[], index = 0, used = 0) {
    this.#segments = segments;
    this.#index = index;
    this.#used = used;
  }

  /** The raw offset where the cursor stands. */
  get rawOffset(): number {
    const segment = this.#segments[this.#index];
    if (segment === undefined) return this.#segments.at(-1)?.end ?? 0;
    if (segment.kind === "read") return segment.start + this.#used;
    return this.#used === 0 ? segment.start : segment.end;
  }

  /** The next `length` characters; deletions that stand before the last of them come along. */
  take(length: number): Segment[] {
    const taken: Segment[] = [];
    let missing = length;
    while (missing > 0) {
      const segment = this.#segments[this.#index];
      if (segment === undefined) break;
      const left = segment.text.length - this.#used;
      const count = Math.min(left, missing);
      taken.push(cutSegment(segment, this.#used, this.#used + count));
      missing -= count;
      if (count === left) this.#advance();
      else this.#used += count;
    }
    return taken;
  }

  /** All that is left. */
  rest(): Segment[] {
    const segment = this.#segments[this.#index];
    if (segment === undefined) return [];
    const first = cutSegment(segment, this.#used, segment.text.length);
    const rest = [first, ...this.#segments.slice(this.#index + 1)];
    this.#index = this.#segments.length;
    this.#used = 0;
    return rest;
  }

  #advance(): void {
    this.#index += 1;
    this.#used = 0;
  }
}
