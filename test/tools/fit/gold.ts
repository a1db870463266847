import { type Label, LONGEST, labelIndex, mayFollow } from "../../../src/structure/decoder/labels.ts";
import { type Lattice, numberFeatures, type Step, WIDEST } from "../../../src/structure/decoder/lattice.ts";
import type { TrueLabel } from "./label-pieces.ts";

/** The true path through a lattice: its steps, and which pieces within them are page furniture. */
export interface Gold {
  readonly steps: readonly Step[];
  readonly isFurniture: readonly boolean[];
}

/** Runs of one leaf are its segments; furniture belongs to the segment above it. Null where no path goes so. */
export function goldOf(lattice: Lattice, truth: readonly TrueLabel[]): Gold | { readonly problem: string } {
  const isFurniture = truth.map(({ label }) => label === "furniture");
  const cuts = [...lattice.cuts];
  const segments: { from: number; label: Label; leaf: string }[] = [];
  truth.forEach((label, at) => {
    if (label.label === "furniture") return;
    const last = segments.at(-1);
    const isSame =
      last !== undefined && (last.leaf === label.leaf || (last.label === label.label && JOINED.has(label.label)));
    const piecesOfLast = last === undefined ? 0 : at - last.from;
    const isReached =
      last !== undefined && cuts.indexOf(at) >= 0 && cuts.indexOf(at) - cuts.indexOf(last.from) >= WIDEST - 12;
    if (isSame && !isReached && piecesOfLast < (LONGEST[labelIndex(label.label)] as number)) return;
    segments.push({ from: at, label: label.label, leaf: label.leaf });
  });
  const steps: Step[] = [];
  let l = 0;
  let before = labelIndex("furniture");
  for (const [index, { from, label }] of segments.entries()) {
    const to = segments[index + 1]?.from ?? lattice.size;
    const b = labelIndex(label);
    if (!mayFollow(before, b)) return { problem: `${label} after ${segments[index - 1]?.label}` };
    const [c, d] = [cuts.indexOf(from), cuts.indexOf(to)];
    if (c < 0 || d < 0) return { problem: `no cut at ${c < 0 ? from : to}` };
    if (d - c > WIDEST || to - from > (LONGEST[b] as number)) return { problem: `too long: ${label}` };
    const isBody = ["label", "answerReference", "leadIn", "clause", "response", "nextReview"].includes(label);
    const start = isBody ? l : 0;
    const after = isBody ? numberFeatures(lattice, b, from, to, start, () => undefined) : 0;
    steps.push({ from: c, to: d, label: b, before: start, after });
    if (isBody) l = after;
    before = b;
  }
  return steps.length === 0 ? { problem: "no labels" } : { steps, isFurniture };
}

/** Neighbouring pieces of these are one segment even where the labelling tells them apart. */
const JOINED: ReadonlySet<Label> = new Set(["annex", "date", "fileReference", "heading", "confidential", "noted"]);
