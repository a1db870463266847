import type { Diagnostic } from "../model/diagnostic.ts";
import { leavesOf } from "../text/leaves.ts";
import type { Leaf, MemoTree } from "../text/memo-tree.ts";
import { linesOf, type TracedLine } from "../text/traced-lines.ts";
import type { TracedText } from "../text/traced-text.ts";
import { parseBody } from "./body/body.ts";
import { memoDate } from "./dates/memo-date.ts";
import { type DateContext, reportOf } from "./dates/plausible.ts";
import { type Head, parseHead } from "./head/head.ts";
import { parseIntroduction, reportStatusOf } from "./introduction.ts";
import { joinedText } from "./join-lines.ts";
import { kindOf } from "./kind.ts";
import { textLeaf, valueLeaf } from "./leaf.ts";
import { withoutEdgeDirt } from "./line-edges.ts";
import { missingFields } from "./missing-fields.ts";
import { nextReviewIn, parseNextReview } from "./next-review.ts";
import { placeNoise } from "./noise.ts";
import { Placement } from "./placement.ts";
import { isMemo } from "./recognise.ts";
import { closingOf } from "./tail/closing.ts";
import { signatureLikeness } from "./tail/signature-lines.ts";
import { parseTail } from "./tail/tail.ts";
import { uncertainFields } from "./uncertain-fields.ts";
import { unplacedText } from "./unplaced.ts";
import { type Zones, zonesOf } from "./zones.ts";

/** A letter understood, or null where the document is none. */
export interface Understood {
  readonly memo: MemoTree | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What became of each line. */
  readonly placement: Placement;
}

/** Understands the repaired text of one memo. */
export function understand(text: TracedText): Understood {
  const lines = withoutEdgeDirt(linesOf(text));
  const placement = new Placement();
  placeNoise(lines, placement);
  const zones = zonesOf(placement.free(lines), signatureLikeness);
  if (!isMemo(zones)) return { memo: null, diagnostics: [], placement };
  const { memo, diagnostics } = memoOf(zones, placement);
  const leaves = leavesOf(memo);
  const texts = leaves.map(({ leaf }) => leaf.text);
  const onText = unplacedText(lines, placement, texts);
  return { memo, placement, diagnostics: [...diagnostics, ...uncertainFields(leaves), ...onText] };
}

function memoOf(zones: Zones, placement: Placement): { memo: MemoTree; diagnostics: readonly Diagnostic[] } {
  const head = parseHead(zones.head, placement);
  const review = parseNextReview(zones.body);
  const report = zones.body.filter((line) => !review.lines.includes(line));
  const { introduction, lines: introductory } = parseIntroduction(report);
  const body = parseBody(report.slice(introductory.length));
  const responses = body.items.map(({ response }) => response?.text ?? null);
  const nextReview = review.nextReview ?? nextReviewIn(responses);
  const { date, diagnostics: onDate } = memoDate(head.dateText, contextOf(head, responses, nextReview));
  const tail = parseTail(zones, placement, { date: date?.value ?? null, office: head.fields.office?.value ?? null });
  placement.place(zones.salutation, "salutation");
  placement.place(review.lines, "next-review");
  placement.place(introductory, "introduction");
  placement.place(body.labels, "label");
  placement.place(body.lines, "body");
  placement.place(zones.closing, "closing");
  const memo: MemoTree = {
    kind: kindOf(head.headingText, introduction) ?? valueLeaf("Sonstiges", anyText(zones), 0.5),
    ...head.fields,
    date,
    salutation: joinedLeaf(zones.salutation),
    introduction,
    reportStatus: reportStatusOf(introduction),
    items: body.items,
    nextReview,
    closing: closingOf(zones.closing),
    signatures: tail.signatures,
    attachments: tail.attachments,
  };
  const missing = missingFields(memo, head.hasBlankReference ? ["fileReference"] : []);
  return { memo, diagnostics: [...onDate, ...body.diagnostics, ...tail.diagnostics, ...missing] };
}

/** What the rest of the letter says about its date. */
function contextOf(head: Head, responses: readonly (TracedText | null)[], nextReview: Leaf | null): DateContext {
  const references = head.fields.references.flatMap(({ paper, meeting }) => [paper.value, meeting?.value ?? ""]);
  return { report: reportOf(responses), references, nextReview: nextReview?.value ?? null };
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
