import type { Memo, MemoRecord } from "../model/record.ts";
import { type FieldValue, fieldsAt, valueAt, withValue } from "./fields.ts";
import { followFindings, isWithin } from "./follow-findings.ts";
import { retraceField, retraceList } from "./retrace-list.ts";
import { type TracedDoubt, type TracedField, type TracedRecord, traced } from "./traced-record.ts";

type Finding = MemoRecord["diagnostics"][number];

/** A record while decisions are carried out on it, one after the other. */
export class Revision {
  readonly machine: TracedRecord;
  memo: Memo;
  fields: Map<string, TracedField>;
  findings: Finding[];
  /** Words that nobody has looked at yet. */
  doubts: readonly TracedDoubt[];
  /** Raw offsets of corrections that a person found right. */
  readonly accepted = new Set<number>();

  constructor(record: MemoRecord) {
    this.machine = traced(record);
    this.memo = record.memo;
    this.fields = new Map(this.machine.fields);
    this.findings = [...record.diagnostics];
    this.doubts = this.machine.doubts;
  }

  valueAt(pointer: string): FieldValue | undefined {
    return valueAt(this.memo, pointer);
  }

  memoWith(pointer: string, value: FieldValue): Memo {
    return withValue(this.memo, pointer, value);
  }

  /** Gives a leaf or a list another value, keeping the trace of all that comes from what was read. */
  put(pointer: string, value: FieldValue): void {
    const olds = new Map([...this.fields].filter(([at]) => isWithin(at, pointer)));
    this.memo = this.memoWith(pointer, value);
    const { read } = this.machine;
    const leaves = fieldsAt(this.memo, pointer);
    const [leaf] = leaves;
    const news =
      leaf?.pointer === pointer
        ? new Map([[pointer, retraceField(read, olds.get(pointer), leaf.value)]])
        : retraceList(read, olds, leaves);
    if (!news.has(pointer) && !olds.has(pointer)) this.findings = followFindings(pointer, olds, news, this.findings);
    for (const at of olds.keys()) this.fields.delete(at);
    for (const [at, field] of news) this.fields.set(at, field);
  }

  /** A person answers for what stands there. */
  trust(pointer: string): void {
    for (const [at, field] of this.fields) {
      if (!isWithin(at, pointer)) continue;
      this.fields.set(at, { ...field, confidence: 1 });
      this.lookedAt(at, 0, field.text.length);
    }
    this.settle((finding) => finding.at !== undefined && isWithin(finding.at, pointer));
  }

  /** Words of a field are in doubt no more. UTF-16 offset and length in its text. */
  lookedAt(pointer: string, offset: number, length: number): void {
    const range = this.fields.get(pointer)?.text.rawRange(offset, offset + length);
    if (range === undefined || range === null) return;
    this.doubts = this.doubts.filter(({ start, end }) => start >= range.end || end <= range.start);
  }

  /** Findings that ask for nothing any more; they stay to be read. */
  settle(isSettled: (finding: Finding) => boolean): void {
    this.findings = this.findings.map((finding) => (isSettled(finding) ? { ...finding, severity: "info" } : finding));
  }
}
