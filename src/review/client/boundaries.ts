import type { Memo } from "../../model/record.ts";

type Items = Memo["items"];
type Item = Items[number];

/** What begins at a boundary. */
type PartKind = "leadIn" | "clause" | "response";

/** A boundary: from the word with number `at` on, the text is another part. */
export interface Boundary {
  readonly at: number;
  readonly kind: PartKind;
  /** A clause's number; null for other parts. */
  readonly number: string | null;
  /** Whether clauses answered apart from those before begin here. */
  readonly startsItem: boolean;
  readonly fulfilment: Item["fulfilment"];
}

/** A word and the white space before it. */
interface Word {
  readonly gap: string;
  readonly text: string;
}

/** All items as one run of words with boundaries in it; the first stands at word 0. */
export interface Layout {
  readonly words: readonly Word[];
  readonly boundaries: readonly Boundary[];
}

export function layoutOf(items: Items): Layout {
  const words: Word[] = [];
  const boundaries: Boundary[] = [];
  for (const item of items) {
    const parts = partsOf(item);
    for (const [index, { text, ...part }] of parts.entries()) {
      const fulfilment = index === parts.length - 1 ? item.fulfilment : null;
      boundaries.push({ ...part, at: words.length, startsItem: index === 0, fulfilment });
      words.push(...wordsOf(text));
    }
  }
  return { words, boundaries };
}

function partsOf({ leadIn, clauses, response }: Item): { kind: PartKind; number: string | null; text: string }[] {
  return [
    ...(leadIn === null ? [] : [{ kind: "leadIn" as const, number: null, text: leadIn }]),
    ...clauses.map(({ number, text }) => ({ kind: "clause" as const, number, text })),
    ...(response === null ? [] : [{ kind: "response" as const, number: null, text: response }]),
  ];
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/(?<!\s)(\s*)(\S+)/gu)].map(([, gap = "", word = ""], index) => ({
    gap: index === 0 ? "\n\n" : gap,
    text: word,
  }));
}

/** The inverse of `layoutOf`. Parts without a word fall away; after a response a new item begins. */
export function itemsOf({ words, boundaries }: Layout): Items {
  const items: Item[] = [];
  let mayGoOn = false;
  let isToStart = false;
  for (const [index, boundary] of boundaries.entries()) {
    const text = textOf(words.slice(boundary.at, boundaries[index + 1]?.at ?? words.length));
    isToStart ||= boundary.startsItem;
    if (text === "") continue;
    if (isToStart || !mayGoOn || boundary.kind === "leadIn") {
      items.push({ leadIn: null, clauses: [], response: null, fulfilment: null });
    }
    isToStart = false;
    const item = items[items.length - 1] as Item;
    if (boundary.kind === "leadIn") item.leadIn = text;
    else if (boundary.kind === "clause") item.clauses.push({ number: boundary.number, text });
    else item.response = text;
    item.fulfilment = boundary.fulfilment ?? item.fulfilment;
    mayGoOn = boundary.kind !== "response";
  }
  return items;
}

function textOf(words: readonly Word[]): string {
  return words.map(({ gap, text }, index) => (index === 0 ? text : gap + text)).join("");
}

/** A boundary put before another word, at most as far as its neighbours leave a word between. */
export function moved(layout: Layout, index: number, at: number): Layout {
  const { boundaries, words } = layout;
  const boundary = boundaries[index];
  if (index === 0 || boundary === undefined) return layout;
  const lowest = (boundaries[index - 1]?.at ?? 0) + 1;
  const highest = (boundaries[index + 1]?.at ?? words.length) - 1;
  const bounded = Math.max(lowest, Math.min(highest, at));
  return { words, boundaries: boundaries.with(index, { ...boundary, at: bounded }) };
}

/** A new part from a word on; what stood there before it keeps what is left. */
export function splitAt(layout: Layout, at: number, kind: PartKind, startsItem: boolean): Layout {
  const { boundaries, words } = layout;
  if (at <= 0 || at >= words.length || boundaries.some((boundary) => boundary.at === at)) return layout;
  const index = boundaries.findLastIndex((boundary) => boundary.at < at);
  const before = boundaries[index];
  if (before === undefined) return layout;
  const added: Boundary = {
    at,
    kind,
    number: null,
    startsItem,
    fulfilment: kind === "response" ? before.fulfilment : null,
  };
  const kept = kind === "response" ? { ...before, fulfilment: null } : before;
  return { words, boundaries: [...boundaries.slice(0, index), kept, added, ...boundaries.slice(index + 1)] };
}

/**
 * Without a boundary: the part is one with the part before it, and keeps a number if either bears one. Of two numbers
 * the first stays; the second is given as lost, to be told.
 */
export function joined(layout: Layout, index: number): { readonly layout: Layout; readonly lost: string | null } {
  const [before, gone] = [layout.boundaries[index - 1], layout.boundaries[index]];
  if (before === undefined || gone === undefined) return { layout, lost: null };
  const takesNumber = before.kind === "clause" && before.number === null;
  const kept = {
    ...before,
    number: takesNumber ? gone.number : before.number,
    fulfilment: before.fulfilment ?? (before.kind === "response" ? gone.fulfilment : null),
  };
  const boundaries = layout.boundaries.with(index - 1, kept).filter((_, at) => at !== index);
  return { layout: { words: layout.words, boundaries }, lost: takesNumber ? null : gone.number };
}

/** A boundary with another kind or number. */
export function relabelled(layout: Layout, index: number, part: Partial<Omit<Boundary, "at">>): Layout {
  const boundary = layout.boundaries[index];
  if (boundary === undefined) return layout;
  return { words: layout.words, boundaries: layout.boundaries.with(index, { ...boundary, ...part }) };
}
