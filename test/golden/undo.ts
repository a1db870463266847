import type { MemoRecord } from "../../src/model/record.ts";

/** A record's text with its corrections undone, as the documents tell developers to do it. */
export function undone(record: MemoRecord, pointer: string): string {
  const corrections = record.corrections.filter((correction) => correction.at === pointer);
  return corrections
    .reverse()
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (text, { offset, from, to }) => text.slice(0, offset) + from + text.slice(offset + to.length),
      String(valueAt(record, pointer)),
    );
}

/** The value that a JSON Pointer without escapes leads to. */
export function valueAt(record: MemoRecord, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], record);
}
