import type { Diagnostic } from "../model/diagnostic.ts";
import type { PlacedLeaf } from "../text/leaves.ts";

/**
 * Fields that nothing else in the letter or in any list confirms. Names, closings and dates are held against
 * rosters, formulas and the calendar, and flagged where that fails.
 */
const UNCONFIRMED = /^\/memo\/(?:office|recipient|fileReference|subject|references\/.*|attachments\/.*)$/u;

/** On scans of real letters six of ten such leaves below this confidence were wrong, and none of 164 above it. */
const DOUBTFUL = 0.66;

/** Read with so little confidence that a person should look. */
export function uncertainFields(leaves: readonly PlacedLeaf[]): Diagnostic[] {
  return leaves
    .filter(({ pointer, leaf }) => UNCONFIRMED.test(pointer) && leaf.confidence < DOUBTFUL)
    .map(({ pointer }) => ({
      severity: "warning",
      stage: "structure",
      code: "field-uncertain",
      message: "This field was read with little confidence.",
      at: pointer,
    }));
}
