import type { Diagnostic } from "../../model/diagnostic.ts";
import type { MemoTree } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { isUnread } from "../noise.ts";
import type { Placement } from "../placement.ts";
import type { Zones } from "../zones.ts";
import { parseAttachments } from "./attachments.ts";
import type { LetterFacts } from "./inferred-name.ts";
import { isScribble, signatureLikeness } from "./signature-lines.ts";
import { parseSignatures } from "./signatures.ts";

/** What stands below the closing, and signatures right above it. */
export interface Tail extends Pick<MemoTree, "signatures" | "attachments"> {
  readonly diagnostics: readonly Diagnostic[];
}

/** Signatures and their scribble stand within this many lines below the closing. */
const MOST_SIGNATURE_LINES = 80;

/** Lines without a place from which on a letter's end is taken for an annex, not for scribble. */
const FEWEST_ANNEX_LINES = 8;

/** Reads signatures and the list of attachments; what goes on after them is an annex. */
export function parseTail(zones: Zones, placement: Placement, facts: LetterFacts): Tail {
  const { attachments, lines: listed } = parseAttachments(zones.tail);
  placement.place(listed, "attachments");
  const listEnd = listed.at(-1)?.index ?? Number.POSITIVE_INFINITY;
  const block = placement.free(zones.tail.slice(0, MOST_SIGNATURE_LINES));
  const before = block.filter((line) => line.index < listEnd || signatureLikeness(line) === "surely");
  const { signatures, lines: signed, diagnostics } = parseSignatures(before, zones.closing.at(-1), facts);
  placement.place(signed, "signatures");
  placement.place(before.filter(isStrokes), "dirt");
  const annex = annexOf(placement.free(zones.tail), listEnd, signed);
  placement.place(annex, "annex");
  return {
    signatures,
    attachments,
    diagnostics: annex.length === 0 ? diagnostics : [...diagnostics, annexFound(annex)],
  };
}

/** A signature's strokes as OCR reads them: a few signs without a word, or words of no confidence. */
function isStrokes(line: TracedLine): boolean {
  const text = line.text.text;
  return isUnread(line) || isScribble(line) || text.replace(/[^\p{L}\d]/gu, "").length <= 3;
}

function annexOf(free: readonly TracedLine[], listEnd: number, signed: readonly TracedLine[]): TracedLine[] {
  const afterList = free.filter((line) => line.index > listEnd);
  if (afterList.length > 0) return afterList;
  const lastSigned = signed.at(-1)?.index ?? -1;
  const rest = free.filter((line) => line.index > lastSigned);
  return rest.length >= FEWEST_ANNEX_LINES ? rest : [];
}

function annexFound(lines: readonly TracedLine[]): Diagnostic {
  const page = lines[0]?.page;
  const message = `${lines.length} lines after the letter's end were taken for an annex and left out.`;
  return { severity: "info", stage: "structure", code: "annex-text", message, ...(page === undefined ? {} : { page }) };
}
