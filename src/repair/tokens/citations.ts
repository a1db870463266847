import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";

/** What follows a paragraph's number in a citation. */
const CITED =
  "(?:Abs|Absatz|Satz|S\\.|Nr|Nummer|ff?\\.|Ziff|Buchst|SächsGemO|SächsKomHVO|SächsBO|BauGB|BauNVO|SGB|VOB|VgV|GWB|StVO|BGB|HGB|GemO|KAG|EnWG)(?!\\p{L})";

interface Citation {
  readonly pattern: RegExp;
  readonly after: string;
  readonly confidence: number;
}

/** How laws are cited, and how the sign and its numbers are misread. Every pattern is of bounded length. */
const CITATIONS: readonly Citation[] = [
  /** Two section signs: "88 77 ff.", "gemäß 88 77 und 79 SächsGemO". */
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d.,/§])(?:[8&S$]{2}|§[8&S$]|[8&S$]§)(?= ?\\d{1,3}[a-z]? (?:${CITED}|(?:und|bis|,) ?\\d))`,
      "gu",
    ),
    after: "§§",
    confidence: 0.9,
  },
  /** One: "8 28 Abs. 5", "$ 67 Abs. 1", "gemäß S 34 BauGB". */
  { pattern: new RegExp(`(?<=\\p{Ll}[ \\n])[8&$S](?= \\d{1,3}[a-z]? ${CITED})`, "gu"), after: "§", confidence: 0.85 },
  /** "§l Abs. 1", "§ I Satz 2", "§lAbs." */
  { pattern: /(?<=§ ?)[lI|](?= ?(?:Abs|Satz|Nr|BauGB|SGB)(?!\p{Ll}))/gu, after: "1", confidence: 0.95 },
  /** "Abs.l", "Abs. l und", "Nr. l". */
  { pattern: /(?<=(?<!\p{L})(?:Abs|Nr|Ziff|Pkt|Art)\.) ?[l|](?![\p{L}\d])/gu, after: " 1", confidence: 0.95 },
  { pattern: /(?<=(?<!\p{L})(?:Abs)\.) ?I(?![\p{L}\d])/gu, after: " 1", confidence: 0.9 },
  {
    pattern: /(?<=(?<!\p{L})(?:Absatz|Satz|Punkt|Anlage|Ziffer|Nummer) )[l|](?![\p{L}\d])/gu,
    after: "1",
    confidence: 0.95,
  },
  /** "Abs. lund": the number and the word after it. */
  {
    pattern: /(?<=(?<!\p{L})(?:Abs|Nr|Ziff|Pkt)\. ?|§ ?)[l|](?=(?:und|bis|oder|der|des|zur)(?!\p{L}))/gu,
    after: "1 ",
    confidence: 0.95,
  },
  /** "Abs, 2". */
  { pattern: /(?<=(?<!\p{L})(?:Abs|Nr|Ziff))(?:, | , ?)(?=\d)/gu, after: ". ", confidence: 0.9 },
  /** "§ 1Abs. 2". */
  { pattern: /(?<=§ ?\d{1,3}[a-z]?)(?=(?:Abs|Satz|Nr)(?!\p{Ll}))/gu, after: " ", confidence: 0.9 },
];

/** "§34": a space stands between the sign and its number (DIN 5008), but some write none. */
const CLOSE_TO_SIGN = /(?<=§)(?=\d)/gu;
const APART_FROM_SIGN = /§ \d/gu;
const MORE_OFTEN = 3;

/** Sections of laws whose signs and numbers were misread or run together. */
export function findCitations({ text }: TracedText): Edit[] {
  return [...CITATIONS, ...spacesAfterSign(text)].flatMap(({ pattern, after, confidence }) =>
    Array.from(text.matchAll(pattern), (match): Edit => {
      return { rule: "token", start: match.index, end: match.index + match[0].length, after, confidence };
    }),
  );
}

/** Where the text parts the two far more often than not, the rest was run together. */
function spacesAfterSign(text: string): Citation[] {
  const close = text.match(CLOSE_TO_SIGN)?.length ?? 0;
  const apart = text.match(APART_FROM_SIGN)?.length ?? 0;
  return apart >= MORE_OFTEN * close ? [{ pattern: CLOSE_TO_SIGN, after: " ", confidence: 0.9 }] : [];
}
