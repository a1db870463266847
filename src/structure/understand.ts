import type { Diagnostic } from "../model/diagnostic.ts";
import type { MemoTree } from "../text/memo-tree.ts";
import { linesOf, type TracedLine } from "../text/traced-lines.ts";
import type { TracedText } from "../text/traced-text.ts";
import { parseBody } from "./body/body.ts";
import { memoDate } from "./dates/memo-date.ts";
import { reportOf } from "./dates/plausible.ts";
import { parseHead } from "./head/head.ts";
import { parseIntroduction, reportStatusOf } from "./introduction.ts";
import { joinedText } from "./join-lines.ts";
import { kindOf } from "./kind.ts";
import { textLeaf, valueLeaf } from "./leaf.ts";
import { withoutEdgeDirt } from "./line-edges.ts";
import { missingFields } from "./missing-fields.ts";
import { parseNextReview } from "./next-review.ts";
import { placeNoise } from "./noise.ts";
import { Placement } from "./placement.ts";
import { isMemo } from "./recognise.ts";
import { closingOf } from "./tail/closing.ts";
import { isSignatureBlock } from "./tail/signature-lines.ts";
import { parseTail } from "./tail/tail.ts";
import { unplacedText } from "./unplaced.ts";
import { type Zones, zonesOf } from "./zones.ts";

/** A letter understood, or null where the document is none. */
export interface Understood {
  readonly memo: MemoTree | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Understands the repaired text of one memo. */
export function understand(text: TracedText): Understood {
  const lines = withoutEdgeDirt(linesOf(text));
  const placement = new Placement();
  placeNoise(lines, placement);
  const zones = zonesOf(placement.free(lines), isSignatureBlock);
  if (!isMemo(zones)) return { memo: null, diagnostics: [] };
  const memo = memoOf(zones, placement);
  const diagnostics = [...memo.diagnostics, ...missingFields(memo.tree), ...unplacedText(lines, placement)];
  return { memo: memo.tree, diagnostics };
}

function memoOf(zones: Zones, placement: Placement): { tree: MemoTree; diagnostics: readonly Diagnostic[] } {
  const head = parseHead(zones.head, placement);
  const review = parseNextReview(zones.body);
  const report = zones.body.filter((line) => !review.lines.includes(line));
  const { introduction, lines: introductory } = parseIntroduction(report);
  const body = parseBody(report.slice(introductory.length));
  const { date, diagnostics: onDate } = memoDate(head.dateText, {
    report: reportOf(body.items.map(({ response }) => response?.text ?? null)),
    references: head.references.flatMap(({ paper, meeting }) => [
      paper.value,
      ...(meeting === null ? [] : [meeting.value]),
    ]),
    nextReview: review.nextReview?.value ?? null,
  });
  const tail = parseTail(zones, placement, { date: date?.value ?? null, office: head.office?.value ?? null });
  placement.place(zones.salutation, "salutation");
  placement.place(review.lines, "next-review");
  placement.place(introductory, "introduction");
  placement.place(report, "body");
  placement.place(zones.closing, "closing");
  const { dateText: _, headingText, ...fields } = head;
  const tree: MemoTree = {
    kind: kindOf(headingText, introduction) ?? valueLeaf("Sonstiges", anyText(zones), 0.5),
    ...fields,
    date,
    salutation: joinedLeaf(zones.salutation),
    introduction,
    reportStatus: reportStatusOf(introduction),
    items: body.items,
    nextReview: review.nextReview,
    closing: closingOf(zones.closing),
    signatures: tail.signatures,
    attachments: tail.attachments,
  };
  return { tree, diagnostics: [...onDate, ...body.diagnostics, ...tail.diagnostics] };
}

function joinedLeaf(lines: readonly TracedLine[]): MemoTree["salutation"] {
  const text = joinedText(lines);
  return text === null ? null : textLeaf(text, 0.98);
}

/** The evidence of a letter that names its kind nowhere: how it begins. */
function anyText(zones: Zones): TracedText {
  const line = [...zones.salutation, ...zones.head, ...zones.body, ...zones.closing][0] as TracedLine;
  return line.text;
}
