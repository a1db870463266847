import { isPageMark } from "../text/page-marks.ts";
import type { TracedLine } from "../text/traced-lines.ts";

/** What a letter's footer is made of: address, telephone, bank, opening hours; marks that part them. */
const PARTS: readonly RegExp[] = [
  /\b0\d{4} Dresden\b/u,
  /\bPostfach\b/u,
  /\b(?:Tele(?:fon|fax)|Tel\.|Fax)(?!\p{L})/u,
  /\bIBAN\b|\bBLZ\b|\bBankleitzahl\b/u,
  /\bBIC\b|\bSWIFT\b|\bKonto(?:-?Nr\.?|nummer)?(?!\p{L})/u,
  /\b(?:Sparkasse|Postbank|Commerzbank|Deutsche Bank)\b/u,
  /\S@\S|\bwww\.|\bhttps?:/u,
  /\b(?:Sprechzeiten|Besucheranschrift|Steuernummer|Umsatzsteuer|Straßenbahn(?:linien?)?)\b/u,
  / [·•|–-] /u,
];

/** So many of them make a footer; running text may hold one. */
const FEWEST = 2;

/** In lines: a footer has no more, and stands so near to a page's edge or mark. */
const MOST_LINES = 5;

/** The city's footers at the edges of pages: "Dr.-Külz-Ring 19 · 01067 Dresden · Telefon (03 51) 4 88 20 00". */
export function footersOf(lines: readonly TracedLine[]): TracedLine[] {
  return lines.filter((line, at) => isFooter(line.text.text) && isAtPageEdge(lines, at));
}

function isFooter(text: string): boolean {
  return PARTS.filter((part) => part.test(text)).length >= FEWEST;
}

function isAtPageEdge(lines: readonly TracedLine[], at: number): boolean {
  if (at + MOST_LINES >= lines.length) return true;
  const around = lines.slice(Math.max(0, at - MOST_LINES), at + MOST_LINES + 1);
  const above = around.slice(0, Math.min(at, MOST_LINES) + 1);
  const below = around.slice(above.length);
  return (
    above.some(({ startsPage, page }) => startsPage && page > 1) ||
    below.some(({ startsPage }) => startsPage) ||
    around.some((line) => isPageMark(line.text.text))
  );
}
