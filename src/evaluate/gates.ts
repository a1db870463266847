import type { Scores } from "./summarise.ts";

interface GateRule {
  readonly bound: "min" | "max";
  readonly measured: (scores: Scores) => number | null;
  readonly unit: "%" | "";
  readonly meaning: string;
}

/** What can be demanded of scores, by the option's name. */
export const GATES = {
  "min-field-accuracy": {
    bound: "min",
    unit: "%",
    measured: (s) => s.fieldAccuracy,
    meaning: "per cent of fields right",
  },
  "min-pair-f1": { bound: "min", unit: "%", measured: (s) => s.pairF1, meaning: "F1 of clause and response pairs" },
  "max-cer": {
    bound: "max",
    unit: "%",
    measured: (s) => s.bodyCER,
    meaning: "character error rate of clauses and responses",
  },
  "max-wer": { bound: "max", unit: "%", measured: (s) => s.bodyWER, meaning: "word error rate of the same" },
  "max-wrong-dates": {
    bound: "max",
    unit: "",
    measured: (s) => s.dates.wrong,
    meaning: "number of dates given wrongly",
  },
  "max-confidence-error": {
    bound: "max",
    unit: "%",
    measured: (s) => s.confidence.error,
    meaning: "calibration error of the confidences",
  },
} as const satisfies Readonly<Record<string, GateRule>>;

export type GateName = keyof typeof GATES;
export type GateLimits = Readonly<Partial<Record<GateName, number>>>;

export interface GateResult {
  readonly gate: GateName;
  readonly limit: number;
  readonly unit: "%" | "";
  /** null where nothing was scored; such a gate is not met: it would hold nothing back. */
  readonly measured: number | null;
  readonly met: boolean;
}

/** Holds scores against limits. */
export function checkGates(limits: GateLimits, scores: Scores): GateResult[] {
  return (Object.keys(GATES) as GateName[]).flatMap((gate) => {
    const limit = limits[gate];
    if (limit === undefined) return [];
    const { bound, unit, measured: measure } = GATES[gate];
    const measured = measure(scores);
    const met = measured !== null && (bound === "min" ? measured >= limit : measured <= limit);
    return [{ gate, limit, unit, measured, met }];
  });
}
