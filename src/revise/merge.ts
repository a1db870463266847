import type { Memo } from "../model/record.ts";
import { type FieldValue, isProse, isSame } from "./fields.ts";
import { mergeItems } from "./items.ts";
import { type Merged, mergeTexts } from "./words.ts";

/**
 * A person's change from `base` to `ours`, made on a field that now reads `theirs`. Prose and items keep what others
 * changed elsewhere in them; any other value is one thing, and the person's stands.
 */
export function mergeField(
  pointer: string,
  base: FieldValue,
  ours: FieldValue,
  theirs: FieldValue,
): Merged<FieldValue> {
  if (isSame(base, theirs) || isSame(ours, theirs)) return { value: ours, isClean: true };
  if (pointer === "/memo/items") {
    return mergeItems(base as Memo["items"], ours as Memo["items"], theirs as Memo["items"]) as Merged<FieldValue>;
  }
  if (isProse(pointer) && typeof base === "string" && typeof ours === "string" && typeof theirs === "string") {
    return mergeTexts(base, ours, theirs);
  }
  return { value: ours, isClean: false };
}
