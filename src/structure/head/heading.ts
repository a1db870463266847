import type { Leaf, MemoTree } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { joinedText, joinedTexts } from "../join-lines.ts";
import { textLeaf } from "../leaf.ts";
import { BESIDE_PAPERS, isPaperLine, meetingsIn, papersIn, type Span } from "../papers.ts";

export interface Heading {
  readonly references: MemoTree["references"];
  readonly subject: Leaf | null;
}

/**
 * The heading: the papers the memo is about, and its subject. The papers stand either before the
 * subject, "Beschlusskontrolle zu V2072/23 (Sitzungsnummer: SR/049/2023)", or on a line of their own
 * below it, "AF0765/12". A paper named within the subject is no reference.
 */
export function parseHeading(lines: readonly TracedLine[]): Heading {
  const whole = joinedText(lines);
  if (whole === null) return { references: [], subject: null };
  const label = /^Betr(?:eff|\.)? ?: */u.exec(whole.text)?.[0].length ?? 0;
  const title = label + titleEnd(whole.text.slice(label));
  const rest = linesAfter(lines, whole, title);
  const alone = rest.filter((text) => isPaperLine(text.text));
  const subject = joinedTexts(rest.filter((text) => !alone.includes(text)));
  const isEmpty = subject === null || !/\p{L}/u.test(subject.text);
  return {
    references: [whole.slice(0, title), ...alone].flatMap((text) => [...referencesIn(text)]),
    subject: isEmpty ? null : textLeaf(withColon(subject), 0.97),
  };
}

/** What the lines hold behind an offset of their joined text. */
function linesAfter(lines: readonly TracedLine[], whole: TracedText, offset: number): TracedText[] {
  let start = 0;
  return lines.flatMap((line) => {
    const end = start + line.text.length;
    const rest = whole.slice(Math.max(start, offset), end).trim();
    start = end + 1;
    return end <= offset || rest.length === 0 ? [] : [rest];
  });
}

const TITLE =
  /^(?:\p{Lu}\p{L}+ |\d{1,2}\. ?)?(?:Beschluss ?kontrolle|Anfrage|Antrag|Stellungnahme|Vorschlag|Antwort|Zwischenbericht|Abschlussbericht)\b/u;

/**
 * Where the title with its papers ends and the subject begins: after the last paper or meeting that
 * only joining words and brackets part from the title; 0 where no paper follows it so.
 */
function titleEnd(text: string): number {
  const title = TITLE.exec(text);
  if (title === null) return 0;
  let end = 0;
  for (const span of [...papersIn(text), ...meetingsIn(text)].sort((a, b) => a.start - b.start)) {
    const between = text.slice(end === 0 ? title[0].length : end, span.start);
    const isBeside = between.replace(BESIDE_PAPERS, "") === "" || (end > 0 && hasMeeting(text.slice(span.end)));
    if (!isBeside || between.length > 60) break;
    end = span.end;
  }
  const trailer =
    /^(?: ?(?:vom \d{1,2}\. ?\p{L}+\.? ?\d{4}|,? (?:hier:? )?(?:Beschluss)?(?:[Pp]unkte?|[Zz]iffern?) \d[\d, .]*(?:(?:und|bis) \d+\.?)?|[)\]}]|[:;,.–-](?= )))+/u.exec(
      text.slice(end),
    )?.[0] ?? "";
  return end === 0 ? 0 : end + trailer.length;
}

/** A paper with its meeting is one the letter is about, whatever words lead to it: "und zur Ergänzung A0266/21 (…)". */
function hasMeeting(after: string): boolean {
  return /^ ?\((?:Sitzungsnummer|Sitzung)\b/u.test(after);
}

/** Papers in order, each with the meeting named between it and the next one. */
function referencesIn(text: TracedText): MemoTree["references"] {
  const papers = papersIn(text.text);
  const meetings = meetingsIn(text.text).filter((meeting) => !papers.some((paper) => overlaps(paper, meeting)));
  return papers.map((paper, index) => {
    const next = papers[index + 1]?.start ?? text.length;
    const meeting = meetings.find((span) => span.start >= paper.end && span.start < next);
    return {
      paper: textLeaf(text.slice(paper.start, paper.end), 0.98),
      meeting: meeting === undefined ? null : textLeaf(text.slice(meeting.start, meeting.end), 0.98),
    };
  });
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Within a subject "hier:" names the matter itself; OCR makes a semicolon of its colon. */
function withColon(subject: TracedText): TracedText {
  const match = /(?<= hier) ?;(?= \p{Lu})/u.exec(subject.text);
  if (match === null) return subject;
  const end = match.index + match[0].length;
  return subject.apply([{ rule: "token", start: match.index, end, after: ":", confidence: 0.9 }]);
}
