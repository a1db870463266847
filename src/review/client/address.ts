import { LIST_STATES, SORTS, type Sort } from "../protocol.ts";
import type { ListQuery } from "./source.ts";

/** Rows that the list shows at first, and more at a time. */
export const ROWS = 100;

/** Whether an address is the list's. */
export function isListRoute(hash: string): boolean {
  return hash === "" || hash === "#/" || hash.startsWith("#/?");
}

/** What a list's address asks for. */
export function queryOf(hash: string): ListQuery {
  const parameters = new URLSearchParams(hash.split("?")[1] ?? "");
  const [state, year, sort] = [parameters.get("state"), parameters.get("year"), parameters.get("sort")];
  return {
    text: parameters.get("q") ?? "",
    state: LIST_STATES.find((known) => known === state) ?? null,
    year: year !== null && /^\d{4}$/u.test(year) ? year : null,
    sort: SORTS.find((known) => known === sort) ?? "urgency",
    limit: ROWS,
  };
}

/** The address of a list: what is as usual is left out. */
export function listAddress({ text, state, year, sort }: ListQuery): string {
  const parts: [string, string | null][] = [
    ["q", text || null],
    ["state", state],
    ["year", year],
    ["sort", sort === ("urgency" satisfies Sort) ? null : sort],
  ];
  const parameters = new URLSearchParams(parts.filter((part): part is [string, string] => part[1] !== null));
  return parameters.size === 0 ? "#/" : `#/?${parameters}`;
}
