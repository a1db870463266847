import type { Fault } from "../evaluate/checked-json.ts";
import type { Difference } from "../evaluate/differences.ts";
import { printable } from "./printable.ts";

const LONGEST = 160;

/** A JSON value on one line, safe to show, cut where it is long. */
export function valueText(value: unknown): string {
  const text = printable(value === undefined ? "nothing" : JSON.stringify(value));
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join("")}…`;
}

/** "/memo/subject, page 1" */
export function placeText({ pointer, pages }: Pick<Difference, "pointer" | "pages">): string {
  const place = pointer === "" ? "the whole" : printable(pointer);
  return pages.length === 0 ? place : `${place}, ${pagesText(pages)}`;
}

/** "/memo/date: Invalid ISO date" */
export function faultText({ pointer, problem }: Fault): string {
  return printable(pointer === "" ? problem : `${pointer}: ${problem}`);
}

/** "page 1", "page 1 or 2" */
export function pagesText(pages: readonly number[]): string {
  return `page ${pages.join(" or ")}`;
}
