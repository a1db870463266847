import type { Edit, RuleName } from "../model/edit.ts";
import { append, largest, smallest } from "../model/long-lists.ts";
import type { ReadText } from "./read-text.ts";
import { type Segment, SegmentCursor } from "./segment.ts";

/** A change against the raw text, as users see it: edits that touch one place are one change. */
export interface Change {
  /** In the order applied. */
  readonly rules: readonly RuleName[];
  /** UTF-16 offsets into `ReadText.raw`, half-open. */
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
  readonly confidence: number;
}

/**
 * Text whose every character knows where it came from. Immutable: `slice`, `concat` and
 * `apply` give new texts over the same `ReadText`.
 *
 * Invariant: `TracedText.of(read).apply(a).apply(b)….undo() === read.raw`, whatever the edits.
 */
export class TracedText {
  readonly read: ReadText;
  readonly segments: readonly Segment[];
  readonly text: string;
  /** `offsets[i]` is where `segments[i]` begins in `text`. */
  readonly #offsets: readonly number[];

  private constructor(read: ReadText, segments: readonly Segment[]) {
    this.read = read;
    this.segments = segments;
    this.text = segments.map((segment) => segment.text).join("");
    let offset = 0;
    this.#offsets = segments.map((segment) => {
      const at = offset;
      offset += segment.text.length;
      return at;
    });
  }

  /** The whole text as read, nothing changed. */
  static of(read: ReadText): TracedText {
    const whole: Segment = { kind: "read", text: read.raw, start: 0, end: read.raw.length, rules: [], confidence: 1 };
    return new TracedText(read, read.raw === "" ? [] : [whole]);
  }

  /** Texts one after the other; a string among them is layout (a space, a line break). */
  static concat(read: ReadText, parts: readonly (TracedText | string)[]): TracedText {
    return new TracedText(
      read,
      parts.flatMap((part) => (typeof part === "string" ? [layoutSegment(part)] : part.segments)),
    );
  }

  get length(): number {
    return this.text.length;
  }

  /** Part of the text; see `cutSegment` for a cut through an edited segment. */
  slice(start: number, end: number = this.text.length): TracedText {
    const from = Math.max(0, start);
    const index = this.#segmentAt(from);
    const cursor = new SegmentCursor(this.segments, index, from - (this.#offsets[index] ?? 0));
    if (end >= this.text.length) return new TracedText(this.read, cursor.rest());
    return new TracedText(this.read, cursor.take(end - from));
  }

  /** The text without white space at either end. */
  trim(): TracedText {
    const start = this.text.length - this.text.trimStart().length;
    return this.slice(start, Math.max(start, this.text.trimEnd().length));
  }

  /**
   * The text with edits made: the only place where text ever changes.
   * Edits are in this text's coordinates. Of two that overlap the earlier wins, at the same
   * place the surer. An edit that touches an edited segment takes it in whole.
   */
  apply(edits: readonly Edit[]): TracedText {
    if (edits.length === 0) return this;
    const segments: Segment[] = [];
    const cursor = new SegmentCursor(this.segments);
    let done = 0;
    for (const edit of inOrder(edits)) {
      const wide = this.#widened(edit);
      if (wide.start < done || wide.end > this.text.length) continue;
      append(segments, cursor.take(wide.start - done));
      const rawOffset = cursor.rawOffset;
      segments.push(editedSegment(wide, rawOffset, cursor.take(wide.end - wide.start)));
      done = wide.end;
    }
    return new TracedText(this.read, [...segments, ...cursor.rest()]);
  }

  /** The changes against the raw text, in reading order; they never overlap. */
  changes(): Change[] {
    return this.segments
      .filter((segment) => segment.kind === "edited")
      .map(({ rules, start, end, text, confidence }) => ({
        rules,
        start,
        end,
        from: this.read.raw.slice(start, end),
        to: text,
        confidence,
      }))
      .filter((change) => change.from !== change.to);
  }

  /** The text as read, with every change undone. */
  undo(): string {
    return this.segments.map((segment) => this.read.raw.slice(segment.start, segment.end)).join("");
  }

  /** The raw range that a part of the text came from; null for layout alone. */
  rawRange(start = 0, end: number = this.text.length): { start: number; end: number } | null {
    const sources = this.slice(start, end).segments.filter((segment) => segment.kind !== "layout");
    if (sources.length === 0) return null;
    const starts = sources.map((segment) => segment.start);
    const ends = sources.map((segment) => segment.end);
    return { start: smallest(starts, 0), end: largest(ends, 0) };
  }

  /** The last segment that begins at or before an offset, the first of several such. */
  #segmentAt(offset: number): number {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = (this.#offsets[middle] ?? 0) + (this.segments[middle]?.text.length ?? 0);
      if (end < offset || (end === offset && this.segments[middle]?.text !== "")) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** An edit that reaches into edited segments, grown to take them in whole. */
  #widened(edit: Edit): Edit {
    if (edit.start >= edit.end) return edit;
    let { start, end, after } = edit;
    const first = this.#segmentAt(edit.start);
    for (let index = first; index < this.segments.length; index++) {
      const segment = this.segments[index] as Segment;
      const at = this.#offsets[index] ?? 0;
      if (at >= edit.end) break;
      const until = at + segment.text.length;
      if (segment.kind !== "edited" || until <= edit.start) continue;
      if (at < start) {
        after = segment.text.slice(0, start - at) + after;
        start = at;
      }
      if (until > end) {
        after += segment.text.slice(end - at);
        end = until;
      }
    }
    return { ...edit, start, end, after };
  }
}

function layoutSegment(text: string): Segment {
  return { kind: "layout", text, start: 0, end: 0, rules: [], confidence: 1 };
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || b.confidence - a.confidence || a.end - b.end);
}

/** One segment in place of those replaced, with all their sources and rules. */
function editedSegment(edit: Edit, rawOffset: number, replaced: readonly Segment[]): Segment {
  const sources = replaced.filter((segment) => segment.kind !== "layout");
  return {
    kind: "edited",
    text: edit.after,
    start: sources[0]?.start ?? rawOffset,
    end: sources.at(-1)?.end ?? rawOffset,
    rules: [...new Set([...replaced.flatMap((segment) => segment.rules), edit.rule])],
    confidence: Math.min(edit.confidence, ...replaced.map((segment) => segment.confidence)),
  };
}
