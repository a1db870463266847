import type { RuleName } from "../model/edit.ts";
import { append } from "../model/long-lists.ts";
import type { Correction, Evidence, MemoRecord } from "../model/record.ts";
import type { Leaf } from "../text/memo-tree.ts";
import type { ReadText } from "../text/read-text.ts";
import { TracedText } from "../text/traced-text.ts";
import { fieldsAt } from "./fields.ts";

/**
 * A value and the text it came from; `text` is empty where a person alone gave the value. Doubts are none of a field's:
 * they are kept by what was read, so that they go with their words wherever these go.
 */
export type TracedField = Omit<Leaf<string | boolean>, "doubts"> & {
  /** Where a person took the value from, on paper. */
  readonly pointedAt?: Evidence["regions"];
};

/** A correction of the machine's and the raw text it replaced; UTF-16 offsets into the record's raw text. */
interface TracedCorrection {
  readonly correction: Correction;
  readonly start: number;
  readonly end: number;
}

/** A part of the raw text and the evidence it is the raw text of. */
interface TracedEvidence {
  readonly evidence: Evidence;
  readonly start: number;
  readonly end: number;
}

/** A word that asks for a look, as a range of the record's raw text. */
export interface TracedDoubt {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** A machine's record, its text values traced to what was read, as they were when the record was built. */
export interface TracedRecord {
  readonly read: ReadText;
  readonly fields: ReadonlyMap<string, TracedField>;
  readonly corrections: readonly TracedCorrection[];
  readonly evidence: readonly TracedEvidence[];
  readonly doubts: readonly TracedDoubt[];
}

/** All raw texts of a record stand in one text, so that words can move from one field to another and keep their trace. */
export function traced(record: MemoRecord): TracedRecord {
  const leaves = fieldsAt(record.memo).map((field) => ({ ...field, evidence: evidenceAt(record, field.pointer) }));
  const read: ReadText = { raw: leaves.map(({ evidence }) => evidence.raw).join("\n"), lines: [] };
  const whole = TracedText.of(read);
  const fields = new Map<string, TracedField>();
  const corrections: TracedCorrection[] = [];
  const parts: TracedEvidence[] = [];
  const doubts: TracedDoubt[] = [];
  let start = 0;
  for (const { pointer, value, evidence } of leaves) {
    const end = start + evidence.raw.length;
    const own = placed(record.corrections, pointer, start);
    const text = corrected(whole, own, start, end);
    const isFaithful = text.text === value;
    const { confidence, cells } = evidence;
    fields.set(pointer, {
      value,
      text: isFaithful ? text : whole.slice(start, end),
      confidence,
      ...(cells && { cells }),
    });
    if (isFaithful) append(corrections, own);
    append(doubts, tracedDoubts(evidence, isFaithful ? text : null, start, end));
    parts.push({ evidence, start, end });
    start = end + 1;
  }
  return { read, fields, corrections, evidence: parts, doubts };
}

/** @param text the field's; null where its value is not its text: then all that was read is in doubt */
function tracedDoubts({ doubts = [] }: Evidence, text: TracedText | null, start: number, end: number): TracedDoubt[] {
  return doubts.flatMap(({ offset, length, reason }) => {
    const range = text === null ? { start, end } : text.rawRange(offset, offset + length);
    return range === null ? [] : [{ ...range, reason }];
  });
}

function evidenceAt(record: MemoRecord, pointer: string): Evidence {
  return record.evidence[pointer] ?? { raw: "", confidence: 1, regions: [] };
}

/** A field's corrections, in the text's order, with the raw range of each. */
function placed(corrections: readonly Correction[], pointer: string, rawStart: number): TracedCorrection[] {
  let shift = 0;
  return corrections
    .filter((correction) => correction.at === pointer)
    .sort((a, b) => a.offset - b.offset)
    .map((correction) => {
      const start = rawStart + correction.offset + shift;
      shift += correction.from.length - correction.to.length;
      return { correction, start, end: start + correction.from.length };
    });
}

/** Raw text with corrections made again, through the same applier. */
function corrected(
  whole: TracedText,
  corrections: readonly TracedCorrection[],
  start: number,
  end: number,
): TracedText {
  const pieces: TracedText[] = [];
  let done = start;
  for (const { correction, start: from, end: until } of corrections) {
    pieces.push(whole.slice(done, from), edited(whole.slice(from, until), correction));
    done = until;
  }
  return TracedText.concat(whole.read, [...pieces, whole.slice(done, end)]);
}

function edited(text: TracedText, { rule, to, confidence }: Correction): TracedText {
  return text.apply([{ rule: rule as RuleName, start: 0, end: text.length, after: to, confidence }]);
}
