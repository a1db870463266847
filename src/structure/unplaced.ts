import type { Diagnostic } from "../model/diagnostic.ts";
import type { TracedLine } from "../text/traced-lines.ts";
import type { Placement } from "./placement.ts";

/** Text of a line quoted in a finding is cut at this length. */
const LONGEST_QUOTE = 80;

/** A finding for each line that no rule took: text is never dropped in silence. */
export function unplacedText(lines: readonly TracedLine[], placement: Placement): Diagnostic[] {
  return placement.free(lines).map((line) => {
    const text = line.text.text;
    const quote = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
    return {
      severity: "warning",
      stage: "structure",
      code: "unplaced-text",
      message: `No field takes this line: "${quote}".`,
      page: line.page,
    };
  });
}
