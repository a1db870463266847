import type { Memo } from "../model/record.ts";

/** A value of the memo as JSON has it. */
export type FieldValue = null | string | number | boolean | FieldValue[] | { [key: string]: FieldValue };

type LeafValue = string | boolean;

/** A filled leaf of the memo. */
export interface Field {
  /** JSON Pointer into the record: "/memo/items/0/response". */
  readonly pointer: string;
  readonly value: LeafValue;
}

/** All filled leaves at and below a place of the memo, in the order of the contract. */
export function fieldsAt(memo: Memo, pointer = "/memo"): Field[] {
  return collect(valueAt(memo, pointer) ?? null, pointer);
}

function collect(value: FieldValue, pointer: string): Field[] {
  if (value === null || typeof value === "number") return [];
  if (typeof value !== "object") return [{ pointer, value }];
  return Object.entries(value).flatMap(([key, child]) => collect(child, `${pointer}/${key}`));
}

/** What stands at a place of the memo; undefined where there is no such place. */
export function valueAt(memo: Memo, pointer: string): FieldValue | undefined {
  return keysOf(pointer).reduce(childOf, memo as FieldValue | undefined);
}

/** What stands below a value, by a pointer that begins there; "" is the value itself. */
export function valueBelow(value: FieldValue, pointer: string): FieldValue | undefined {
  return pointer
    .split("/")
    .slice(1)
    .reduce(childOf, value as FieldValue | undefined);
}

function childOf(node: FieldValue | undefined, key: string): FieldValue | undefined {
  return isParent(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** The memo with another value at a place that it has. */
export function withValue(memo: Memo, pointer: string, value: FieldValue): Memo {
  return replaced(memo as FieldValue, keysOf(pointer), value) as Memo;
}

function replaced(node: FieldValue, [key, ...rest]: readonly string[], value: FieldValue): FieldValue {
  if (key === undefined) return value;
  if (!isParent(node)) return node;
  const child = replaced(node[key] ?? null, rest, value);
  return Array.isArray(node)
    ? node.map((old, index) => (String(index) === key ? child : old))
    : { ...node, [key]: child };
}

function isParent(node: FieldValue | undefined): node is { readonly [key: string]: FieldValue } {
  return typeof node === "object" && node !== null;
}

/** The keys below "/memo". */
function keysOf(pointer: string): string[] {
  return pointer.split("/").slice(2);
}

/** Whether two values are the same JSON. */
export function isSame(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a leaf is, wherever it stands in its list: "/memo/items/0/response" is an "/memo/items/#/response". */
export function kindOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/#");
}

/** Leaves that hold the author's own sentences. */
export function isProse(pointer: string): boolean {
  return /\/(?:leadIn|text|response)$/.test(pointer);
}
