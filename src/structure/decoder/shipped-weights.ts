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
  const inUnits = (values: readonly number[]): Float64Array => Float64Array.from(values, (value) => value / HUNDREDTH);
  const unpacked = decoder.flatMap((value) =>
    typeof value === "number" ? [value] : new Array<number>(value[0]).fill(0),
  );
  return {
    classifier: {
      words: new Set(words),
      rows: new Map(Object.entries(pieces).map(([name, row]) => [name, inUnits(row)])),
    },
    names: { boundary: new Map(boundaries.map((name, row) => [name, row])) },
    decoder: inUnits(unpacked),
    calibration,
  };
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
