import { kindOf } from "../../revise/fields.ts";

/** What kind of text a field holds that has a form of its own. */
export type Form = "paper" | "meeting" | "fileReference";

/** How the city writes papers ("V2072/23", "mAF0013/09", "V-BW0091/21"), meetings ("SR/049/2023") and file references. */
const FORMS: Readonly<Record<string, readonly [Form, RegExp]>> = {
  "/memo/references/#/paper": ["paper", /^\p{L}{1,4}(?:-\p{L}{1,4})?\s?\d{3,5}(?:-\d{1,4})?\/\d{2}(?:\d{2})?$/u],
  "/memo/references/#/meeting": ["meeting", /^\p{L}{1,6}(?:[ -]\p{L}{1,6})?\/\d{1,3}\/\d{4}$/u],
  "/memo/fileReference": ["fileReference", /^(?=.*\d)[\p{L}\d(][\p{L}\d().,:/ -]{1,60}$/u],
};

/** The form that a field's value should have, and has not; null where there is none, or it has it. */
export function formMissed(pointer: string, value: string): Form | null {
  const [form, pattern] = FORMS[kindOf(pointer)] ?? [];
  return form === undefined || pattern === undefined || pattern.test(value.trim()) ? null : form;
}
