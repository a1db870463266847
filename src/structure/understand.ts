import type { Diagnostic } from "../model/diagnostic.ts";
import type { Leaf, MemoTree } from "../text/memo-tree.ts";
import { linesOf, type TracedLine } from "../text/traced-lines.ts";
import type { TracedText } from "../text/traced-text.ts";
import { calibrated, isSure } from "./calibrate.ts";
import { shippedWeights } from "./decoder/shipped-weights.ts";
import type { LetterWeights } from "./decoder/weights.ts";
import { evidenceOf, type LeafEvidence, type RawDoubt } from "./evidence.ts";
import { piecesOf } from "./facts/pieces.ts";
import { headOf } from "./fields/head.ts";
import { itemsOf } from "./fields/items.ts";
import { openingOf } from "./fields/opening.ts";
import { tailOf } from "./fields/tail.ts";
import { joinedParts, partsOf } from "./fields/texts.ts";
import { findingsOf } from "./findings.ts";
import { PROFILE } from "./profile.ts";
import { type Reading, readLetter } from "./reading.ts";
import { isMemo } from "./recognise.ts";
import { memoDate } from "./values/memo-date.ts";
import { nextReview, nextReviewIn } from "./values/next-review.ts";

/** A letter understood, or null where the document is none. */
export interface Understood {
  readonly memo: MemoTree | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What became of each piece. */
  readonly reading: Reading;
  /** What each leaf's confidence was reckoned from. */
  readonly evidence: readonly LeafEvidence[];
}

export interface UnderstandOptions {
  /** The shipped ones, unless a fit tries others. */
  readonly weights?: LetterWeights;
  /** A user's own names, which mend names read in part as the profile's do. */
  readonly names?: readonly string[];
  /** Words that repair doubts. */
  readonly doubts?: readonly RawDoubt[];
}

/** Understands the repaired text of one memo. Pure. */
export function understand(text: TracedText, options: UnderstandOptions = {}): Understood {
  const lines = linesOf(text);
  const reading = readLetter(piecesOf(lines.slice(0, MOST_LINES)), options.weights ?? shippedWeights());
  if (!isMemo(reading)) return { memo: null, diagnostics: [], reading, evidence: [] };
  const names = [...PROFILE.officeHolders, ...(options.names ?? [])];
  const { memo, diagnostics } = memoOf(reading, names);
  const { calibration } = options.weights ?? shippedWeights();
  const evidence = evidenceOf(memo, reading, options.doubts ?? []);
  const sure = calibrated(memo, evidence, options.doubts ?? [], calibration);
  return {
    memo: sure,
    diagnostics: [...diagnostics, ...findingsOf(sure, reading, isSure(evidence, calibration)), ...beyond(lines)],
    reading,
    evidence,
  };
}

/** No letter is longer: fifty pages of text. What stands after is told, not read. */
const MOST_LINES = 3000;

function beyond(lines: readonly TracedLine[]): Diagnostic[] {
  const first = lines[MOST_LINES];
  if (first === undefined) return [];
  const message = `${lines.length - MOST_LINES} lines after the first ${MOST_LINES} were not read.`;
  return [{ severity: "warning", stage: "structure", code: "unplaced-text", message, page: first.page }];
}

/** Fields and pairs from the letter's parts. */
function memoOf(reading: Reading, names: readonly string[]): { memo: MemoTree; diagnostics: readonly Diagnostic[] } {
  const head = headOf(reading);
  const items = itemsOf(reading);
  const review = nextReviewOf(
    reading,
    items.map(({ response }) => response?.text ?? null),
  );
  const date = memoDate(dateTexts(reading), {
    papers: head.references.map(({ paper }) => paper.value),
    meetings: head.references.flatMap(({ meeting }) => (meeting === null ? [] : [meeting.value])),
    responses: items.flatMap(({ response }) => (response === null ? [] : [response.value])),
    nextReview: review.leaf?.value ?? null,
  });
  const { closing, signatures, attachments, diagnostics } = tailOf(reading, names);
  const { kind, salutation, introduction, reportStatus } = openingOf(reading);
  const memo: MemoTree = {
    kind,
    ...head,
    date: date.date,
    salutation,
    introduction,
    reportStatus,
    items,
    nextReview: review.leaf,
    closing,
    signatures,
    attachments,
  };
  return { memo, diagnostics: [...date.diagnostics, ...review.diagnostics, ...diagnostics] };
}

/** The head's pieces that may hold the date: what is labelled so, or in no field. */
function dateTexts(reading: Reading): TracedText[] {
  const end = reading.parts.find(
    ({ label }) => label === "salutation" || label === "introduction" || label === "response" || label === "clause",
  );
  const limit = end?.pieces[0]?.piece.index ?? reading.facts.length;
  const dated = new Set(partsOf(reading, "date").flatMap(({ pieces }) => pieces));
  const free = new Set(reading.furniture.map(({ fact }) => fact));
  return reading.facts
    .filter((fact) => dated.has(fact) || (free.has(fact) && fact.piece.index < limit))
    .map(({ piece }) => piece.text);
}

function nextReviewOf(
  reading: Reading,
  responses: readonly (TracedText | null)[],
): { leaf: Leaf | null; diagnostics: readonly Diagnostic[] } {
  const labelled = joinedParts(partsOf(reading, "nextReview").slice(-1));
  if (labelled !== null) return nextReview(labelled.text);
  return { leaf: nextReviewIn(responses), diagnostics: [] };
}
