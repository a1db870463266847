import type { Ruling } from "../../model/rulings.ts";

/** Lines this close to one height are one line drawn in parts, in points. */
const SAME_PLACE = 1.6;

/** Gaps of this many points within a line are a weak print, or the borders of neighbouring cells. */
const BROKEN = 6;

/** Lines drawn in parts as whole lines, by their place. */
export function mergedRulings(rulings: readonly Ruling[], shortest: number): Ruling[] {
  const groups: Ruling[][] = [];
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group !== undefined && ruling.at - (group[0]?.at ?? 0) <= SAME_PLACE) group.push(ruling);
    else groups.push([ruling]);
  }
  return groups.flatMap(mergedAlong).filter(({ from, to }) => to - from >= shortest);
}

function mergedAlong(group: readonly Ruling[]): Ruling[] {
  const merged: { at: number; from: number; to: number }[] = [];
  for (const { at, from, to } of [...group].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from - last.to <= BROKEN) last.to = Math.max(last.to, to);
    else merged.push({ at, from, to });
  }
  return merged;
}
