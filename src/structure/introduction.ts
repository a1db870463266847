import type { Leaf } from "../text/memo-tree.ts";
import type { TracedLine } from "../text/traced-lines.ts";
import type { TracedText } from "../text/traced-text.ts";
import { answerHeading } from "./body/answer-heading.ts";
import { isLabel } from "./body/labels.ts";
import { leadStart } from "./body/passages.ts";
import { joinedText } from "./join-lines.ts";
import { textLeaf, valueLeaf } from "./leaf.ts";
import { lineStart } from "./line-start.ts";

export interface Introduction {
  readonly introduction: Leaf | null;
  readonly lines: readonly TracedLine[];
}

/** Longer than any introduction seen; what does not end by then is the report itself. */
const MOST_LINES = 8;

/**
 * The sentence that leads from the salutation to the quoted points: "folgende abschließende Information
 * kann zu oben genanntem Beschluss gegeben werden:". It ends with its colon, or where the points begin.
 */
export function parseIntroduction(body: readonly TracedLine[]): Introduction {
  const first = body[0];
  const limit = body.slice(0, MOST_LINES);
  const points = limit.findIndex((line) => beginsPoints(line));
  const before = points < 0 ? limit : limit.slice(0, points);
  const colon = before.findIndex((line) => /:$/u.test(line.text.text) || isFormulaEnd(line.text.text));
  const count = colon >= 0 ? colon + 1 : points >= 0 ? leadStart(before) : sentenceEnd(before);
  if (first === undefined || count === 0) return { introduction: null, lines: [] };
  const lines = body.slice(0, count);
  const text = withColon(joinedText(lines) ?? first.text);
  return { introduction: textLeaf(text, colon >= 0 ? 0.98 : 0.85), lines };
}

function beginsPoints(line: TracedLine): boolean {
  const text = line.text.text;
  const start = lineStart(text);
  const hasMarker = start.number !== null || start.sub !== null || start.opensAt !== null;
  return hasMarker || isLabel(line) || answerHeading(text) !== null;
}

/** The house formula's end with its colon misread: "… gegeben werden;". */
function isFormulaEnd(text: string): boolean {
  return /(?:gegeben werden|wie folgt|(?:[Ss]tellung|Auskunft)) ?[.;,]?$/u.test(text);
}

/** Without a colon or points: the first sentence, if it speaks of what the letter is about to tell. */
function sentenceEnd(lines: readonly TracedLine[]): number {
  const end = lines.findIndex((line) => /[.!]$/u.test(line.text.text)) + 1;
  const sentence = lines.slice(0, end).map((line) => line.text.text);
  return end <= 3 && ANNOUNCES.test(sentence.join(" ")) ? end : 0;
}

const ANNOUNCES =
  /\b(?:folgende[nrms]?|wie folgt|Zwischenstand|Sachstand|informier\p{Ll}+|mitteilen|beantworte[nt]?)\b/u;

/** The house formula ends with a colon; OCR makes a semicolon or comma of it. */
function withColon(text: TracedText): TracedText {
  if (!/(?:gegeben werden|wie folgt) ?[;,]$/u.test(text.text)) return text;
  const end = text.length;
  return text.apply([{ rule: "token", start: end - 1, end, after: ":", confidence: 0.95 }]);
}

const STATUS: readonly (readonly [RegExp, "final" | "interim"])[] = [
  [
    /\babschließende[nrms]?\b|\bAbschlussbericht\b|\babschließend (?:informier|berichte|mitteilen|mitgeteilt)|\b(?:informiere|berichte|teile)\p{L}* .{0,20}\babschließend\b/iu,
    "final",
  ],
  [
    /\bZwischen(?:stand|information|bericht|informationen|nachricht)\b|\baktuelle[rn]?\b.{0,20}\b(?:Stand|Sachstand|Information)|\bSachstand\b/iu,
    "interim",
  ],
];

/** "final" for a concluding report, "interim" for a state of affairs, as the introduction calls itself. */
export function reportStatusOf(introduction: Leaf | null): Leaf<"final" | "interim"> | null {
  if (introduction === null) return null;
  for (const [pattern, status] of STATUS) {
    const match = pattern.exec(introduction.value);
    if (match !== null) {
      return valueLeaf(status, introduction.text.slice(match.index, match.index + match[0].length), 0.98);
    }
  }
  return null;
}
