import type { ReadText } from "../text/read-text.ts";
import { TracedText } from "../text/traced-text.ts";
import { type Field, isProse, kindOf } from "./fields.ts";
import { sharesSource } from "./follow-findings.ts";
import { retrace } from "./retrace.ts";
import { cellsIn } from "./standing-marks.ts";
import type { TracedField } from "./traced-record.ts";

type Fields = ReadonlyMap<string, TracedField>;

/**
 * The leaves of a list that a person rearranged, traced to those it had: a leaf with an old one's value is that leaf,
 * and the words of other prose are looked for in the prose that is left.
 */
export function retraceList(read: ReadText, olds: Fields, leaves: readonly Field[]): Map<string, TracedField> {
  const fields = new Map<string, TracedField>();
  const left = new Map(olds);
  const fresh: Field[] = [];
  for (const leaf of leaves) {
    const same = [...left].find(
      ([pointer, old]) => old.value === leaf.value && lastKey(pointer) === lastKey(leaf.pointer),
    );
    if (same === undefined) fresh.push(leaf);
    else {
      fields.set(leaf.pointer, same[1]);
      left.delete(same[0]);
    }
  }
  for (const [pointer, field] of proseOf(read, left, fresh)) fields.set(pointer, field);
  for (const { pointer, value } of fresh) {
    if (!fields.has(pointer)) fields.set(pointer, retraceField(read, left.get(pointer), value));
  }
  return fields;
}

function proseOf(read: ReadText, left: Fields, fresh: readonly Field[]): [string, TracedField][] {
  const olds = [...left].filter(([pointer]) => isProse(pointer)).map(([, field]) => field);
  const leaves = fresh.filter(({ pointer }) => isProse(pointer));
  const texts = retrace(
    read,
    olds.map(({ text }) => text),
    leaves.map(({ value }) => String(value)),
  );
  return leaves.map(({ pointer, value }, index) => {
    const moved = { value, text: texts[index] ?? noText(read), confidence: 1 };
    return [pointer, { ...moved, confidence: confidenceOf(moved, left), ...cellsIn(moved.text, olds) }];
  });
}

/** Words that were only moved are no surer than where they stood; what a person alone wrote is sure. */
function confidenceOf(moved: TracedField, olds: Fields): number {
  const sources = [...olds.values()].filter((old) => sharesSource(moved, old));
  return Math.min(1, ...sources.map(({ confidence }) => confidence));
}

/** One leaf with a person's value. A value that is not its text (a date) keeps what it was understood from. */
export function retraceField(read: ReadText, old: TracedField | undefined, value: TracedField["value"]): TracedField {
  const text = old?.text ?? noText(read);
  if (typeof value !== "string" || (old !== undefined && old.value !== text.text))
    return { value, text, confidence: 1 };
  const retraced = retrace(read, [text], [value])[0] ?? text;
  return { value, text: retraced, confidence: 1, ...cellsIn(retraced, old === undefined ? [] : [old]) };
}

function noText(read: ReadText): TracedText {
  return TracedText.concat(read, []);
}

function lastKey(pointer: string): string {
  return kindOf(pointer).split("/").at(-1) ?? "";
}
