import { batch } from "@preact/signals";
import type { RecordRow, RecordView } from "../protocol.ts";
import { isListRoute, listAddress, queryOf } from "./address.ts";
import { hasDraftHere } from "./drafts.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

export function goTo(hash: string): void {
  location.hash = hash;
}

/** The list as it was asked for last. */
export function goToList(): void {
  goTo(listAddress(state.query.value));
}

/** The address is another: a list's says what is looked for. */
export function followAddress(): void {
  if (state.recordKey.value !== null && hasDraftHere()) state.tell(texts.draftKept);
  else if (state.toast.value?.action === null) state.hush();
  batch(() => {
    state.route.value = location.hash;
    if (isListRoute(location.hash)) state.query.value = queryOf(location.hash);
  });
}

export async function loadList(): Promise<void> {
  const asked = state.query.value;
  try {
    const found = await state.source().list(asked);
    if (asked === state.query.value) state.list.value = found;
  } catch (error) {
    state.fail(error, () => void loadList());
  }
}

/** Whether the record that is opened next is begun at its first stop: the one before was done by its stops. */
let isOnTheWay = false;

/** @param begin called where the record was come to by its stops */
export async function openRecord(key: string, begin: () => void): Promise<void> {
  try {
    const view = await state.source().record(key);
    if (state.recordKey.value !== key) return;
    batch(() => {
      state.view.value = view;
      state.selected.value = null;
      state.hovered.value = null;
      state.editing.value = null;
      state.correction.value = null;
      state.stop.value = null;
      state.seen.value = new Set();
      state.placing.value = null;
      state.stale.value = null;
      state.failure.value = null;
      state.turns.value = 0;
      state.page.value = view.record.source.pages.first;
    });
    if (isOnTheWay) begin();
    isOnTheWay = false;
    if (state.list.value === null) await loadList();
    await prepareNext();
  } catch (error) {
    state.fail(error, () => void openRecord(key, begin));
  }
}

/** The next record's first page is made while this one is looked at. */
async function prepareNext(): Promise<void> {
  const key = neighbour(1);
  if (key === null) return;
  const { record, picture } = await state.source().record(key);
  if (picture === "shown") await state.source().picture(key, record.source.pages.first);
}

/** The record so many places on in the list; null at its ends. */
function neighbour(step: number): string | null {
  const rows = state.list.value?.rows ?? [];
  const at = rows.findIndex(({ key }) => key === state.recordKey.value);
  return at === -1 ? null : (rows[at + step]?.key ?? null);
}

export function openNeighbour(step: number): void {
  const key = neighbour(step);
  if (key === null) goToList();
  else goTo(`#/r/${key}`);
}

/** The next record of the list that asks for a person, and waits for nobody else's answer, at its first stop; the list where there is none. */
export function openNextOpen(): void {
  const rows = state.list.value?.rows ?? [];
  const at = rows.findIndex(({ key }) => key === state.recordKey.value);
  const next = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(
    (row) => row.state === "open" && !row.isAsked,
  );
  if (next === undefined) {
    state.tell(texts.nothingDoubtful);
    return;
  }
  isOnTheWay = true;
  goTo(`#/r/${next.key}`);
}

/** A record was finished: on to the next, with the way back. */
export function afterFinishing(key: string | null, message: string): void {
  const next = neighbour(1);
  state.finished.value = key;
  if (next === null) goToList();
  else goTo(`#/r/${next}`);
  state.tell(message, null);
}

/** The list as it stands is kept, so that the way back is the way that was gone; only the record's row is new. */
export function refreshRow({ key, record, events }: RecordView): void {
  const list = state.list.value;
  if (list === null) return;
  const open = record.diagnostics.filter(({ severity }) => severity !== "info");
  const hasDoubts = Object.values(record.evidence).some(({ doubts = [] }) => doubts.length > 0);
  const isOpen = record.status === "needs-review" || hasDoubts;
  const change = (row: RecordRow): RecordRow => ({
    ...row,
    state: isOpen ? "open" : events.length > 0 ? "done" : "ok",
    date: record.memo.date,
    subject: record.memo.subject,
    isAsked: open.some(({ code }) => code === "review-query"),
    findings: open.length,
    reasons: [...new Set(open.map(({ code }) => code))],
  });
  state.list.value = { ...list, rows: list.rows.map((row) => (row.key === key ? change(row) : row)) };
}
