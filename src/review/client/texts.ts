import { kindOf } from "../../revise/fields.ts";
import type { Finding } from "./field-model.ts";
import { GERMAN, type Texts } from "./texts-de.ts";
import { ENGLISH } from "./texts-en.ts";

const params = new URLSearchParams(location.search);
const asked = params.get("lang") ?? document.documentElement.lang;

export const language = asked === "en" ? "en" : "de";
document.documentElement.lang = language;

/** What the page says, in the language asked for. */
export const texts: Texts = language === "en" ? ENGLISH : GERMAN;

export function labelOf(pointer: string): string {
  return texts.fields[kindOf(pointer)] ?? pointer;
}

/** A label that tells entries of a list apart: "Antwort 2". */
export function fullLabelOf(pointer: string): string {
  const [first] = /\d+/.exec(pointer) ?? [];
  return first === undefined ? labelOf(pointer) : `${labelOf(pointer)} ${Number(first) + 1}`;
}

export function messageOf({ code, message }: Finding): string {
  return texts.codes[code] ?? message;
}

/** A day as people of the language write it; as it is where it is none. */
export function dayOf(date: string): string {
  const [year, month, day] = date.split("-");
  if (language === "en" || day === undefined) return date;
  return `${day}.${month}.${year}`;
}

export function valueText(value: unknown): string {
  return texts.values[String(value)] ?? String(value);
}
