import type { Ruling, Rulings } from "../../model/rulings.ts";
import { mergedRulings } from "./merged-rulings.ts";

/** A table's ruling: where its columns and bands of rows are parted, and which of these lines are drawn where. */
export interface Lattice {
  /** Edges of its columns, from the left: one more than columns. */
  readonly xs: readonly number[];
  /** Edges of its bands, from the top: one more than bands. */
  readonly ys: readonly number[];
  /** Whether a line is drawn left of a column at a height. */
  hasUpright(y: number, column: number): boolean;
  /** Whether a line is drawn above a band within a column. */
  hasLevel(band: number, column: number): boolean;
}

/** How far lines may miss one another and yet touch, in points. */
const TOUCH = 4;

/** No cell's edge is shorter, in points. */
const SHORTEST = 7;

/** Edges this close are one, in points. */
const SAME_EDGE = 4;

/** A line is drawn along a cell's edge where it covers so much of it. */
const COVERS = 0.6;

interface Frame {
  level: Ruling[];
  upright: Ruling[];
}

/** The tables whose columns are parted by drawn lines. */
export function latticesOf(rulings: Rulings): Lattice[] {
  const level = mergedRulings(rulings.level, SHORTEST);
  const upright = mergedRulings(rulings.upright, SHORTEST);
  return framesOf(level, upright).flatMap((frame) => latticeOf(frame) ?? []);
}

/** Lines that touch, directly or through others; uprights that no level line touches, by their heights. */
function framesOf(level: readonly Ruling[], upright: readonly Ruling[]): Frame[] {
  const frames: Frame[] = [];
  for (const line of upright) {
    const touched = level.filter((other) => touches(other, line));
    const joined = frames.filter(
      (frame) =>
        frame.level.some((other) => touched.includes(other)) ||
        frame.upright.some((other) => isBeside(other, line, touched, frame)),
    );
    const frame: Frame = {
      level: [...new Set([...joined.flatMap((one) => one.level), ...touched])],
      upright: [...joined.flatMap((one) => one.upright), line],
    };
    for (const one of joined) frames.splice(frames.indexOf(one), 1);
    frames.push(frame);
  }
  return frames;
}

function touches(level: Ruling, upright: Ruling): boolean {
  return (
    upright.at >= level.from - TOUCH &&
    upright.at <= level.to + TOUCH &&
    level.at >= upright.from - TOUCH &&
    level.at <= upright.to + TOUCH
  );
}

/** Columns without level lines: uprights that run along one another for most of the shorter one. */
function isBeside(a: Ruling, b: Ruling, touched: readonly Ruling[], frame: Frame): boolean {
  if (touched.length > 0 && frame.level.length > 0) return false;
  const along = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return along > COVERS * Math.min(a.to - a.from, b.to - b.from);
}

function latticeOf({ level, upright }: Frame): Lattice | null {
  const xs = edgesOf(upright.map(({ at }) => at));
  const tops = upright.map(({ from }) => from);
  const bottoms = upright.map(({ to }) => to);
  const ys = edgesOf([...level.map(({ at }) => at), Math.min(...tops), Math.max(...bottoms)]);
  const left = Math.min(...level.map(({ from }) => from));
  const right = Math.max(...level.map(({ to }) => to));
  // The outer edges need not be drawn.
  if (level.length > 0 && left < (xs[0] ?? 0) - 2 * SAME_EDGE) xs.unshift(left);
  if (level.length > 0 && right > (xs.at(-1) ?? 0) + 2 * SAME_EDGE) xs.push(right);
  if (xs.length < 3 || ys.length < 2) return null;
  const middle = (edges: readonly number[], at: number): [number, number] => [edges[at] ?? 0, edges[at + 1] ?? 0];
  const isDrawn = (lines: readonly Ruling[], at: number, [from, to]: [number, number]): boolean =>
    lines.some(
      (line) =>
        Math.abs(line.at - at) <= SAME_EDGE &&
        Math.min(line.to, to) - Math.max(line.from, from) >= COVERS * (to - from),
    );
  return {
    xs,
    ys,
    hasUpright: (y, column) =>
      upright.some((line) => Math.abs(line.at - (xs[column] ?? 0)) <= SAME_EDGE && y > line.from && y < line.to),
    hasLevel: (band, column) => isDrawn(level, ys[band] ?? 0, middle(xs, column)),
  };
}

function edgesOf(places: readonly number[]): number[] {
  const edges: { sum: number; count: number }[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last !== undefined && place - last.sum / last.count <= SAME_EDGE) {
      last.sum += place;
      last.count += 1;
    } else edges.push({ sum: place, count: 1 });
  }
  return edges.map(({ sum, count }) => sum / count);
}
