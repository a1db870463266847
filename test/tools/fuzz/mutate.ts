import type { Line, Page } from "../../../src/model/page.ts";

/** What a bad scan or a careless scanner does to lines; places are positions among all lines of all pages. */
export type Mutation =
  | { readonly kind: "delete" | "double"; readonly at: number }
  | { readonly kind: "swap"; readonly at: number; readonly to: number };

/** Number of lines on all pages. */
export function lineCount(pages: readonly Page[]): number {
  return pages.reduce((sum, page) => sum + page.lines.length, 0);
}

/** The pages after some mutations, one by one; a line keeps its identity, so that its origin can be told. */
export function mutated(pages: readonly Page[], mutations: readonly Mutation[]): Page[] {
  const lines = pages.map((page) => [...page.lines]);
  for (const mutation of mutations) mutate(lines, mutation);
  return pages.map((page, index) => ({ ...page, lines: lines[index] ?? [] }));
}

function mutate(pages: Line[][], mutation: Mutation): void {
  const place = placeOf(pages, mutation.at);
  if (place === null) return;
  const { page, index } = place;
  const line = page[index] as Line;
  if (mutation.kind === "swap") {
    const other = placeOf(pages, mutation.to);
    if (other === null) return;
    page[index] = other.page[other.index] as Line;
    other.page[other.index] = line;
  } else if (mutation.kind === "delete") page.splice(index, 1);
  else page.splice(index, 0, line);
}

function placeOf(pages: Line[][], at: number): { page: Line[]; index: number } | null {
  let index = at;
  for (const page of pages) {
    if (index < page.length) return { page, index };
    index -= page.length;
  }
  return null;
}
