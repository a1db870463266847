import type { Memo } from "../model/record.ts";
import { type FieldValue, isSame, kindOf, valueAt } from "./fields.ts";
import { wordsOf } from "./words.ts";

/** Two texts with a lower share of common words are not the same text read twice. */
const SAME_TEXT = 0.5;

/**
 * Where a field stands that an event names: lists may have got other entries since. The place named if it still holds
 * the value, else the leaf of the same kind that does, else the most similar one; null where nothing is like it.
 */
export function anchorOf(memo: Memo, pointer: string, known: readonly FieldValue[]): string | null {
  const here = valueAt(memo, pointer);
  if (here !== undefined && (!/\/\d/.test(pointer) || known.some((value) => isSame(value, here)))) return pointer;
  let best: { readonly pointer: string; readonly likeness: number } | null = null;
  for (const candidate of placesLike(memo, pointer)) {
    const value = valueAt(memo, candidate) ?? null;
    const likeness = Math.max(...known.map((one) => likenessOf(one, value)));
    if (likeness >= SAME_TEXT && likeness > (best?.likeness ?? 0)) best = { pointer: candidate, likeness };
  }
  return best?.pointer ?? null;
}

/** All places of the memo of the same kind as a pointer, filled or not, the place itself first. */
function placesLike(memo: Memo, pointer: string): string[] {
  const pattern = kindOf(pointer).split("/").slice(2);
  const places = expand(memo as FieldValue, pattern, "/memo");
  return places.sort((a, b) => Number(b === pointer) - Number(a === pointer));
}

function expand(node: FieldValue, [key, ...rest]: readonly string[], pointer: string): string[] {
  if (key === undefined) return [pointer];
  if (node === null || typeof node !== "object") return [];
  const entries = Object.entries(node).filter(([name]) => (key === "#" ? Array.isArray(node) : name === key));
  return entries.flatMap(([name, child]) => expand(child, rest, `${pointer}/${name}`));
}

/** Dice's coefficient of the words of two texts, 0 to 1; other values are alike or not. */
function likenessOf(a: FieldValue, b: FieldValue): number {
  if (a === null || b === null) return 0;
  if (typeof a !== "string" || typeof b !== "string") return isSame(a, b) ? 1 : 0;
  const left = wordsOf(a).map((word) => word.text);
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  const right = wordsOf(b);
  for (const { text } of right) {
    const count = counts.get(text) ?? 0;
    if (count > 0) common += 1;
    counts.set(text, count - 1);
  }
  return left.length + right.length === 0 ? 1 : (2 * common) / (left.length + right.length);
}
