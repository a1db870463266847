import type { Memo, MemoRecord } from "../model/record.ts";
import { type FieldValue, fieldsAt, valueAt, withValue } from "./fields.ts";
import { retraceField, retraceList } from "./retrace-list.ts";
import { type TracedField, type TracedRecord, traced } from "./traced-record.ts";

type Finding = MemoRecord["diagnostics"][number];

/** A record while decisions are carried out on it, one after the other. */
export class Revision {
  readonly machine: TracedRecord;
  memo: Memo;
  fields: Map<string, TracedField>;
  findings: Finding[];
  /** Raw offsets of corrections that a person found right. */
  readonly accepted = new Set<number>();

  constructor(record: MemoRecord) {
    this.machine = traced(record);
    this.memo = record.memo;
    this.fields = new Map(this.machine.fields);
    this.findings = [...record.diagnostics];
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
    this.#follow(pointer, olds, news);
    for (const at of olds.keys()) this.fields.delete(at);
    for (const [at, field] of news) this.fields.set(at, field);
  }

  /** A person answers for what stands there. */
  trust(pointer: string): void {
    for (const [at, { doubts: _settled, ...field }] of this.fields) {
      if (isWithin(at, pointer)) this.fields.set(at, { ...field, confidence: 1 });
    }
    this.settle((finding) => finding.at !== undefined && isWithin(finding.at, pointer));
  }

  /** Findings that ask for nothing any more; they stay to be read. */
  settle(isSettled: (finding: Finding) => boolean): void {
    this.findings = this.findings.map((finding) => (isSettled(finding) ? { ...finding, severity: "info" } : finding));
  }

  /** Findings go with their leaf; those of leaves that are no more are settled. */
  #follow(pointer: string, olds: ReadonlyMap<string, TracedField>, news: ReadonlyMap<string, TracedField>): void {
    if (news.has(pointer) || olds.has(pointer)) return;
    const placeOf = new Map([...news].map(([at, field]) => [field, at]));
    this.findings = this.findings.map((finding) => {
      if (finding.at === undefined || !isWithin(finding.at, pointer) || finding.at === pointer) return finding;
      const field = olds.get(finding.at);
      const at = field === undefined ? undefined : placeOf.get(field);
      return at === undefined ? { ...finding, severity: "info", at: pointer } : { ...finding, at };
    });
  }
}

function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
