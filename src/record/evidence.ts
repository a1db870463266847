import type { Correction, Evidence } from "../model/record.ts";
import { placedCellsOf } from "../text/cells.ts";
import type { PlacedLeaf } from "../text/leaves.ts";
import { regionsOf } from "../text/regions.ts";
import { ruleOf, type Segment } from "../text/segment.ts";
import type { TracedText } from "../text/traced-text.ts";

/** What a leaf was understood from. */
export function evidenceOf({ leaf }: PlacedLeaf): Evidence {
  return {
    raw: leaf.text.segments.map((segment) => rawOf(leaf.text, segment)).join(""),
    confidence: rounded(leaf.confidence),
    regions: plainRegions(leaf.text),
    ...marksOf(leaf),
  };
}

/** Parts of the value that are pointed at; absent where there are none. */
function marksOf({ value, text, doubts = [], ...leaf }: PlacedLeaf["leaf"]): Pick<Evidence, "doubts" | "cells"> {
  const cells = leaf.cells ?? (value === text.text ? placedCellsOf(text) : []);
  return {
    ...(doubts.length === 0 ? {} : { doubts: [...doubts] }),
    ...(cells.length === 0 ? {} : { cells: [...cells] }),
  };
}

/** The regions of a text, mutable as the schema's type is. */
function plainRegions(text: TracedText): Evidence["regions"] {
  return regionsOf(text).map(({ page, box }) => ({ page, box: [...box] }));
}

/** A segment as read, laid out as in the value: layout stays, edits are undone. */
function rawOf(text: TracedText, segment: Segment): string {
  return segment.kind === "layout" ? segment.text : text.read.raw.slice(segment.start, segment.end);
}

/** A correction and where its source stands in the raw text, for putting them into reading order. */
export interface PlacedCorrection {
  readonly correction: Correction;
  readonly rawStart: number;
}

/**
 * The changes in a leaf's text; of a leaf whose value is not its text (a date) those that completed it.
 * Invariant: replacing, from the last to the first, `to` at `offset` by `from` gives `evidence[at].raw`.
 */
export function correctionsOf({ pointer, leaf }: PlacedLeaf): PlacedCorrection[] {
  const isText = leaf.value === leaf.text.text;
  const corrections: PlacedCorrection[] = [];
  let offset = 0;
  for (const segment of leaf.text.segments) {
    const from = rawOf(leaf.text, segment);
    if (from !== segment.text && (isText || segment.rules.includes("date-completed"))) {
      corrections.push({
        rawStart: segment.start,
        correction: {
          rule: ruleOf(segment),
          from,
          to: segment.text,
          confidence: rounded(segment.confidence),
          at: pointer,
          offset,
          regions: plainRegions(leaf.text.slice(offset, offset + segment.text.length)),
        },
      });
    }
    offset += segment.text.length;
  }
  return corrections;
}

/** Three decimals: more would only show noise, and differ between machines. */
function rounded(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 1000) / 1000;
}
