import type { Leaf } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { textLeaf } from "../leaf.ts";
import { folded, resembles } from "../likeness.ts";

const USUAL = "Mit freundlichen Grüßen";

/** Formulas that stay as they are, like the usual one though they look. */
const OTHERS = /^(?:Mit (?:besten|herzlichen|vielen) |Freundliche |Beste |Herzliche |Viele )Grüßen?$/u;

/**
 * The closing formula. Signatures are written across it: what is left of the usual one, whole or torn in
 * two ("MiM … chen Grüßen"), is given back; any other formula stays as read.
 */
export function closingOf(lines: readonly TracedLine[]): Leaf | null {
  const [first, second] = lines;
  if (first === undefined) return null;
  if (second !== undefined) return textLeaf(mendedHalves(first.text, second.text), 0.95);
  if (first.text.text === USUAL) return textLeaf(first.text, 0.99);
  const bare = first.text.text.replace(/[^\p{L}]+$/u, "");
  const text = first.text.slice(0, bare.length);
  if (bare === USUAL) return textLeaf(text, 0.98);
  const isUsual = !OTHERS.test(bare) && resembles(bare, USUAL, 0.4) && !folded(bare).endsWith("gruss");
  return textLeaf(isUsual ? replaced(text, 0, text.length, USUAL) : text, isUsual ? 0.97 : 0.9);
}

/**
 * The second half keeps its letters and the first half becomes what they lack; where the second is
 * damaged too, each half becomes half of the formula, since what stands between them is not the closing's.
 */
function mendedHalves(head: TracedText, tail: TracedText): TracedText {
  const text = TracedText.concat(head.read, [head, tail]);
  const kept = USUAL.endsWith(tail.text) ? tail.text : HALF;
  const missing = USUAL.slice(0, USUAL.length - kept.length);
  return text.apply([
    { rule: "gazetteer", start: 0, end: head.length, after: missing, confidence: 0.95 },
    ...(kept === tail.text
      ? []
      : [{ rule: "gazetteer", start: head.length, end: text.length, after: kept, confidence: 0.95 } as const]),
  ]);
}

const HALF = "lichen Grüßen";

function replaced(text: TracedText, start: number, end: number, after: string): TracedText {
  return text.apply([{ rule: "gazetteer", start, end, after, confidence: 0.95 }]);
}
