import * as actions from "./actions.ts";
import { correctionsAt, fieldValue, shownFields } from "./field-model.ts";
import { QUERY } from "./query.tsx";
import { goToList, openNeighbour } from "./routes.ts";
import * as state from "./state.ts";
import { findingId, findingsApart } from "./stops.ts";
import { nextStop } from "./walk.ts";
import { learn } from "./word-list.ts";

type Run = () => void;

/** What a key does on a record; keys that need writing do nothing in a report. "," and "." need no AltGr. */
const RECORD_KEYS: Readonly<Record<string, Run>> = {
  n: () => nextStop(1),
  p: () => nextStop(-1),
  j: () => openNeighbour(1),
  k: () => openNeighbour(-1),
  l: goToList,
  c: nextCorrection,
  h: openHistory,
  "+": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  "0": () => {
    state.zoom.value = 1;
  },
  t: () => {
    state.turns.value = (state.turns.value + 1) % 4;
  },
  ",": () => turnPage(-1),
  ".": () => turnPage(1),
};

const WRITING_KEYS: Readonly<Record<string, Run>> = {
  a: accept,
  r: reject,
  A: () => ofOneKind("accept"),
  R: () => ofOneKind("reject"),
  e: edit,
  b: () => actions.startEditing("/memo/items"),
  i: () => actions.startEditing("/memo/items/-"),
  q: () => actions.startEditing(QUERY),
  v: placeFinding,
  w: teachName,
  u: () => void actions.undo(),
  f: () => {
    const record = state.view.value?.record;
    if (record !== undefined) void actions.finish(record);
  },
};

/** Keys of the whole page. Those typed into a field, or with a modifier, are left alone. */
export function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const run = runOf(event);
  if (run === undefined) return;
  event.preventDefault();
  run();
}

function runOf({ key, target }: KeyboardEvent): Run | undefined {
  if (document.querySelector("dialog[open]") !== null) return undefined;
  if (key === "?") return toggleHelp;
  if (state.recordKey.value === null) return listKey(key);
  if (key === "Enter" && target instanceof HTMLElement && target.dataset.field !== undefined) return edit;
  if (key === "Escape" && state.placing.value !== null) return placeFinding;
  return RECORD_KEYS[key] ?? (state.isReadOnly() ? undefined : WRITING_KEYS[key]);
}

function listKey(key: string): Run | undefined {
  if (key === "/") return focusSearch;
  return key === "u" && state.finished.value !== null ? () => void actions.undo() : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [data-own-keys]") !== null;
}

function toggleHelp(): void {
  state.isHelpOpen.value = !state.isHelpOpen.value;
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
}

/** The finding whose card is looked at. */
function chosenFinding() {
  const record = state.view.value?.record;
  const id = document.activeElement?.closest<HTMLElement>("[data-finding]")?.dataset.finding ?? state.stop.value;
  return record === undefined ? undefined : findingsApart(record).find((finding) => findingId(finding) === id);
}

function accept(): void {
  const record = state.view.value?.record;
  if (record === undefined) return;
  const correction = record.corrections[state.correction.value ?? -1];
  const finding = chosenFinding();
  const isOnCard = document.activeElement?.closest("[data-finding]") !== null;
  if (finding !== undefined && (isOnCard || state.selected.value === null)) void actions.settleFinding(finding);
  else if (correction !== undefined) void actions.decideCorrections(record, "accept", [correction]);
  else if (state.selected.value !== null && fieldExists(state.selected.value)) {
    void actions.confirmField(record, state.selected.value);
  }
}

function fieldExists(pointer: string): boolean {
  return document.querySelector(`[data-field="${CSS.escape(pointer)}"]`) !== null;
}

function reject(): void {
  const record = state.view.value?.record;
  const correction = record?.corrections[state.correction.value ?? -1];
  if (record !== undefined && correction !== undefined) void actions.decideCorrections(record, "reject", [correction]);
}

function ofOneKind(act: "accept" | "reject"): void {
  const record = state.view.value?.record;
  const correction = record?.corrections[state.correction.value ?? -1];
  if (record === undefined || correction === undefined) return;
  const same = record.corrections.filter((one) => one.rule === correction.rule && actions.isOpenCorrection(one));
  void actions.decideCorrections(record, act, same);
}

function edit(): void {
  if (state.selected.value !== null && fieldExists(state.selected.value)) actions.startEditing(state.selected.value);
}

/** A line that no field took waits to be put where is pointed at, or does not wait any more. */
function placeFinding(): void {
  const finding = chosenFinding();
  const mayPlace = state.placing.value === null && finding?.code === "unplaced-text";
  state.placing.value = mayPlace ? finding : null;
}

function teachName(): void {
  const record = state.view.value?.record;
  const selected = state.selected.value ?? "";
  const correction = record?.corrections[state.correction.value ?? -1];
  if (correction !== undefined) void learn(correction.from);
  else if (record !== undefined && selected.endsWith("/name")) void learn(String(fieldValue(record, selected) ?? ""));
}

/** Who changed what; once more, and it is closed. */
function openHistory(): void {
  const history = document.querySelector<HTMLDetailsElement>(".history");
  if (history === null) return;
  history.open = !history.open;
  if (!history.open) return;
  history.querySelector("summary")?.focus();
  history.scrollIntoView({ block: "start", behavior: "instant" });
}

/** The next correction nobody decided on, from the one looked at, in the order of the fields. */
function nextCorrection(): void {
  const record = state.view.value?.record;
  if (record === undefined) return;
  const inOrder = shownFields(record.memo).flatMap((pointer) => correctionsAt(record, pointer));
  const open = inOrder.filter(actions.isOpenCorrection);
  const current = record.corrections[state.correction.value ?? -1];
  const next = open[(current === undefined ? -1 : open.indexOf(current)) + 1] ?? open[0];
  if (next === undefined) return;
  state.stop.value = null;
  state.correction.value = record.corrections.indexOf(next);
  state.selected.value = next.at;
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".correction[aria-pressed=true]")?.focus());
}

export function zoomBy(factor: number): void {
  state.zoom.value = Math.max(0.5, Math.min(5, state.zoom.value * factor));
}

export function turnPage(step: number): void {
  const pages = state.view.value?.record.source.pages;
  if (pages === undefined) return;
  state.page.value = Math.max(pages.first, Math.min(pages.last, state.page.value + step));
}
