import type { Line } from "../../../src/model/page.ts";
import { pagesOfPlainText, readTextOf } from "../../../src/text/read-text.ts";
import { TracedText } from "../../../src/text/traced-text.ts";

/** A text as a plain-text file gives it. */
export function traced(text: string): TracedText {
  return TracedText.of(readTextOf(pagesOfPlainText(text)));
}

/** The lines of one text, each a piece of it. */
export function pieces(...lines: readonly string[]): TracedText[] {
  const text = traced(lines.join("\n"));
  let start = 0;
  return lines.map((line) => {
    const piece = text.slice(start, start + line.length);
    start += line.length + 1;
    return piece;
  });
}

/** A line that an engine read from a picture, every word with the same confidence. */
export function recognised(text: string, confidence: number): TracedText {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    box: [0, 0, 1, 1] as const,
    confidence,
  }));
  const line: Line = { text, box: [0, 0, 1, 1], words };
  return TracedText.of(readTextOf([{ number: 1, source: "ocr", size: null, lines: [line] }]));
}
