import type { FieldValue } from "../../revise/fields.ts";
import { dateInWords, parseDay, parseMonth } from "./dates.ts";
import { fieldKindOf } from "./field-model.ts";
import { formMissed } from "./grammar.ts";
import { language, texts } from "./texts.ts";

/** What is said about a value while it is typed. */
export interface EntryHint {
  readonly text: string;
  /** It cannot be stored so. */
  readonly isWrong: boolean;
  /** It is stored when asked for twice. */
  readonly isOdd: boolean;
}

/** The date that was typed, as the record has it; undefined where it is none. */
function dateIn(pointer: string, text: string): string | null | undefined {
  if (text.trim() === "") return null;
  return parseDay(text) ?? (pointer === "/memo/nextReview" ? parseMonth(text) : null) ?? undefined;
}

/** A date in words before it is stored; a paper, meeting or file reference that has not the form of one. */
export function hintOf(pointer: string, text: string): EntryHint | null {
  if (text.trim() === "") return null;
  if (fieldKindOf(pointer) === "date") {
    const date = dateIn(pointer, text);
    if (typeof date !== "string") return { text: texts.noDay, isWrong: true, isOdd: false };
    return { text: dateInWords(date, language), isWrong: false, isOdd: false };
  }
  const form = formMissed(pointer, text);
  return form === null ? null : { text: texts.forms[form], isWrong: false, isOdd: true };
}

/** What was typed, as the field's value. */
export function entered(pointer: string, text: string): FieldValue {
  if (fieldKindOf(pointer) === "date") return dateIn(pointer, text) ?? null;
  return text.trim() === "" ? null : text;
}

/** @param isAsked whether it was to be stored already */
export function Hint({ hint, isAsked }: { readonly hint: EntryHint; readonly isAsked: boolean }) {
  const kind = hint.isWrong || hint.isOdd ? "wrong" : "";
  return (
    <p class={`hint ${kind}`} role="status">
      {hint.text} {hint.isOdd && isAsked && <b>{texts.saveAnyway}</b>}
    </p>
  );
}
