import type { Memo } from "../model/record.ts";
import { type Merged, mergeTokens, textOf, tokensOf } from "./words.ts";

type Items = Memo["items"];
type Item = Items[number];

/**
 * Items as one run of words with marks where a part begins, so that a boundary moved is a mark moved: two changes of
 * structure merge as two changes of a text do. A mark begins with a control character, which no text value has.
 */
const MARK = "\u0001";

const FULFILMENTS: readonly Item["fulfilment"][] = ["fulfilled", "partly-fulfilled", "not-fulfilled"];

export function mergeItems(base: Items, ours: Items, theirs: Items): Merged<Items> {
  const merged = mergeTokens(flattened(base), flattened(ours), flattened(theirs));
  return { value: parted(merged.value), isClean: merged.isClean };
}

function flattened(items: Items): string[] {
  return items.flatMap((item) => [
    `${MARK}item`,
    ...(item.leadIn === null ? [] : [`${MARK}leadIn`, ...tokensOf(item.leadIn)]),
    ...item.clauses.flatMap((clause) => [`${MARK}clause ${clause.number ?? ""}`, ...tokensOf(clause.text)]),
    ...(item.response === null ? [] : [`${MARK}response`, ...tokensOf(item.response)]),
    ...(item.fulfilment === null ? [] : [`${MARK}${item.fulfilment}`]),
  ]);
}

/** The inverse of `flattened`; words before the first mark of a kind they could belong to go to a response. */
function parted(tokens: readonly string[]): Items {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const isMark = tokens[at]?.startsWith(MARK) === true;
    const mark = isMark ? (tokens[at] ?? "").slice(MARK.length) : "response";
    const begin = isMark ? at + 1 : at;
    at = begin;
    while (at < tokens.length && tokens[at]?.startsWith(MARK) !== true) at += 1;
    addPart(items, mark, textOf(tokens.slice(begin, at)));
  }
  return items;
}

function addPart(items: Item[], mark: string, text: string): void {
  if (mark === "item" || items.length === 0)
    items.push({ leadIn: null, clauses: [], response: null, fulfilment: null });
  const item = items[items.length - 1] as Item;
  const fulfilment = FULFILMENTS.find((known) => known === mark);
  if (fulfilment !== undefined) item.fulfilment = fulfilment;
  if (text === "") return;
  if (mark === "leadIn") item.leadIn = joined(item.leadIn, text);
  else if (mark.startsWith("clause ")) item.clauses.push({ number: mark.slice("clause ".length) || null, text });
  else item.response = joined(item.response, text);
}

function joined(before: string | null, after: string): string {
  return before === null ? after : `${before}\n\n${after}`;
}
