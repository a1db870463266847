import type { Ruling, Rulings } from "../../model/rulings.ts";
import { latticesOf } from "./lattice.ts";

/** Level lines that make a table without uprights: so many of one width, one below the other. */
const STACK = 3;

/** How far their ends may be apart, in points. */
const SAME_END = 6;

/** The lines of a page that its tables are made of; none where it has no ruled table. */
export function tableRulings<Line extends Ruling>(
  drawn: { readonly level: readonly Line[]; readonly upright: readonly Line[] },
  inPoints: (line: Line) => Ruling,
): { level: Line[]; upright: Line[] } {
  const placed: Rulings = { level: drawn.level.map(inPoints), upright: drawn.upright.map(inPoints) };
  const extents = latticesOf(placed).map(({ xs, ys }) => ({
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
  }));
  const isWithin = (x: number, y: number): boolean =>
    extents.some(
      ({ left, right, top, bottom }) =>
        x >= left - SAME_END && x <= right + SAME_END && y >= top - SAME_END && y <= bottom + SAME_END,
    );
  return {
    level: drawn.level.filter((_, index) => {
      const { at, from, to } = placed.level[index] as Ruling;
      return isWithin((from + to) / 2, at) || stackOf({ at, from, to }, placed.level) >= STACK;
    }),
    upright: drawn.upright.filter((_, index) => {
      const { at, from, to } = placed.upright[index] as Ruling;
      return isWithin(at, (from + to) / 2);
    }),
  };
}

function stackOf({ from, to }: Ruling, level: readonly Ruling[]): number {
  return level.filter((other) => Math.abs(other.from - from) <= SAME_END && Math.abs(other.to - to) <= SAME_END).length;
}
