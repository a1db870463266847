import type { TracedLine } from "../../text/traced-lines.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { meetingsIn, papersIn } from "../papers.ts";
import { answerReference } from "./answer-reference.ts";

/** A part of a line that belongs to one leaf: lines are cut where they may hold two things. */
export interface Piece {
  /** Position among the letter's pieces. */
  readonly index: number;
  readonly line: TracedLine;
  readonly text: TracedText;
  readonly startsLine: boolean;
  /** A wide gap parts it from the piece before it on its line, as the columns of a table are. */
  readonly afterGap: boolean;
  /** Its line has such a gap. */
  readonly inRow: boolean;
}

/** The letter's lines, cut where a line may hold two things. A cut too many does no harm: the decoder joins them. */
export function piecesOf(lines: readonly TracedLine[]): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    let startsLine = true;
    let from = 0;
    const gaps = new Set([...line.text.text.matchAll(WIDE_GAP)].map((match) => match.index + match[0].length));
    for (const cut of [...cutsIn(line.text.text), line.text.length]) {
      const text = line.text.slice(from, cut).trim();
      if (text.length > 0)
        pieces.push({ index: pieces.length, line, text, startsLine, afterGap: gaps.has(from), inRow: gaps.size > 0 });
      if (text.length > 0) startsLine = false;
      from = cut;
    }
  }
  return pieces;
}

/** Columns side by side, where a text layer or a plain text kept their distance. */
const WIDE_GAP = /(?<=\S)(?: {3,}|\t+)(?=\S)/gu;
/** Labels of the letterhead's second column that the scanner put on the first one's line. */
const HEAD_LABEL = /(?<=\S\s)(?:G[ZE2]\s?[:;]|D[aä]\S{0,2}um\s?[:;.]|Kenntnisnahme(?!\p{L}))/gu;
/** A quotation ends, and something else begins. */
const AFTER_QUOTE = /[“”"][.,;]?\s+(?=["„(]?\p{Lu}|[Zz]u \d|\d{1,2}[.)]|„)/gu;
/** A role, after which the next column's name begins. */
const AFTER_ROLE = /(?<=(?:[Bb]ürgermeister|Beigeordneter?|leiter)(?:in)?)\s+(?=\p{Lu}\p{Ll}+ \p{Lu})/gu;
const LABEL_AHEAD = /^(?:Antwort|Frage|Antwort der Verwaltung|Stellungnahme|Sachstand|Nachfrage)\s?:\s*(?=\S)/u;

function cutsIn(text: string): number[] {
  const cuts = new Set<number>();
  for (const pattern of [HEAD_LABEL, AFTER_ROLE]) for (const match of text.matchAll(pattern)) cuts.add(match.index);
  for (const match of text.matchAll(AFTER_QUOTE)) cuts.add(match.index + match[0].length);
  const heading = answerReference(text);
  if (heading !== null && heading.textStart < text.length) cuts.add(heading.textStart);
  const label = LABEL_AHEAD.exec(text);
  if (label !== null) cuts.add(label[0].length);
  for (const match of text.matchAll(WIDE_GAP)) cuts.add(match.index + match[0].length);
  for (const cut of aroundPapers(text)) cuts.add(cut);
  cuts.delete(0);
  return [...cuts].sort((a, b) => a - b);
}

/** In a heading's line the subject may stand after its paper, or before it: "Beschlusskontrolle zu V0123/15 (SR/007/2015) Radwege". */
function aroundPapers(text: string): number[] {
  // Papers and meetings have two figures or more in a row; most lines have none.
  if (!/\d\d/.test(text)) return [];
  const spans = [...papersIn(text), ...meetingsIn(text)].sort((a, b) => a.start - b.start);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const end = last.end + (/^[)\]}]*[.,:;]?\s*/u.exec(text.slice(last.end))?.[0].length ?? 0);
  const isHeading = /^(?:Beschluss ?k|\p{L}* ?Anfrage|Zwischenbescheid|Stellungnahme)/u.test(text);
  if (isHeading) return text.length - end >= SHORTEST_SUBJECT && !JOINING.test(text.slice(end)) ? [end] : [];
  return end >= text.length && first.start > 8 ? [first.start] : [];
}

/** A heading's line goes on with a second paper: "V0123/15 (SR/007/2015) und". */
const JOINING = /^(?:und|sowie|zu[rm]?)(?!\p{L})/u;
const SHORTEST_SUBJECT = 5;
