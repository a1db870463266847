/**
 * A council paper as printed: "V2072/23", "A0321/11", "AF0765/12", "mAF0123/20", "V-Pie0042/20",
 * "VorR-Pie00017/22", "V2345-SR61-08".
 */
const PAPER =
  /(?<![\p{L}\d])(?:EWA \d{4}\/\d{4}(?!\d)|(?:m?[A-Z]{1,2}|[A-Z]\p{L}{1,4})(?:-\p{Lu}\p{L}{1,5}?)?[ -]?\d{3,5}(?:\/\d{2}|-[A-Z]{2}\d{1,3}-\d{2})(?!\d))/gu;

/** A council meeting: "SR/049/2023", "FL/SE/021/2017", "SBR Pie/031/20", "OSR WX/012/2021". */
const MEETING = /(?<![\p{L}\d])[A-Z]{1,4}(?:[/ ][A-Z]\p{L}{1,3})?\/\d{2,4}\/\d{2,4}(?!\d)/gu;

/** A place in a text: UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function papersIn(text: string): Span[] {
  return spansOf(text, PAPER);
}

export function meetingsIn(text: string): Span[] {
  return spansOf(text, MEETING);
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Words that may stand beside papers on a line that holds nothing else. */
export const BESIDE_PAPERS =
  /(?:Beschlusskontrolle|Anfrage|Antrag|Vorlage|Vorschlag|Stellungnahme|Beschluss|Antwort|Sitzungsnummer|Sitzung|zum?r?|und|sowie|auf|der|die|Nr|Drucksache)|[^\p{L}\d]/gu;

/** A line of papers and their meetings, and nothing besides: "AF0765/12", "Anfrage Nr. AF0765/12". */
export function isPaperLine(text: string): boolean {
  if (papersIn(text).length === 0 || text.startsWith("Beschlusskontrolle")) return false;
  const rest = text.replace(PAPER, " ").replace(MEETING, " ");
  return rest.replace(BESIDE_PAPERS, "") === "";
}
