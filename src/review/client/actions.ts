import { batch } from "@preact/signals";
import type { MemoRecord } from "../../model/record.ts";
import type { Change } from "../../revise/event.ts";
import { type FieldValue, isSame } from "../../revise/fields.ts";
import type { DecideResponse, RecordView } from "../protocol.ts";
import { type Correction, type Finding, fieldValue, isDoubtful, shownFields } from "./field-model.ts";
import { ChangedElsewhere } from "./source.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

export function goTo(hash: string): void {
  location.hash = hash;
}

export async function loadList(): Promise<void> {
  const asked = state.query.value;
  try {
    const found = await state.source().list(asked);
    if (asked === state.query.value) state.list.value = found;
  } catch (error) {
    state.fail(error);
  }
}

export async function openRecord(key: string): Promise<void> {
  try {
    const view = await state.source().record(key);
    if (state.recordKey.value !== key) return;
    batch(() => {
      state.view.value = view;
      state.selected.value = null;
      state.editing.value = null;
      state.correction.value = null;
      state.stale.value = null;
      state.turns.value = 0;
      state.page.value = view.record.source.pages.first;
    });
    if (state.list.value === null) await loadList();
    await prepareNext();
  } catch (error) {
    state.fail(error);
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
  goTo(key === null ? "#/" : `#/r/${key}`);
}

let turn: Promise<unknown> = Promise.resolve();

/** Writes come one after the other, each on what the one before came to, however fast the keys. */
function afterOthers<T>(write: () => Promise<T>): Promise<T> {
  const result = turn.then(write);
  turn = result.catch(() => undefined);
  return result;
}

/** Carries decisions out, and shows what comes of them. */
export function decide(...changes: Change[]): Promise<boolean> {
  return afterOthers(async () => {
    const { desk } = state.source();
    const view = state.view.value;
    const [first] = changes;
    if (desk === null || view === null || first === undefined) return false;
    return written(first, () => desk.decide(view.key, basisOf(view), changes));
  });
}

export function undo(): Promise<void> {
  return afterOthers(takeBack);
}

async function takeBack(): Promise<void> {
  const { desk } = state.source();
  const view = state.view.value;
  if (desk === null || view === null) return;
  try {
    take(await desk.undo(view.key, basisOf(view)));
    state.tell(texts.undone);
  } catch (error) {
    if (error instanceof ChangedElsewhere) state.view.value = error.view;
    else state.tell(texts.nothingToUndo);
  }
}

function basisOf({ revision, events }: RecordView): { on: string; after: number } {
  return { on: revision, after: events.length };
}

async function written(change: Change, write: () => Promise<DecideResponse>): Promise<boolean> {
  try {
    take(await write());
    return true;
  } catch (error) {
    if (!(error instanceof ChangedElsewhere)) {
      state.fail(error);
      return false;
    }
    batch(() => {
      state.view.value = error.view;
      state.editing.value = null;
      state.stale.value = { change, who: error.view.events.at(-1)?.who ?? "?" };
    });
    return false;
  }
}

function take({ view, learned }: DecideResponse): void {
  batch(() => {
    state.correction.value = stillOpen(state.view.value, view);
    state.view.value = view;
    state.editing.value = null;
    state.stale.value = null;
    state.failure.value = null;
  });
  if (learned.length > 0) state.tell(texts.learned(learned.join(", ")));
}

/** Where the correction looked at is now; null if it is decided. */
function stillOpen(before: RecordView | null, { record }: RecordView): number | null {
  const looked = before?.record.corrections[state.correction.value ?? -1];
  const index = record.corrections.findIndex(
    (one) => one.at === looked?.at && one.from === looked.from && one.to === looked.to && isOpenCorrection(one),
  );
  return index === -1 ? null : index;
}

/** A decision that came too late, put in on what stands now. */
export function applyStale(): void {
  const { change } = state.stale.value ?? {};
  const record = state.view.value?.record;
  if (change === undefined || record === undefined) return;
  void decide({ act: "set", field: change.field, old: fieldValue(record, change.field), new: change.new });
}

export function startEditing(field: string | null): void {
  if (!state.isReadOnly()) state.editing.value = field;
}

export async function setField(record: MemoRecord, field: string, value: FieldValue): Promise<void> {
  const old = fieldValue(record, field);
  if (isSame(old, value)) {
    state.editing.value = null;
    return;
  }
  await decide({ act: "set", field, old, new: value });
  focusField(field);
}

export async function confirmField(record: MemoRecord, field: string): Promise<void> {
  const value = fieldValue(record, field);
  if (await decide({ act: "confirm", field, old: value, new: value })) nextDoubtful(1);
}

/** The record is right as it stands; on to the next. */
export async function finish(record: MemoRecord): Promise<void> {
  const next = neighbour(1);
  const memo = record.memo as FieldValue;
  if (!(await decide({ act: "confirm", field: "/memo", old: memo, new: memo }))) return;
  state.tell(texts.finished);
  void loadList();
  goTo(next === null ? "#/" : `#/r/${next}`);
}

/** Accepts or rejects corrections of the machine's; one request, one step of undo. */
export async function decideCorrections(
  record: MemoRecord,
  act: "accept" | "reject",
  corrections: readonly Correction[],
): Promise<void> {
  const texts = new Map<string, string>();
  const changes: Change[] = [];
  for (const { at: field, rule, from, to, offset } of [...corrections].sort((a, b) => b.offset - a.offset)) {
    const old = texts.get(field) ?? String(fieldValue(record, field));
    const now = act === "accept" ? old : old.slice(0, offset) + from + old.slice(offset + to.length);
    texts.set(field, now);
    changes.push({ act, field, old, new: now, correction: { rule, from, to, offset } });
  }
  await decide(...changes);
}

/** Corrections nobody has decided on yet. */
export function isOpenCorrection({ rule, confidence }: Correction): boolean {
  return rule !== "human" && confidence < 1;
}

export async function settleFinding({ code, message, page }: Finding): Promise<void> {
  const finding = { code, message, ...(page === undefined ? {} : { page }) };
  await decide({ act: "dismiss", field: "/diagnostics", old: message, new: null, finding });
}

export function focusField(pointer: string): void {
  state.selected.value = pointer;
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest", behavior: "instant" });
  });
}

/** Goes to the next field that asks for a look, in either direction. */
export function nextDoubtful(step: 1 | -1): void {
  const record = state.view.value?.record;
  if (record === undefined) return;
  const fields = shownFields(record.memo);
  const begin =
    state.selected.value === null ? (step === 1 ? -1 : fields.length) : fields.indexOf(state.selected.value);
  for (let count = 1; count <= fields.length; count++) {
    const pointer = fields[(begin + step * count + 2 * fields.length) % fields.length];
    if (pointer !== undefined && isDoubtful(record, pointer)) {
      focusField(pointer);
      return;
    }
  }
  state.tell(texts.nothingDoubtful);
}
