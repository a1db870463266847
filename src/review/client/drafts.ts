import { signal } from "@preact/signals";
import * as state from "./state.ts";

/** Text typed and not saved. */
interface Draft {
  readonly text: string;
  /** What stood in the field when it was typed. */
  readonly on: string;
}

const PREFIX = "hausmitteilung-draft";

/** Counts changes, so that whoever shows drafts is drawn anew. */
const version = signal(0);

/** Kept in memory where the browser keeps nothing. */
const memory = new Map<string, string>();

function nameOf(field: string): string {
  return [PREFIX, state.session.value?.archive ?? "", state.recordKey.value ?? "", field].join(" ");
}

/** What was typed into a field of this record and not saved; null where nothing was, or it says what stands there. */
export function draftOf(field: string, current: string): Draft | null {
  void version.value;
  const text = stored(nameOf(field));
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as Draft;
    return typeof draft.text !== "string" || draft.text === current ? null : draft;
  } catch {
    return null;
  }
}

export function keepDraft(field: string, text: string, on: string): void {
  if (text === on) {
    dropDraft(field);
    return;
  }
  const name = nameOf(field);
  const value = JSON.stringify({ text, on } satisfies Draft);
  memory.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // The memory has it for as long as the page is open.
  }
  version.value += 1;
}

export function dropDraft(field: string): void {
  const name = nameOf(field);
  memory.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
  version.value += 1;
}

/** Whether the browser should ask before the page goes: something typed is in no file yet. */
export function hasDraftHere(): boolean {
  const begin = nameOf("");
  return [...memory.keys()].some((name) => name.startsWith(begin));
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}
