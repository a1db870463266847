import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";

/** A sign that OCR breaks, and what it is. Every pattern is of bounded length. */
const SIGNS: readonly { readonly pattern: RegExp; readonly after: string; readonly confidence: number }[] = [
  /** A square metre after its number or a word for one: "1.000 m^", "8674 mz", "wie viele m2". */
  { pattern: /(?<=\d ?m)[z^](?![\p{L}\d])/gu, after: "²", confidence: 0.9 },
  { pattern: /(?<=(?<![\p{L}\d])k?m)2(?![\p{L}\d])/gu, after: "²", confidence: 0.9 },
  { pattern: /(?<=\d k?m)[2](?![\p{L}\d])/gu, after: "²", confidence: 0.9 },
  { pattern: /(?<=(?:\/|(?:pro|je|viele|in) )m)\^(?![\p{L}\d])/gu, after: "²", confidence: 0.85 },
  { pattern: /(?<=\d ?m)[?*'’"](?= \p{Ll})/gu, after: "²", confidence: 0.85 },
  /** A cubic one: "1.200 m3", "µg/m3". */
  { pattern: /(?<=(?:\d ?|g\/|\/)m)3(?![\p{L}\d])/gu, after: "³", confidence: 0.9 },
  /** A one between hyphens: "ID-l-Format"; a district's Roman number: "Gemarkung Altstadt l". */
  { pattern: /(?<=\p{Lu}-)l(?=-\p{Lu})/gu, after: "1", confidence: 0.9 },
  { pattern: /(?<=(?:Alt|Neu)stadt )l(?![\p{L}\d.])/gu, after: "I", confidence: 0.9 },
  /** "Flst." (Flurstück) before its number. */
  { pattern: /(?<!\p{L})Fist(?=\. ?\d)/gu, after: "Flst", confidence: 0.9 },
  /** "o. g." (oben genannt) with a nought: "die 0. g. Maßnahme". */
  { pattern: /(?<=\p{Ll} )0(?=\. ?g\. )/gu, after: "o", confidence: 0.95 },
  /** The gender star: "Anwohner'^innen", "Anwohner'^lnnen" are "Anwohner*innen". */
  { pattern: /(?<=\p{L}{2})(?:['’]\^|\^['’]?)(?:[il]nnen)(?!\p{L})/gu, after: "*innen", confidence: 0.95 },
  { pattern: /(?<=\p{L}{2})\*lnnen(?!\p{L})/gu, after: "*innen", confidence: 0.95 },
];

/** Signs broken in reading, known by what stands around them. */
export function findSigns({ text }: TracedText): Edit[] {
  return SIGNS.flatMap(({ pattern, after, confidence }) =>
    Array.from(text.matchAll(pattern), (match): Edit => {
      return { rule: "token", start: match.index, end: match.index + match[0].length, after, confidence };
    }),
  ).filter((edit) => text.slice(edit.start, edit.end) !== edit.after);
}
