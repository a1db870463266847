import type { Memo } from "../../model/record.ts";
import { kindOf } from "../../revise/fields.ts";
import { Refused } from "./source.ts";
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

/** A label that tells entries of a list apart, clauses by the number that they bear: "Punkt 2a", "Antwort 3". */
export function labelIn(memo: Memo, pointer: string): string {
  const label = labelOf(pointer);
  const [, item, clause] = /^\/memo\/items\/(\d+)\/clauses\/(\d+)/.exec(pointer) ?? [];
  if (item !== undefined && clause !== undefined) {
    const number = memo.items[Number(item)]?.clauses[Number(clause)]?.number ?? null;
    const name = pointer.endsWith("/number") ? texts.clauseNumber : label;
    return number === null ? `${name} (${countedClause(memo, Number(item), Number(clause))}.)` : `${name} ${number}`;
  }
  const [first] = /\d+/.exec(pointer) ?? [];
  return first === undefined ? label : `${label} ${Number(first) + 1}`;
}

/** Which of all clauses of the letter one is, from 1. */
function countedClause(memo: Memo, item: number, clause: number): number {
  return memo.items.slice(0, item).reduce((sum, { clauses }) => sum + clauses.length, clause + 1);
}

export function messageOf({ code, message }: { readonly code: string; readonly message: string }): string {
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

/** A field's value as it is shown, and as it is typed. */
export function shownValue(pointer: string, value: string): string {
  return /\/(?:date|nextReview)$/.test(pointer) ? dayOf(value) : value;
}

/** What went wrong, in the page's language. */
export function errorText(error: unknown): string {
  if (error instanceof Refused) {
    return error.reason === "failed" ? `${texts.errors.failed}: ${error.message}` : texts.errors[error.reason];
  }
  if (error instanceof TypeError) return texts.errors.offline;
  return error instanceof Error ? error.message : String(error);
}
