import type { Edit } from "../../model/edit.ts";
import type { Leaf, MemoTree } from "../../text/memo-tree.ts";
import { TracedText } from "../../text/traced-text.ts";
import { distance, folded } from "../facts/likeness.ts";
import { FIGURE_SIGNS, figuresOf } from "../facts/look-alikes.ts";
import type { PieceFacts } from "../facts/piece-facts.ts";
import { textLeaf } from "../leaf.ts";
import { meetingsIn, papersIn, type Span } from "../papers.ts";
import { PROFILE } from "../profile.ts";
import type { Part, Reading } from "../reading.ts";
import { officeName } from "../values/office.ts";
import { joinedName, joinedParts, partsOf, withCase } from "./texts.ts";

type HeadFields = Pick<
  MemoTree,
  "confidential" | "authority" | "office" | "recipient" | "fileReference" | "references" | "subject"
>;

/** What stands above the salutation, field by field; each is the text of its parts, in reading order. */
export function headOf(reading: Reading): HeadFields {
  return {
    confidential: confidentialOf(partsOf(reading, "confidential")),
    authority: authorityOf(partsOf(reading, "authority").slice(0, 1)),
    office: officeOf(partsOf(reading, "office")),
    recipient: recipientOf(partsOf(reading, "recipient")),
    fileReference: fileReferenceOf(partsOf(reading, "fileReference")),
    references: referencesOf(partsOf(reading, "heading")),
    subject: subjectOf(partsOf(reading, "subject")),
  };
}

function officeOf(parts: readonly Part[]): Leaf | null {
  const read = joinedName(parts);
  const name = read === null ? null : officeName(read);
  if (name === null || name.length === 0) return null;
  return textLeaf(name, Math.min(...parts.map(({ sureness }) => sureness)));
}

/** Within an address "im Stadtrat" is written small, whatever line it begins; the council's groups are known. */
function recipientOf(parts: readonly Part[]): Leaf | null {
  const joined = joinedParts(parts.map((part) => ({ ...part, pieces: part.pieces.map(withGroup) })));
  if (joined === null) return null;
  const text = withoutStrayMarks(withCase(joined.text, /(?<=\s)Im(?= Stadtrat)/gu, false));
  return textLeaf(text, joined.sureness);
}

