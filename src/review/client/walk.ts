import { batch } from "@preact/signals";
import { fieldKindOf } from "./field-model.ts";
import { openNextOpen } from "./routes.ts";
import * as state from "./state.ts";
import { itemOf, type Stop, stopsOf } from "./stops.ts";
import { texts } from "./texts.ts";
import { placeOfField, placeOfWord } from "./word-place.ts";

/** Goes through what asks for a look. */

export function focusField(pointer: string): void {
  state.selected.value = pointer;
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest", behavior: "instant" });
  });
}

/** Whether a stop is looked at in the strip: what is short enough to be read and typed there. */
export function isInStrip(stop: Stop): boolean {
  if (state.isReadOnly() || stop.kind === "finding") return false;
  return stop.kind === "word" || /^(?:line|date)$/.test(fieldKindOf(stop.pointer));
}

/** A stop counts as seen from now on. */
export function goToStop(stop: Stop): void {
  const record = state.view.value?.record;
  if (record === undefined) return;
  batch(() => {
    state.stop.value = stop.id;
    state.seen.value = new Set([...state.seen.value, stop.id]);
    state.correction.value = null;
    state.editing.value = null;
    if (stop.kind === "finding") {
      state.selected.value = itemOf(stop.finding.at);
      state.page.value = stop.finding.regions?.[0]?.page ?? stop.finding.page ?? state.page.value;
    } else {
      state.selected.value = stop.pointer;
      const { offset, length } = stop.kind === "word" ? stop.doubt : { offset: 0, length: 0 };
      const spot =
        stop.kind === "word" ? placeOfWord(record, stop.pointer, offset, length) : placeOfField(record, stop.pointer);
      state.page.value = spot?.page ?? state.page.value;
    }
  });
  if (stop.kind === "finding") requestAnimationFrame(() => focusFinding(stop.id));
  else if (isInStrip(stop)) requestAnimationFrame(() => showField(stop.pointer));
  else focusField(stop.pointer);
}

function showField(pointer: string): void {
  const card = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`);
  card?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

function focusFinding(id: string): void {
  const card = document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"]`);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** The stop that is looked at; null where it is settled. */
export function currentStop(): Stop | null {
  const record = state.view.value?.record;
  if (record === undefined) return null;
  return stopsOf(record).find(({ id }) => id === state.stop.value) ?? null;
}

/** The next place that asks for a look, in either direction: behind the last of a record comes the next record. */
export function nextStop(step: 1 | -1): void {
  const record = state.view.value?.record;
  if (record === undefined) return;
  const stops = stopsOf(record);
  if (stops.length === 0) {
    state.stop.value = null;
    if (step === 1 && !state.isReadOnly() && wasOpened()) openNextOpen();
    else state.tell(texts.nothingDoubtful);
    return;
  }
  const at = stops.findIndex(({ id }) => id === state.stop.value);
  const begin = at === -1 ? placeInOrder(stops) : at;
  const next = stops[(begin + step + stops.length) % stops.length];
  if (next !== undefined) goToStop(next);
}

/** Gives the way on from the stop looked at, as it is before that is decided: to what comes after it and still asks. */
export function wayOn(): () => void {
  const record = state.view.value?.record;
  const stops = record === undefined ? [] : stopsOf(record);
  const found = stops.findIndex(({ id }) => id === state.stop.value);
  const at = found === -1 ? placeInOrder(stops) : found;
  const order = [...stops.slice(at + 1), ...stops.slice(0, Math.max(0, at))].map(({ id }) => id);
  return () => {
    // Who confirms where nothing asked for it is not on the way through what does.
    if (stops.length === 0) return;
    const now = state.view.value === null ? [] : stopsOf(state.view.value.record);
    const next = order.map((id) => now.find((stop) => stop.id === id)).find((stop) => stop !== undefined);
    if (next === undefined) nextStop(1);
    else goToStop(next);
  };
}

/** Whether somebody decided on this record: then it is done, and the next one's turn. */
function wasOpened(): boolean {
  return (state.view.value?.events.length ?? 0) > 0;
}

/** Where the stops begin that come after the field looked at. */
function placeInOrder(stops: readonly Stop[]): number {
  const record = state.view.value?.record;
  const { selected } = state;
  if (record === undefined || selected.value === null) return -1;
  const cards = [...document.querySelectorAll<HTMLElement>("[data-field], [data-finding]")];
  const placeOf = (name: string): number =>
    cards.findIndex(({ dataset }) => dataset.field === name || dataset.finding === name);
  const here = placeOf(selected.value);
  const after = stops.findIndex((stop) => placeOf(stop.kind === "finding" ? stop.id : stop.pointer) > here);
  return after === -1 ? stops.length - 1 : after - 1;
}

/** The first stop of a record that was come to by the stops of the one before. */
export function begin(): void {
  const record = state.view.value?.record;
  const [first] = record === undefined ? [] : stopsOf(record);
  if (first !== undefined) goToStop(first);
}
