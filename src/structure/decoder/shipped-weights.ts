import type { Calibration } from "../calibrate.ts";
import shipped from "./shipped-weights.json" with { type: "json" };
import type { LetterWeights } from "./weights.ts";

/** Weights as a file holds them: whole numbers, in hundredths. */
export interface StoredWeights {
  /** Words that features of single pieces may name. */
  readonly words: readonly string[];
  /** By feature of a single piece: a weight per label. */
  readonly pieces: Readonly<Record<string, readonly number[]>>;
  /** Features of boundaries, in the order of their rows. */
  readonly boundaries: readonly string[];
  /** All weights of the decoder, in its sections' order; runs of zeros as [count]. */
  readonly decoder: readonly (number | readonly [zeros: number])[];
  readonly calibration: Calibration;
}

const HUNDREDTH = 100;

export function storedWeights({ classifier, names, decoder, calibration }: LetterWeights): StoredWeights {
  const inHundredths = (values: ArrayLike<number>): number[] =>
    Array.from(values, (value) => Math.round(value * HUNDREDTH) || 0);
  return {
    words: [...classifier.words],
    pieces: Object.fromEntries([...classifier.rows].map(([name, row]) => [name, inHundredths(row)])),
    boundaries: [...names.boundary.keys()],
    decoder: packed(inHundredths(decoder)),
    calibration,
  };
}

export function loadedWeights({ words, pieces, boundaries, decoder, calibration }: StoredWeights): LetterWeights {
  return {
    classifier: {
      words: new Set(words),
      rows: new Map(Object.entries(pieces).map(([name, row]) => [name, inUnits(row)])),
    },
    names: { boundary: new Map(boundaries.map((name, row) => [name, row])) },
    decoder: unpacked(decoder),
    calibration,
  };
}

/** By hand, as `Float64Array.from` takes five times as long, and every start waits for it. */
function inUnits(values: readonly number[]): Float64Array {
  const units = new Float64Array(values.length);
  for (let at = 0; at < units.length; at++) units[at] = (values[at] as number) / HUNDREDTH;
  return units;
}

function unpacked(values: StoredWeights["decoder"]): Float64Array {
  const size = values.reduce<number>((sum, value) => sum + (typeof value === "number" ? 1 : value[0]), 0);
  const weights = new Float64Array(size);
  let at = 0;
  for (const value of values) {
    if (typeof value === "number") weights[at++] = value / HUNDREDTH;
    else at += value[0];
  }
  return weights;
}

function packed(values: readonly number[]): (number | [number])[] {
  const result: (number | [number])[] = [];
  for (const value of values) {
    const last = result.at(-1);
    if (value === 0 && Array.isArray(last)) last[0] += 1;
    else result.push(value === 0 ? [1] : value);
  }
  return result;
}

let loaded: LetterWeights | null = null;

/** The weights that `npm run fit` wrote; loaded once. */
export function shippedWeights(): LetterWeights {
  loaded ??= loadedWeights(shipped as unknown as StoredWeights);
  return loaded;
}
