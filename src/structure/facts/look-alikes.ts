/**
 * The one table of look-alike letters: what a scanner writes for a figure, and what each reading costs.
 * Costs are in nats, the rounded negative logarithm of how often the sign stood for that figure among the
 * single signs before a point's full stop.
 */
const FIGURES: Readonly<Record<string, readonly [figure: string, cost: number]>> = {
  l: ["1", 0.5],
  I: ["1", 0.5],
  i: ["1", 1],
  "|": ["1", 0.5],
  "!": ["1", 1],
  Z: ["2", 1],
  z: ["2", 1.5],
  S: ["5", 1],
  s: ["5", 1.5],
  G: ["6", 1.5],
  B: ["8", 1.5],
  O: ["0", 0.5],
  o: ["0", 1],
  Q: ["0", 1.5],
  D: ["0", 2],
  Ö: ["0", 1.5],
  g: ["9", 1.5],
  q: ["9", 1.5],
};

/** The figures a sign may stand for, a figure for itself at no cost; null where it stands for none. */
export function figureOf(sign: string): readonly [figure: string, cost: number] | null {
  if (/^\d$/.test(sign)) return [sign, 0];
  return FIGURES[sign] ?? null;
}

/** The signs that may stand for a figure, for use within a character class. */
export const FIGURE_SIGNS = "\\dlIi|!ZzSsGBOoQDgq";

/** A run of signs read as figures; null where one of them is none. */
export function figuresOf(signs: string): { readonly figures: string; readonly cost: number } | null {
  let figures = "";
  let cost = 0;
  for (const sign of signs) {
    const reading = figureOf(sign);
    if (reading === null) return null;
    figures += reading[0];
    cost += reading[1];
  }
  return figures === "" ? null : { figures, cost };
}
