import type { TracedText } from "../../text/traced-text.ts";
import type { Passage } from "./passages.ts";
import type { Point } from "./points.ts";

/**
 * Points whose own numbers were lost (printed over, or out of the scan's view) take those of the
 * headings "zu 1.:", "zu 2.:" below them, where there are as many headings as points.
 */
export function withNumbersOfHeadings(passages: readonly Passage[]): Passage[] {
  return withNumbersAbove(passages).map((passage, index, all) => {
    if (passage.kind !== "quotation" || passage.quoted.points.length < 2) return passage;
    if (passage.quoted.points.some((point) => point.number !== null)) return passage;
    const numbers = headingsAfter(all, index).flatMap(numbersOf);
    if (numbers.length !== passage.quoted.points.length) return passage;
    const points = passage.quoted.points.map((point, at): Point => ({ ...point, number: numbers[at] ?? null }));
    return { ...passage, quoted: { ...passage.quoted, points } };
  });
}

/** "Zu 1." right above the quotation of one point that bears no number of its own is that point's number. */
function withNumbersAbove(passages: readonly Passage[]): Passage[] {
  return passages.map((passage, index) => {
    const above = passages[index - 1];
    const below = passages[index + 1];
    if (passage.kind === "heading" && below !== undefined && numberFor(passage, below) !== null) {
      return { kind: "label", line: passage.line };
    }
    const number = above?.kind === "heading" ? numberFor(above, passage) : null;
    if (passage.kind !== "quotation" || number === null) return passage;
    const points = passage.quoted.points.map((point): Point => ({ ...point, number }));
    return { ...passage, quoted: { ...passage.quoted, points } };
  });
}

function numberFor(heading: Heading, passage: Passage): TracedText | null {
  if (passage.kind !== "quotation" || passage.quoted.points.length !== 1) return null;
  const numbers = numbersOf(heading);
  return passage.quoted.points[0]?.number === null && numbers.length === 1 ? (numbers[0] ?? null) : null;
}

/** The numbers a heading names, where they are legible as they stand. */
function numbersOf({ heading, line }: Heading): TracedText[] {
  return heading.points.flatMap(({ number, start, end }) => {
    const text = line.text.slice(start, end);
    const at = text.text.indexOf(number);
    return at < 0 ? [] : [text.slice(at, at + number.length)];
  });
}

type Heading = Extract<Passage, { kind: "heading" }>;

function headingsAfter(passages: readonly Passage[], index: number): Heading[] {
  const after = passages.slice(index + 1);
  const next = after.findIndex((passage) => passage.kind === "quotation");
  return after
    .slice(0, next < 0 ? after.length : next)
    .filter((passage): passage is Heading => passage.kind === "heading");
}
