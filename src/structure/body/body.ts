import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ItemTree } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { textLeaf } from "../leaf.ts";
import { compose } from "./compose.ts";
import { findingsOf } from "./findings.ts";
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
  /** The lines of its texts. */
  readonly lines: readonly TracedLine[];
  /** Labels, headings and lone numbers, which name what follows and are in no text. */
  readonly labels: readonly TracedLine[];
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
    lines: drafts.flatMap(linesOfDraft),
    labels: [...passages.flatMap(titlesOf), ...lines.filter(isLoneMarker)],
    diagnostics: findingsOf(drafts, setting),
  };
}

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
