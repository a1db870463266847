import type { Memo, MemoRecord } from "../../model/record.ts";
import { type FieldValue, kindOf, valueAt } from "../../revise/fields.ts";

/** How a field is edited. */
type FieldKind = "line" | "prose" | "date" | "choice";

const CHOICES: Readonly<Record<string, readonly (string | boolean | null)[]>> = {
  "/memo/kind": ["Beschlusskontrolle", "Anfrage", "Vorschlag", "Stellungnahme", "Sonstiges"],
  "/memo/confidential": [true, false, null],
  "/memo/reportStatus": ["final", "interim", null],
  "/memo/items/#/fulfilment": ["fulfilled", "partly-fulfilled", "not-fulfilled", null],
  "/memo/signatures/#/capacity": ["signed", "noted", null],
};

const PROSE = /\/(?:subject|recipient|introduction|leadIn|text|response)$|^\/memo\/attachments\//;

export function fieldKindOf(pointer: string): FieldKind {
  if (choicesOf(pointer).length > 0) return "choice";
  if (/\/(?:date|nextReview)$/.test(pointer)) return "date";
  return PROSE.test(pointer) ? "prose" : "line";
}

export function choicesOf(pointer: string): readonly (string | boolean | null)[] {
  return CHOICES[kindOf(pointer)] ?? [];
}

export type Finding = MemoRecord["diagnostics"][number];
export type Correction = MemoRecord["corrections"][number];

/** Findings on a field that ask for a person. */
export function openFindings(record: MemoRecord, pointer: string): Finding[] {
  return record.diagnostics.filter(({ at, severity }) => at === pointer && severity !== "info");
}

/** One scale for field, record and list: what asks for a look is a finding or a doubtful word, nothing else. */
export function isDoubtful(record: MemoRecord, pointer: string): boolean {
  const doubts = record.evidence[pointer]?.doubts ?? [];
  return doubts.length > 0 || openFindings(record, pointer).length > 0;
}

/** A field's corrections in its text's order. */
export function correctionsAt(record: MemoRecord, pointer: string): Correction[] {
  return record.corrections.filter(({ at }) => at === pointer).sort((a, b) => a.offset - b.offset);
}

/** All fields that the form shows, in its order; empty ones that a person may want to fill are among them. */
export function shownFields(memo: Memo): string[] {
  const head = ["kind", "confidential", "authority", "office", "recipient", "fileReference", "date"];
  const middle = ["subject", "salutation", "introduction", "reportStatus"];
  return [
    ...head.map((key) => `/memo/${key}`),
    ...memo.references.flatMap((_, index) => entry(`/memo/references/${index}`, ["paper", "meeting"])),
    ...middle.map((key) => `/memo/${key}`),
    ...memo.items.flatMap((item, index) => itemFields(item, `/memo/items/${index}`)),
    "/memo/nextReview",
    "/memo/closing",
    ...memo.signatures.flatMap((_, index) => entry(`/memo/signatures/${index}`, ["name", "role", "capacity"])),
    ...memo.attachments.map((_, index) => `/memo/attachments/${index}`),
  ];
}

function itemFields(item: Memo["items"][number], pointer: string): string[] {
  return [
    ...(item.leadIn === null ? [] : [`${pointer}/leadIn`]),
    ...item.clauses.flatMap((_, index) => entry(`${pointer}/clauses/${index}`, ["number", "text"])),
    `${pointer}/response`,
    `${pointer}/fulfilment`,
  ];
}

function entry(pointer: string, keys: readonly string[]): string[] {
  return keys.map((key) => `${pointer}/${key}`);
}

export function fieldValue(record: MemoRecord, pointer: string): FieldValue {
  return valueAt(record.memo, pointer) ?? null;
}

/** The text of a line that no field took, as its finding quotes it. */
export function quotedText({ message }: Finding): string {
  return /: "(.*)"\.$/su.exec(message)?.[1] ?? message;
}
