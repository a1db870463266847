import type { RuleName } from "../model/edit.ts";
import { ruleOf } from "../text/segment.ts";
import type { Change } from "../text/traced-text.ts";

/** A correction as `repair --json` tells it. */
export interface PlacedCorrection {
  readonly rule: RuleName;
  readonly from: string;
  readonly to: string;
  readonly confidence: number;
  /** 1-based line of the input; for a word broken at a line end the line the break ends. */
  readonly line: number;
  /** 1-based, in UTF-16 units, of the first character of `from`. */
  readonly column: number;
}

/** Changes of a text with the place of each in the input. `changes` are in reading order. */
export function placeCorrections(raw: string, changes: readonly Change[]): PlacedCorrection[] {
  let line = 1;
  let lineStart = 0;
  let lineEnd = raw.indexOf("\n");
  return changes.map((change) => {
    const { start, from, to, confidence } = change;
    while (lineEnd !== -1 && lineEnd < start) {
      line += 1;
      lineStart = lineEnd + 1;
      lineEnd = raw.indexOf("\n", lineStart);
    }
    return { rule: ruleOf(change), from, to, confidence, line, column: start - lineStart + 1 };
  });
}
