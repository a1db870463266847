import type { Doubt, MemoRecord } from "../../model/record.ts";
import { type Finding, fieldValue, openFindings, shownFields } from "./field-model.ts";

/** A place that asks a person to look. */
export type Stop = WordStop | FieldStop | FindingStop;

export interface WordStop {
  readonly kind: "word";
  readonly id: string;
  readonly pointer: string;
  readonly doubt: Doubt;
  readonly text: string;
}

interface FieldStop {
  readonly kind: "field";
  readonly id: string;
  readonly pointer: string;
}

/** A finding on no field that the form shows. */
interface FindingStop {
  readonly kind: "finding";
  readonly id: string;
  readonly finding: Finding;
}

/** All that asks for a look in a record, in the order in which the form shows it. */
export function stopsOf(record: MemoRecord): Stop[] {
  const shown = new Set(shownFields(record.memo));
  const apart = findingsApart(record, shown);
  const whole = apart.filter(({ at }) => itemOf(at) === null);
  let lastItem: string | null = null;
  const inFields = [...shown].flatMap((pointer): Stop[] => {
    const item = itemOf(pointer);
    const isNewItem = item !== null && item !== lastItem;
    lastItem = item;
    const onItem = isNewItem ? apart.filter(({ at }) => itemOf(at) === item).map(findingStop) : [];
    return [...onItem, ...wordStops(record, pointer), ...fieldStops(record, pointer)];
  });
  return [...whole.map(findingStop), ...inFields];
}

/** Findings that no field of the form shows: on the record, on an item as a whole, on a field that is not there. */
export function findingsApart(record: MemoRecord, shown = new Set(shownFields(record.memo))): Finding[] {
  return record.diagnostics.filter(({ at, severity }) => severity !== "info" && (at === undefined || !shown.has(at)));
}

/** The item that a place is in; null for a place in none. */
export function itemOf(pointer: string | undefined): string | null {
  return /^\/memo\/items\/\d+/u.exec(pointer ?? "")?.[0] ?? null;
}

/** Codes that say no more than the doubts by the word beside them. */
const ON_WORDS: ReadonlySet<string> = new Set(["word-uncertain", "field-uncertain", "name-uncertain"]);

export function doubtsAt(record: MemoRecord, pointer: string): readonly Doubt[] {
  return record.evidence[pointer]?.doubts ?? [];
}

function wordStops(record: MemoRecord, pointer: string): WordStop[] {
  const value = String(fieldValue(record, pointer) ?? "");
  return doubtsAt(record, pointer).map((doubt) => {
    const text = value.slice(doubt.offset, doubt.offset + doubt.length);
    return { kind: "word", id: `word ${pointer} ${text}`, pointer, doubt, text };
  });
}

function fieldStops(record: MemoRecord, pointer: string): FieldStop[] {
  const hasDoubts = doubtsAt(record, pointer).length > 0;
  const asks = openFindings(record, pointer).some(({ code }) => !hasDoubts || !ON_WORDS.has(code));
  return asks ? [{ kind: "field", id: `field ${pointer}`, pointer }] : [];
}

export function findingId({ code, message, at = "", page = 0 }: Finding): string {
  return `finding ${code} ${at} ${page} ${message}`;
}

function findingStop(finding: Finding): FindingStop {
  return { kind: "finding", id: findingId(finding), finding };
}
