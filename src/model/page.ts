import type { Box } from "./box.ts";

/** How the text of a page was obtained. */
export type PageSource = "ocr" | "text-layer" | "plain-text";

/** A word as read. `start` and `end` are UTF-16 offsets into the line's text, half-open. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly box: Box;
  /** 0 to 1, as the engine gave it; 1 for a born-digital text layer. */
  readonly confidence: number;
}

/**
 * A line as read, frozen once read.
 * `text` holds no line break; an empty text is a blank line of a plain-text source.
 * `box` is null and `words` is empty where there is no geometry (plain text).
 */
export interface Line {
  readonly text: string;
  readonly box: Box | null;
  readonly words: readonly Word[];
}

/** A page as read, its lines in reading order. Sizes in points; null for plain text. */
export interface Page {
  /** 1-based number in the file. */
  readonly number: number;
  readonly source: PageSource;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly lines: readonly Line[];
}
