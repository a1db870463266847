import type { Passage } from "./passages.ts";
import type { Point } from "./points.ts";

/**
 * Points whose own numbers were lost (printed over, or out of the scan's view) take those of the
 * headings "zu 1.:", "zu 2.:" below them, where there are as many headings as points.
 */
export function withNumbersOfHeadings(passages: readonly Passage[]): Passage[] {
  return passages.map((passage, index) => {
    if (passage.kind !== "quotation" || passage.quoted.points.length < 2) return passage;
    if (passage.quoted.points.some((point) => point.number !== null)) return passage;
    const headings = headingsAfter(passages, index);
    const numbers = headings.flatMap(({ heading, line }) =>
      heading.points.map(({ number, start, end }) => ({ number, text: line.text.slice(start, end) })),
    );
    if (numbers.length !== passage.quoted.points.length) return passage;
    const points = passage.quoted.points.map((point, at): Point => {
      const named = numbers[at];
      const digits = named === undefined ? -1 : named.text.text.indexOf(named.number);
      if (named === undefined || digits < 0) return point;
      return { ...point, number: named.text.slice(digits, digits + named.number.length) };
    });
    return { ...passage, quoted: { ...passage.quoted, points } };
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
