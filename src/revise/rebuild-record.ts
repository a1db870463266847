import type { Correction, Evidence, MemoRecord } from "../model/record.ts";
import { correctionsOf, evidenceOf } from "../record/evidence.ts";
import { fieldsAt } from "./fields.ts";
import type { Revision } from "./revision.ts";
import { doubtsIn } from "./standing-marks.ts";
import type { TracedField, TracedRecord } from "./traced-record.ts";

type Regions = Evidence["regions"];

/** The record that a revision comes to: evidence and corrections made anew from the traced texts. */
export function rebuildRecord(record: MemoRecord, revision: Revision): MemoRecord {
  const { machine, memo, fields } = revision;
  const placed = fieldsAt(memo).map(({ pointer }) => ({ pointer, leaf: fields.get(pointer) as TracedField }));
  const corrections = placed.flatMap(correctionsOf).map(({ rawStart, correction }) => ({
    rank: rankOf(machine, rawStart),
    correction: {
      ...correction,
      confidence: revision.accepted.has(rawStart) ? 1 : correction.confidence,
      regions: regionsOf(machine, rawStart, rawStart + correction.from.length),
    },
  }));
  return {
    ...record,
    status: revision.findings.some((finding) => finding.severity !== "info") ? "needs-review" : "ok",
    memo,
    evidence: Object.fromEntries(
      placed.map(({ pointer, leaf }) => [
        pointer,
        {
          ...evidenceOf({ pointer, leaf: { ...leaf, doubts: doubtsIn(leaf, revision.doubts) } }),
          regions: regionsBehind(machine, leaf),
        },
      ]),
    ),
    corrections: inReadingOrder(corrections),
    diagnostics: revision.findings,
  };
}

/** The machine's order is reading order; a person's corrections follow the one before them in their field. */
function inReadingOrder(corrections: readonly { rank: number | null; correction: Correction }[]): Correction[] {
  let last = -1;
  const ranked = corrections.map(({ rank, correction }) => {
    last = rank ?? last;
    return { rank: last, correction };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ correction }) => correction);
}

function rankOf(machine: TracedRecord, rawStart: number): number | null {
  const rank = machine.corrections.findIndex(({ start }) => start === rawStart);
  return rank === -1 ? null : rank;
}

/** Where a raw range stands on paper: at the machine's corrections in it, else somewhere in its field. */
function regionsOf(machine: TracedRecord, start: number, end: number): Regions {
  const touched = machine.corrections.filter((one) => one.start < Math.max(end, start + 1) && one.end > start);
  if (touched.length > 0) return touched.flatMap(({ correction }) => correction.regions);
  return machine.evidence.find((one) => one.start <= start && start < one.end)?.evidence.regions ?? [];
}

/** The regions of all fields that a text was taken from, or those that a person took it from. */
function regionsBehind(machine: TracedRecord, { text, pointedAt }: TracedField): Regions {
  if (pointedAt !== undefined) return pointedAt;
  const sources = text.segments.filter((segment) => segment.end > segment.start);
  const touched = machine.evidence.filter((one) =>
    sources.some((source) => source.start < one.end && source.end > one.start),
  );
  return touched.flatMap(({ evidence }) => evidence.regions);
}
