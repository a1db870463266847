import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";

/** A sign that OCR breaks, and what it is. Every pattern is of bounded length. */
const SIGNS: readonly { readonly pattern: RegExp; readonly after: string; readonly confidence: number }[] = [
  /** A square metre after its number: "1.000 m^". */
  { pattern: /(?<=\d ?m)\^(?![\p{L}\d])/gu, after: "²", confidence: 0.9 },
  { pattern: /(?<=\d ?m)[?*](?= \p{Ll})/gu, after: "²", confidence: 0.85 },
  /** "o. g." (oben genannt) with a nought: "die 0. g. Maßnahme". */
  { pattern: /(?<=\p{Ll} )0(?=\. ?g\. )/gu, after: "o", confidence: 0.95 },
  /** The gender star: "Anwohner'^innen", "Anwohner'^lnnen" are "Anwohner*innen". */
  { pattern: /(?<=\p{L}{2})(?:['’]\^|\^['’]?)(?:[il]nnen)(?!\p{L})/gu, after: "*innen", confidence: 0.95 },
  { pattern: /(?<=\p{L}{2})\*lnnen(?!\p{L})/gu, after: "*innen", confidence: 0.95 },
  /** The section sign before its number: "$ 67 Abs. 1". */
  { pattern: /(?<![\p{L}\d])[$](?= \d{1,3}[a-z]? (?:Abs|Satz|Nr|SächsGemO|BauGB|SGB))/gu, after: "§", confidence: 0.9 },
];

/** Signs broken in reading, known by what stands around them. */
export function findSigns({ text }: TracedText): Edit[] {
  return SIGNS.flatMap(({ pattern, after, confidence }) =>
    Array.from(text.matchAll(pattern), (match): Edit => {
      return { rule: "token", start: match.index, end: match.index + match[0].length, after, confidence };
    }),
  ).filter((edit) => text.slice(edit.start, edit.end) !== edit.after);
}
