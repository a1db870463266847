import * as actions from "./actions.ts";
import { correctionsAt, shownFields } from "./field-model.ts";
import * as state from "./state.ts";

type Run = () => void;

/** What a key does on a record; keys that need writing do nothing in a report. */
const RECORD_KEYS: Readonly<Record<string, Run>> = {
  n: () => actions.nextDoubtful(1),
  p: () => actions.nextDoubtful(-1),
  j: () => actions.openNeighbour(1),
  k: () => actions.openNeighbour(-1),
  l: () => actions.goTo("#/"),
  c: nextCorrection,
  "+": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  "0": () => {
    state.zoom.value = 1;
  },
  t: () => {
    state.turns.value = (state.turns.value + 1) % 4;
  },
  "[": () => turnPage(-1),
  "]": () => turnPage(1),
};

const WRITING_KEYS: Readonly<Record<string, Run>> = {
  a: accept,
  r: reject,
  A: () => ofOneKind("accept"),
  R: () => ofOneKind("reject"),
  e: edit,
  b: () => actions.startEditing("/memo/items"),
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
  if (key === "?") return toggleHelp;
  if (state.isHelpOpen.value) return undefined;
  if (state.recordKey.value === null) return key === "/" ? focusSearch : undefined;
  if (key === "Enter" && target instanceof HTMLElement && target.dataset.field !== undefined) return edit;
  return RECORD_KEYS[key] ?? (state.isReadOnly() ? undefined : WRITING_KEYS[key]);
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

function accept(): void {
  const record = state.view.value?.record;
  if (record === undefined) return;
  const correction = record.corrections[state.correction.value ?? -1];
  if (correction !== undefined) void actions.decideCorrections(record, "accept", [correction]);
  else if (state.selected.value !== null) void actions.confirmField(record, state.selected.value);
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
  actions.startEditing(state.selected.value);
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
