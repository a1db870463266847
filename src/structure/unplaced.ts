import type { Diagnostic } from "../model/diagnostic.ts";
import { regionsOf } from "../text/regions.ts";
import type { TracedLine } from "../text/traced-lines.ts";
import type { TracedText } from "../text/traced-text.ts";
import { BESIDE_PAPERS } from "./papers.ts";
import type { Place, Placement } from "./placement.ts";

/** Text of a line quoted in a finding is cut at this length. */
const LONGEST_QUOTE = 80;

/**
 * Text is never dropped in silence: a finding for each line that no rule took, and for words of a line whose
 * rule left them out.
 * @param texts what the memo's fields were understood from
 */
export function unplacedText(
  lines: readonly TracedLine[],
  placement: Placement,
  texts: readonly TracedText[],
): Diagnostic[] {
  const used = new UsedText(texts);
  return lines.flatMap((line) => {
    const place = placement.placeOf(line);
    if (place === null) return [finding("warning", "No field takes this line", line.text, line)];
    const rest = restOf(line, place, used);
    if (rest === null) return [];
    return [finding(place === "body" ? "warning" : "info", "No field takes this part of a line", rest, line)];
  });
}

/** Words of its labels that a place's lines hold besides their values. A place not listed here is no text at all. */
const LABELS: Partial<Record<Place, RegExp>> = {
  sender: /^$/u,
  recipient: /^$/u,
  heading: /^(?:Betreff|vom|\d+|Januar|Februar|März|April|Mai|Ju[nl]i|August|\p{Lu}\p{Ll}+ber)$/u,
  salutation: /^$/u,
  introduction: /^$/u,
  body: /^(?:Beschlusspunkt|Punkt|Frage|Ziffer|\d+)$/u,
  closing: /^$/u,
  signatures: /^(?:Kenntnisnahme|Vertretung|Auftrag)$/u,
  attachments: /^(?:Anlagen?)$/u,
};

/** From the first to the last word of a line that is in no field; null where all are. */
function restOf(line: TracedLine, place: Place, used: UsedText): TracedText | null {
  const labels = LABELS[place];
  if (labels === undefined) return null;
  const { text } = line.text;
  const left = [...text.matchAll(/[\p{L}\p{N}]{3,}/gu)].filter((word) => {
    const isLabel = labels.test(word[0]) || (place === "heading" && word[0].replace(BESIDE_PAPERS, "") === "");
    const range = line.text.rawRange(word.index, word.index + word[0].length);
    return !isLabel && range !== null && !used.touches(range);
  });
  const [first] = left;
  const last = left.at(-1);
  return first === undefined || last === undefined ? null : line.text.slice(first.index, last.index + last[0].length);
}

/** The places in the text as read that some fields were understood from. */
class UsedText {
  readonly #ranges: readonly { readonly start: number; readonly end: number }[];

  constructor(texts: readonly TracedText[]) {
    const ranges = texts.flatMap((text) => text.segments.filter((segment) => segment.start < segment.end));
    this.#ranges = ranges.sort((a, b) => a.start - b.start);
  }

  /**
   * Offsets of raw text, half-open. The second part of a cut correction has no raw text of its own, but begins
   * where the first part's ends.
   */
  touches({ start, end }: { start: number; end: number }): boolean {
    return this.#ranges.some((range) => range.start < end + 1 && start - 1 < range.end);
  }
}

function finding(severity: "warning" | "info", what: string, text: TracedText, line: TracedLine): Diagnostic {
  const quote = text.length > LONGEST_QUOTE ? `${text.text.slice(0, LONGEST_QUOTE)}…` : text.text;
  const regions = regionsOf(text);
  const where = regions.length === 0 ? {} : { regions };
  return {
    severity,
    stage: "structure",
    code: "unplaced-text",
    message: `${what}: "${quote}".`,
    page: line.page,
    ...where,
  };
}
