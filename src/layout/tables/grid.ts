import type { Box } from "../../model/box.ts";
import type { PlacedWord } from "../segment.ts";

/** A row of a table as found: what stands in each of its cells, in reading order. */
export interface FoundRow {
  readonly cells: readonly (readonly PlacedWord[])[];
  readonly boxes: readonly Box[];
}

/** A table found on a page. */
export interface FoundTable {
  /** Its extent: [x, y, width, height] in points. */
  readonly box: Box;
  readonly rows: readonly FoundRow[];
  readonly isUncertain: boolean;
}
