import type { Memo, MemoRecord } from "../../model/record.ts";
import { decide, undo } from "./actions.ts";
import * as state from "./state.ts";
import { placesOf, type Taken } from "./taking.ts";
import { labelOf, texts } from "./texts.ts";

export type ListName = "references" | "signatures" | "attachments";
export type Entry = Memo[ListName][number];

/** An entry of a list as one line for people. */
function entryText(entry: Entry | undefined): string {
  if (entry === undefined) return "";
  if (typeof entry === "string") return entry;
  return "paper" in entry ? entry.paper : (entry.name ?? entry.role ?? "");
}

/** Takes an entry out of a list, says which, and offers to take that back. */
export async function removeEntry(record: MemoRecord, name: ListName, index: number): Promise<void> {
  const entries: readonly Entry[] = record.memo[name];
  const left = entries.filter((_, at) => at !== index);
  if (!(await decide({ act: "set", field: `/memo/${name}`, old: [...entries], new: left }))) return;
  state.tell(texts.removed(labelOf(`/memo/${name}`), entryText(entries[index])), {
    label: texts.takeBack,
    run: () => void undo(),
  });
}

/** Puts an entry at the end of a list. */
export async function addEntry(
  record: MemoRecord,
  name: ListName,
  text: string,
  taken: readonly Taken[],
): Promise<boolean> {
  const entries: readonly Entry[] = record.memo[name];
  const isDone = await decide({
    act: "set",
    field: `/memo/${name}`,
    old: [...entries],
    new: [...entries, newEntry(name, text)],
    ...placesOf(`/${entries.length}${FIRST_KEY[name]}`, text, taken),
  });
  if (isDone) state.tell(texts.saved);
  return isDone;
}

/** What of a new entry is typed, below it. */
const FIRST_KEY: Readonly<Record<ListName, string>> = { references: "/paper", signatures: "/name", attachments: "" };

function newEntry(name: ListName, text: string): Entry {
  if (name === "references") return { paper: text, meeting: null };
  return name === "signatures" ? { name: text, role: null, capacity: null } : text;
}
