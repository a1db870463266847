import { computed, signal } from "@preact/signals";
import type { Change } from "../../revise/event.ts";
import type { RecordList, RecordView, Session } from "../protocol.ts";
import { isListRoute, queryOf } from "./address.ts";
import type { Finding } from "./field-model.ts";
import type { ListQuery, Source } from "./source.ts";

export const session = signal<Session | null>(null);
export const route = signal<string>(location.hash);
export const query = signal<ListQuery>(queryOf(isListRoute(location.hash) ? location.hash : "#/"));
export const list = signal<RecordList | null>(null);
/** The record on the desk. */
export const view = signal<RecordView | null>(null);
/** JSON Pointer of the field looked at. */
export const selected = signal<string | null>(null);
/** JSON Pointer of the field that the pointer is over, on paper or in the form. */
export const hovered = signal<string | null>(null);
/** JSON Pointer of the field being edited; "/memo/items" while boundaries are moved. */
export const editing = signal<string | null>(null);
/** Number of the correction looked at, in the record's list. */
export const correction = signal<number | null>(null);
/** Id of the stop that the strip shows, or that was gone to last. */
export const stop = signal<string | null>(null);
/** Ids of this record's stops that somebody has looked at. */
export const seen = signal<ReadonlySet<string>>(new Set());
/** A line that is to be put where the person points. */
export const placing = signal<Finding | null>(null);
export const page = signal(1);
export const zoom = signal(1);
/** Quarter turns, clockwise. */
export const turns = signal(0);
export const isHelpOpen = signal(false);
/** The record that was finished last, while nothing was decided on the one after it. */
export const finished = signal<string | null>(null);
/** When the last decision was written. */
export const savedAt = signal<Date | null>(null);
/** Decisions that could not be written because the field was changed elsewhere. */
export const stale = signal<{ readonly change: Change; readonly who: string } | null>(null);
/** Stops decided since the page was opened, and when that was, for the rate. */
export const pace = signal({ done: 0, since: 0 });

interface Toast {
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

export const toast = signal<Toast | null>(null);
/** What went wrong, and how it is tried again. */
export const failure = signal<{ readonly error: unknown; readonly retry: () => void } | null>(null);

export const recordKey = computed(() => /^#\/r\/([0-9a-f.]+)$/.exec(route.value)?.[1] ?? null);
export const isWordsRoute = computed(() => route.value === "#/words");
export const isFailuresRoute = computed(() => route.value === "#/failures");

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

/** Milliseconds a message stays; longer where there is something to do about it. */
const TOAST_MS = 4000;
const ACTION_MS = 10_000;

export function tell(text: string, action: Toast["action"] = null): void {
  toast.value = { text, action };
  clearTimeout(toastTimer);
  toastTimer = setTimeout(hush, action === null ? TOAST_MS : ACTION_MS);
}

export function hush(): void {
  toast.value = null;
}

export function fail(error: unknown, retry: () => void = () => location.reload()): void {
  failure.value = { error, retry };
}
