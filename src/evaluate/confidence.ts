import type { MemoRecord } from "../model/record.ts";
import type { FieldScore } from "./score-fields.ts";
import type { ItemsScore } from "./score-items.ts";

/** How sure the program was of a value, 0 to 1, and whether it was right. */
export interface Observation {
  readonly confidence: number;
  readonly right: boolean;
}

/** Observations of like confidence. */
interface ConfidenceBin {
  /** From this confidence on, below `to`; the last bin holds 1 as well. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly right: number;
  /** Mean, 0 to 1. */
  readonly confidence: number;
}

export interface Reliability {
  /**
   * Expected calibration error in per cent: how far confidence and the share of right values lie apart, bin by bin,
   * weighted by the bins' counts. null where nothing was observed.
   */
  readonly error: number | null;
  /** Those that hold anything, by rising confidence. */
  readonly bins: readonly ConfidenceBin[];
}

const BINS = 10;

/**
 * The scored values of a record for which it tells a confidence: each field, and each item as a pair, which is as
 * sure as the least sure of its parts. A list is as sure as the least sure of its entries.
 */
export function observe(
  evidence: MemoRecord["evidence"],
  fields: readonly FieldScore[],
  items: ItemsScore | null,
): Observation[] {
  const claims = [
    ...fields,
    ...(items?.found ?? []).map((right, index) => ({ pointer: `/memo/items/${index}`, right })),
  ];
  return claims.flatMap(({ pointer, right }) => {
    const confidence = leastConfidenceAt(evidence, pointer);
    return confidence === null ? [] : [{ confidence, right }];
  });
}

/** How far the confidences can be trusted. */
export function reliabilityOf(observations: readonly Observation[]): Reliability {
  const bins = Array.from({ length: BINS }, (_, index) => binOf(observations, index)).filter(({ count }) => count > 0);
  const gap = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence * bin.count - bin.right), 0);
  const error = observations.length === 0 ? null : Number(((100 * gap) / observations.length).toFixed(2));
  return { error, bins };
}

function binOf(observations: readonly Observation[], index: number): ConfidenceBin {
  const inside = observations.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === index);
  const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
  return {
    from: index / BINS,
    to: (index + 1) / BINS,
    count: inside.length,
    right: inside.filter(({ right }) => right).length,
    confidence: inside.length === 0 ? 0 : Number((sum / inside.length).toFixed(4)),
  };
}

function leastConfidenceAt(evidence: MemoRecord["evidence"], pointer: string): number | null {
  const confidences = Object.entries(evidence)
    .filter(([at]) => at === pointer || at.startsWith(`${pointer}/`))
    .map(([, { confidence }]) => confidence);
  return confidences.length === 0 ? null : Math.min(...confidences);
}
