import { computed, signal } from "@preact/signals";
import type { Change } from "../../revise/event.ts";
import type { RecordList, RecordView, Session } from "../protocol.ts";
import type { ListQuery, Source } from "./source.ts";

/** Rows that the list shows at first, and more at a time. */
export const ROWS = 100;

export const session = signal<Session | null>(null);
export const route = signal<string>(location.hash);
export const query = signal<ListQuery>({ text: "", state: null, year: null, limit: ROWS });
export const list = signal<RecordList | null>(null);
/** The record on the desk. */
export const view = signal<RecordView | null>(null);
/** JSON Pointer of the field looked at. */
export const selected = signal<string | null>(null);
/** JSON Pointer of the field being edited; "/memo/items" while boundaries are moved. */
export const editing = signal<string | null>(null);
/** Number of the correction looked at, in the record's list. */
export const correction = signal<number | null>(null);
export const page = signal(1);
export const zoom = signal(1);
/** Quarter turns, clockwise. */
export const turns = signal(0);
export const toast = signal<string | null>(null);
export const failure = signal<string | null>(null);
export const isHelpOpen = signal(false);
/** A decision that could not be written because the record was changed elsewhere. */
export const stale = signal<{ readonly change: Change; readonly who: string } | null>(null);

export const recordKey = computed(() => /^#\/r\/([0-9a-f.]+)$/.exec(route.value)?.[1] ?? null);
export const isWordsRoute = computed(() => route.value === "#/words");

let current: Source | null = null;

/** Set once, before anything is drawn. */
export function useSource(source: Source): void {
  current = source;
}

export function source(): Source {
  if (current === null) throw new Error("No source was set.");
  return current;
}

export const isReadOnly = (): boolean => source().desk === null;

let toastTimer: ReturnType<typeof setTimeout> | undefined;

/** Milliseconds a message stays. */
const TOAST_MS = 4000;

export function tell(text: string): void {
  toast.value = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    toast.value = null;
  }, TOAST_MS);
}

export function fail(error: unknown): void {
  failure.value = error instanceof Error ? error.message : String(error);
}
