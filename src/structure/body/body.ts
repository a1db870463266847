import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ItemTree } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { textLeaf } from "../leaf.ts";
import { compose } from "./compose.ts";
import { fulfilmentIn } from "./fulfilment.ts";
import { type DraftItem, pairUp } from "./items.ts";
import { withNumbersOfHeadings } from "./lost-numbers.ts";
import { withMendedNumbers } from "./mended-numbers.ts";
import { type Setting, settingOf } from "./paragraphs.ts";
import { markedPassages, type Passage } from "./passages.ts";
import { isLoneMarker } from "./piece.ts";
import type { Point } from "./points.ts";
import { unmarkedPassages } from "./unmarked.ts";

/** The letter's body understood: clauses and their responses. */
export interface Body {
  readonly items: readonly ItemTree[];
  /** The lines it took, labels and headings among them. */
  readonly lines: readonly TracedLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the body: its parts, their pairs, and each pair's texts. */
export function parseBody(read: readonly TracedLine[]): Body {
  const lines = withMendedNumbers(read);
  const setting = settingOf(lines);
  const passages = markedPassages(lines, setting) ?? unmarkedPassages(lines, setting);
  const drafts = pairUp(withNumbersOfHeadings(passages));
  return {
    items: drafts.map((draft) => itemOf(draft, setting)),
    lines: [...passages.flatMap(titlesOf), ...drafts.flatMap(linesOfDraft), ...lines.filter(isLoneMarker)],
    diagnostics: drafts.flatMap((draft, index) => findingsOf(draft, index)),
  };
}

/** Labels and headings name what follows and are in no text. */
function titlesOf(passage: Passage): TracedLine[] {
  return passage.kind === "label" || passage.kind === "heading" ? [passage.line] : [];
}

function linesOfDraft({ lead, points, answer }: DraftItem): TracedLine[] {
  return [...lead, ...points.flatMap((point) => point.pieces), ...answer].map((piece) => piece.line);
}

function itemOf(draft: DraftItem, setting: Setting): ItemTree {
  const sureness = Math.min(0.97, ...draft.doubts.map((doubt) => doubt.sureness));
  const lead = compose(draft.lead, setting);
  const answer = compose(draft.answer, setting);
  return {
    leadIn: lead === null ? null : textLeaf(lead, sureness),
    clauses: draft.points.flatMap((point) => clauseOf(point, setting, sureness)),
    response: answer === null ? null : textLeaf(answer, sureness),
    fulfilment: answer === null ? null : fulfilmentIn(answer),
  };
}

function clauseOf(point: Point, setting: Setting, sureness: number): ItemTree["clauses"] {
  const text = compose(point.pieces, setting);
  if (text === null) return [];
  return [{ number: point.number === null ? null : textLeaf(point.number, 0.98), text: textLeaf(text, sureness) }];
}

function findingsOf(draft: DraftItem, index: number): Diagnostic[] {
  const at = `/memo/items/${index}`;
  const findings = draft.doubts
    .filter((doubt) => doubt.sureness < 0.9)
    .map((doubt) =>
      finding("quotation-unclosed", "No mark closes this quotation; its end was judged by the text.", at, doubt.line),
    );
  const [answer] = draft.answer;
  const [point] = draft.points;
  if (answer === undefined && point !== undefined) {
    findings.push(
      finding("clause-without-response", "No response was found for this clause.", at, point.pieces[0]?.line),
    );
  }
  if (answer !== undefined && point !== undefined && beginsWithin(answer.text.text)) {
    findings.push(
      finding("response-torn", "The response begins within a sentence; lines may be out of order.", at, answer.line),
    );
  }
  return findings;
}

/** A small letter begins no report, but for a reference: "siehe Antwort zu 1." */
function beginsWithin(text: string): boolean {
  return /^\p{Ll}{2}/u.test(text) && !/^(?:siehe|vgl|s\.|entfällt|keine?|ja|nein|erledigt|erfüllt)\b/u.test(text);
}

function finding(code: string, message: string, at: string, line: TracedLine | undefined): Diagnostic {
  return {
    severity: "warning",
    stage: "structure",
    code,
    message,
    at,
    ...(line === undefined ? {} : { page: line.page }),
  };
}
