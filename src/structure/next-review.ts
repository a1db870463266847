import type { Leaf } from "../text/memo-tree.ts";
import type { TracedLine } from "../text/traced-lines.ts";
import type { TracedText } from "../text/traced-text.ts";
import { runningDates } from "./dates/running-dates.ts";
import { valueLeaf } from "./leaf.ts";
import { folded } from "./likeness.ts";

export interface NextReview {
  readonly nextReview: Leaf | null;
  /** The lines it stands on; part of no response. */
  readonly lines: readonly TracedLine[];
}

/** Lines below its label on which the date may still stand. */
const REACH = 3;

/**
 * "Nächste Beschlusskontrolle: 31.10.2018", the date perhaps on the next line and after other words:
 * "nächste Beschlusskontrolle; / gemeinsam mit BK zu A0321/11, 31.05.2019". Of several, one for each
 * point, the last counts.
 */
export function parseNextReview(lines: readonly TracedLine[]): NextReview {
  const found = lines.flatMap((line, at) => (isLabelled(line.text.text) ? [reviewAt(lines, at)] : []));
  return {
    nextReview: found.findLast((review) => review.nextReview !== null)?.nextReview ?? null,
    lines: found.flatMap((review) => review.lines),
  };
}

function reviewAt(lines: readonly TracedLine[], at: number): NextReview {
  const taken: TracedLine[] = [];
  for (const line of lines.slice(at, at + 1 + REACH)) {
    if (taken.length > 0 && !isRest(line.text.text)) break;
    taken.push(line);
    const date = runningDates(line.text.text).at(-1);
    if (date !== undefined) {
      return { nextReview: valueLeaf(date.iso, line.text.slice(date.start, date.end), 0.98), lines: taken };
    }
  }
  return { nextReview: null, lines: taken.slice(0, 1) };
}

/** The label with its colon, or the line's whole text. A sentence that speaks of the next review is none. */
function isLabelled(text: string): boolean {
  return /^(?:termin )?(?:der )?nachste[nr]? (?:(?:beschluss)?kontrolle|bk|berichterstattung|zwischenbericht)(?: ?[:;.]|$| (?:am|zum|im|erfolgt)?[^a-z]*\d)/u.test(
    folded(text),
  );
}

function isRest(text: string): boolean {
  return /^(?:gemeinsam|zum|am|bis|zusammen|mit|\d)/u.test(text);
}

/** "Die nächste Beschlusskontrolle erfolgt zum 31. Mai 2017.": told within a response, of which it stays part. */
const TOLD =
  /[Nn]ächste[nr]? (?:Beschlusskontrolle|BK|Berichterstattung|Zwischenbericht)\b[^.!?:]{0,40}\b(?:zum|am|bis|im)\b/gu;

/** The next review's date where a response tells it in a sentence; the last such sentence counts. */
export function nextReviewIn(responses: readonly (TracedText | null)[]): Leaf | null {
  for (const response of responses.toReversed()) {
    const told = response === null ? undefined : [...response.text.matchAll(TOLD)].at(-1);
    if (response === null || told === undefined) continue;
    const end = told.index + told[0].length;
    const date = runningDates(response.text.slice(end, end + 30))[0];
    if (date !== undefined) return valueLeaf(date.iso, response.slice(end + date.start, end + date.end), 0.9);
  }
  return null;
}
