import type { Label } from "../../src/structure/decoder/labels.ts";
import type { PieceFacts } from "../../src/structure/facts/piece-facts.ts";
import type { Part, Reading } from "../../src/structure/reading.ts";
import { factsOfText } from "./facts-of.ts";

/** A part as a test writes it: its label and its lines. */
export type Written = readonly [label: Label, ...lines: string[]];

/** A reading put together by hand, as if the decoder had decided so. */
export function readingOf(...written: readonly Written[]): Reading {
  const facts = factsOfText(written.flatMap(([, ...lines]) => lines).join("\n"));
  let line = 0;
  const parts: Part[] = [];
  const furniture: { fact: PieceFacts; sureness: number }[] = [];
  for (const [label, ...lines] of written) {
    const end = line + lines.length;
    const from = line;
    const pieces = facts.filter(({ piece }) => piece.line.index >= from && piece.line.index < end);
    if (label === "furniture") furniture.push(...pieces.map((fact) => ({ fact, sureness: 0.8 })));
    else parts.push({ label, pieces, sureness: 0.9, purity: 1 });
    line = end;
  }
  return { facts, sureness: [], parts, furniture };
}
