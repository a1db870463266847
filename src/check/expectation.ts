import { z } from "zod";
import { type Checked, checkedBy, checkedJson } from "../evaluate/checked-json.ts";
import { type Difference, differencesBetween } from "../evaluate/differences.ts";
import { checkTruth, isWholeRecord, type Scorable } from "../evaluate/truth.ts";
import { FAILURES, type FailureCode } from "../model/failure.ts";
import { prettyJson } from "../model/pretty-json.ts";
import type { MemoRecord } from "../model/record.ts";

/**
 * What an input is expected to give: the code of a failure, or memos, each as a whole record or as a truth of only
 * some fields. A file that holds one memo may state it without a list.
 */
export interface Expectation {
  readonly failure: FailureCode | null;
  readonly memos: readonly Scorable[];
  readonly isList: boolean;
}

/** What an input gave. */
export type Outcome = { readonly failure: FailureCode } | { readonly records: readonly MemoRecord[] };

const failureSchema = z.enum(Object.keys(FAILURES) as [FailureCode, ...FailureCode[]]);

export function parseExpectation(json: string): Checked<Expectation> {
  return checkedJson<Expectation>(json, (value) => {
    if (typeof value === "string") {
      return mapped(checkedBy(failureSchema, value), (failure) => ({ failure, memos: [], isList: false }));
    }
    if (!Array.isArray(value)) {
      return mapped(checkTruth(value), (memo) => ({ failure: null, memos: [memo], isList: false }));
    }
    return mapped(everyOne(value), (memos) => ({ failure: null, memos, isList: true }));
  });
}

/** Where an outcome is not as expected; of several memos, pointers begin with the memo's index. */
export function compareOutcome(expectation: Expectation, outcome: Outcome): Difference[] {
  const records = "records" in outcome ? outcome.records : [];
  if ("failure" in outcome ? expectation.failure !== outcome.failure : expectation.failure !== null) {
    return [wholly("", told(expectation.failure, expectation.memos), told(failureOf(outcome), records))];
  }
  const count = Math.max(expectation.memos.length, records.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [expected, actual] = [expectation.memos[index], records[index]];
    const place = count > 1 ? `/${index}` : "";
    if (expected === undefined || actual === undefined) return [wholly(place, expected?.memo, actual?.memo)];
    return differencesBetween(expected, actual).map((difference) => ({
      ...difference,
      pointer: place + difference.pointer,
    }));
  });
}

/** The text of the file that expects an outcome; what the old one left unstated stays so. */
export function expectationText(outcome: Outcome, old: Expectation | null): string {
  return prettyJson(expectationValue(outcome, old));
}

function expectationValue(outcome: Outcome, old: Expectation | null): unknown {
  if ("failure" in outcome) return outcome.failure;
  const memos = outcome.records.map((record, index) => restated(record, old?.memos[index]));
  return memos.length === 1 && old?.isList !== true ? memos[0] : memos;
}

function restated(record: MemoRecord, old: Scorable | undefined): unknown {
  if (old === undefined || isWholeRecord(old)) return record;
  const fields = Object.keys(old.memo).map((name) => [name, record.memo[name as keyof MemoRecord["memo"]]]);
  return { ...old, memo: Object.fromEntries(fields) };
}

function everyOne(values: readonly unknown[]): Checked<Scorable[]> {
  const memos: Scorable[] = [];
  const faults = values.flatMap((value, index) => {
    const checked = checkTruth(value);
    if ("faults" in checked) return checked.faults.map((fault) => ({ ...fault, pointer: `/${index}${fault.pointer}` }));
    memos.push(checked.value);
    return [];
  });
  return faults.length > 0 ? { faults } : { value: memos };
}

function mapped<T, R>(checked: Checked<T>, change: (value: T) => R): Checked<R> {
  return "faults" in checked ? checked : { value: change(checked.value) };
}

function failureOf(outcome: Outcome): FailureCode | null {
  return "failure" in outcome ? outcome.failure : null;
}

function told(failure: FailureCode | null, memos: readonly unknown[]): string {
  return failure ?? (memos.length === 1 ? "a record" : `${memos.length} records`);
}

function wholly(pointer: string, expected: unknown, actual: unknown): Difference {
  const kind = expected === undefined ? "unexpected" : actual === undefined ? "missing" : "changed";
  return { pointer, kind, expected, actual, words: null, pages: [] };
}