/** A lone mark between words of an address is a stroke or a speck. */
function withoutStrayMarks(text: TracedText): TracedText {
  const edits = [...text.text.matchAll(/(?<= )[„“"',.·•*^~|] /gu)].map(
    ({ index }): Edit => ({ rule: "token", start: index, end: index + 2, after: "", confidence: 0.9 }),
  );
  return text.apply(edits);
}

/** A line that is no group's name, but nearly one: short names differ from each other by no more. */
function withGroup(fact: PieceFacts): PieceFacts {
  const text = fact.piece.text;
  const groups: readonly string[] = PROFILE.groups;
  const isKnown = groups.some((name) => folded(name) === folded(text.text));
  if (isKnown || text.length < SHORTEST_MENDED) return fact;
  const near = groups.filter((name) => distance(folded(text.text), folded(name), 2) <= MOST_DAMAGED_LETTERS);
  const [group] = near;
  if (group === undefined || near.length > 1) return fact;
  const edit: Edit = { rule: "gazetteer", start: 0, end: text.length, after: group, confidence: 0.95 };
  return { ...fact, piece: { ...fact.piece, text: text.apply([edit]) } };
}

const MOST_DAMAGED_LETTERS = 2;
/** "CDU-Fraktion" and "FDP-Fraktion" are two letters apart, and so may any third one be. */
const SHORTEST_MENDED = 16;

/** The city's own name is known: what OCR made of it is mended. */
function authorityOf(parts: readonly Part[]): Leaf | null {
  const joined = joinedParts(parts);
  if (joined === null) return null;
  const { text, sureness } = joined;
  if (text.text === PROFILE.authority) return textLeaf(text, sureness);
  return textLeaf(
    text.apply([{ rule: "gazetteer", start: 0, end: text.length, after: PROFILE.authority, confidence: 0.97 }]),
    sureness,
  );
}

/** The label of the file reference, and a stroke or two of a pen before it. */
const LABEL = /^(?:(?:\S{1,4} )?[GC6]\.? ?[ZE2] ?[:;.,‘’']?(?=\s|$|[({\d])|Unser Zeichen ?:?|Aktenzeichen ?:?)\s*/u;

/** What a file reference is made of: offices' short names and numbers. A stamp beside it is none. */
const OF_REFERENCE =
  /^(?:[({[|]?(?:[G6][Bß8]|[O0][Bß8]|GLB)\d?[)}\]|]?\S*|\d+(?:[.\-_/#]\w+)*|[({[]?\d+(?:\.\d+)?[)}\]]|\p{Lu}{2,4}(?:\.\d)?|Büro)$/u;

function fileReferenceOf(parts: readonly Part[]): Leaf | null {
  const own = parts.map((part) => ({ ...part, pieces: part.pieces.filter(isOfReference) }));
  const joined = joinedParts(own.filter(({ pieces }) => pieces.length > 0));
  if (joined === null) return null;
  const value = withoutLabels(joined.text);
  return value.length === 0 ? null : textLeaf(tidied(value), joined.sureness);
}

function isOfReference({ piece }: PieceFacts, at: number): boolean {
  if (at === 0) return true;
  const value = withoutLabels(piece.text).text;
  return value === "" || value.split(" ").every((word) => OF_REFERENCE.test(word));
}

function withoutLabels(text: TracedText): TracedText {
  const label = LABEL.exec(text.text)?.[0].length ?? 0;
  return label === 0 ? text.trim() : withoutLabels(text.slice(label).trim());
}

/**
 * The house pattern: "(GB 4) 41", an office's short name in round brackets, a space around it. Only the brackets, the
 * spaces and the letters of "GB" (Geschäftsbereich) and "OB" are mended.
 */
function tidied(text: TracedText): TracedText {
  const parts = /^([({[|] ?)([G6] ?[Bß8]|[O0] ?[Bß8])( ?)(\d?)( ?[)}\]|] ?)(.*)$/u.exec(text.text);
  if (parts === null) return text;
  const [, , office = "", , number = "", , rest = ""] = parts;
  const until = text.length - rest.length;
  const name = `${/^[G6]/.test(office) ? "GB" : "OB"}${number === "" ? "" : ` ${number}`}`;
  const after = `(${name})${rest === "" ? "" : " "}`;
  if (text.text.slice(0, until) === after) return text;
  const edit: Edit = { rule: "token", start: 0, end: until, after, confidence: 0.95 };
  return text.apply([edit]);
}

/** A district's short name in a paper's number, where a small "l" was read as a large "I": "V-PI00032/20". */
function withDistricts(text: TracedText): TracedText {
  const edits = [...text.text.matchAll(/(?<=-)(\p{Lu}[\p{L}1]{1,3}?)(?=\d{4,5}\/\d\d)/gu)].flatMap((match): Edit[] => {
    const read = match[1] as string;
    const meant = read.slice(0, 1) + read.slice(1).replace(/[I1]/g, "l");
    const isKnown = (PROFILE.districts as readonly string[]).includes(meant);
    return meant === read || !isKnown
      ? []
      : [{ rule: "token", start: match.index, end: match.index + read.length, after: meant, confidence: 0.95 }];
  });
  return text.apply(edits);
}

/** A meeting's number with a bracket for a slash or a letter for a figure: "SR(0Ö8/2020)". */
const DAMAGED_MEETING = new RegExp(
  `(?<![\\p{L}\\d])(\\p{Lu}{1,4}(?:[/ ]\\p{Lu}\\p{L}{1,3})?)([/(|])([Ö${FIGURE_SIGNS}]{2,4})([/(|])(\\d{4})(?!\\d)`,
  "gu",
);

function withMeetings(text: TracedText): TracedText {
  const edits = [...text.text.matchAll(DAMAGED_MEETING)].flatMap((match): Edit[] => {
    const [whole, body = "", , number = "", , year = ""] = match;
    const after = `${body}/${figuresOf(number)?.figures ?? number}/${year}`;
    const end = match.index + whole.length;
    return after === whole ? [] : [{ rule: "token", start: match.index, end, after, confidence: 0.95 }];
  });
  return text.apply(edits);
}

/** Papers in order, each with the meeting named between it and the next one. */
function referencesOf(parts: readonly Part[]): MemoTree["references"] {
  const joined = joinedParts(parts);
  if (joined === null) return [];
  const text = withMeetings(withDistricts(joined.text));
  const { sureness } = joined;
  const papers = papersIn(text.text);
  const meetings = meetingsIn(text.text).filter((meeting) => !papers.some((paper) => overlaps(paper, meeting)));
  return papers.map((paper, index) => {
    const next = papers[index + 1]?.start ?? text.length;
    const meeting = meetings.find((span) => span.start >= paper.end && span.start < next);
    return {
      paper: textLeaf(text.slice(paper.start, paper.end), sureness),
      meeting: meeting === undefined ? null : textLeaf(text.slice(meeting.start, meeting.end), sureness),
    };
  });
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What stands before a title and is none of it. */
const SUBJECT_LABEL =
  /^(?:(?:Betreff|Betr\.?|Gegenstand|Thema) ?: *|(?:Einwohneranfrage|Anfragen?nummer)(?: Nr\.?)?(?: |$))/u;

const LISTED = /^[-–•] /u;

/** A second part "hier: …" or a list's entry stands on a line of its own. */
function subjectOf(parts: readonly Part[]): Leaf | null {
  const pieces = parts.flatMap((part) => part.pieces.map(({ piece }) => piece.text));
  const [label] = pieces;
  if (label === undefined) return null;
  const title = label.slice(SUBJECT_LABEL.exec(label.text)?.[0].length ?? 0);
  const [first, ...rest] = [title, ...pieces.slice(1)].filter(({ length }) => length > 0);
  if (first === undefined) return null;
  const isList = rest.filter(({ text }) => LISTED.test(text)).length > 1;
  const isOwnLine = ({ text }: TracedText): boolean => /^hier ?[:;]/u.test(text) || (isList && LISTED.test(text));
  const texts = [first, ...rest.flatMap((text) => [isOwnLine(text) ? "\n" : " ", text])];
  const text = TracedText.concat(first.read, texts).trim();
  return text.length === 0 ? null : textLeaf(text, Math.min(...parts.map(({ sureness }) => sureness)));
}

/** The box with its cross or tick. */
const TICKED = /[☒☑✓✔✗✘⊠■xX×Kk%&]/u;

/** The box "□ vertraulich" under the title: ticked or not; null where no such box stands. */
function confidentialOf(parts: readonly Part[]): Leaf<boolean> | null {
  const joined = joinedParts(parts);
  if (joined === null) return null;
  const word = /\p{L}*traulich|vertr\p{L}*/iu.exec(joined.text.text);
  const mark = joined.text.text.slice(0, word?.index ?? 0);
  return { value: TICKED.test(mark), text: joined.text, confidence: joined.sureness };
}
