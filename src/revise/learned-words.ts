import type { Memo } from "../model/record.ts";
import type { Change } from "./event.ts";
import { type FieldValue, kindOf } from "./fields.ts";

/** A word or name: letters, with stops, hyphens and apostrophes in it, as in "Dr. Anna-Lena O'Hara". */
const WORD = /^\p{L}[\p{L}.'’ -]*\p{L}$/u;

/** The shortest word worth knowing, in characters. */
const SHORTEST = 3;

/**
 * The words and names that a decision confirms, for the archive's own list: names of those who signed, and words that
 * the machine took for misread and a person did not.
 */
export function learnedWords(change: Change): string[] {
  const words = change.act === "reject" ? change.correction.from.split(/\s+/u) : namesIn(change);
  return words
    .map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").normalize("NFC"))
    .filter((word) => word.length >= SHORTEST && WORD.test(word));
}

function namesIn({ act, field, new: value }: Change): string[] {
  if (act !== "set" && act !== "confirm") return [];
  if (kindOf(field) === "/memo/signatures/#/name") return typeof value === "string" ? [value] : [];
  const signatures = field === "/memo" ? (value as Memo | null)?.signatures : null;
  const listed = field === "/memo/signatures" ? (value as Memo["signatures"] | null) : signatures;
  return (listed ?? []).flatMap(({ name }: { name: FieldValue }) => (typeof name === "string" ? [name] : []));
}
