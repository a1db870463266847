import type { Label } from "../../../src/structure/decoder/labels.ts";
import { leavesOf } from "../../../src/text/leaves.ts";
import type { UnderstoodMemo } from "./damage-seen.ts";

/** Labels that name what is no text of a field, or hold words besides their value. */
const NO_TEXT: ReadonlySet<Label> = new Set([
  "authority",
  "confidential",
  "date",
  "fileReference",
  "heading",
  "label",
  "answerReference",
  "nextReview",
  "noted",
  "closing",
  "attachment",
  "annex",
]);

/** Words of three letters and more that are in no field, in no part that is no text, and in no finding. */
export function lostWords({ memo, reading, diagnostics }: UnderstoodMemo): string[] {
  const used = leavesOf(memo).flatMap(({ leaf }) => leaf.text.segments.filter(({ start, end }) => start < end));
  const reported = diagnostics.filter(({ code }) => code === "unplaced-text").map(({ message }) => message);
  const labels = new Map(reading.parts.flatMap(({ label, pieces }) => pieces.map((fact) => [fact, label] as const)));
  return reading.facts.flatMap((fact) => {
    const { text } = fact.piece;
    if (fact.isPageMark || fact.formulas.some(([name, likeness]) => name === "title" && likeness > 0.8)) return [];
    if (NO_TEXT.has(labels.get(fact) ?? "furniture")) return [];
    if (reported.some((message) => message.includes(`"${text.text.slice(0, 80)}`))) return [];
    return [...text.text.matchAll(/\p{L}{3,}/gu)].flatMap(([word], at, all) => {
      const match = all[at] as RegExpExecArray;
      const raw = text.rawRange(match.index, match.index + word.length);
      const isUsed = raw !== null && used.some(({ start, end }) => start <= raw.end && raw.start <= end);
      return isUsed ? [] : [word];
    });
  });
}
