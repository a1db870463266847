import { batch } from "@preact/signals";
import type { MemoRecord } from "../../model/record.ts";
import type { Change } from "../../revise/event.ts";
import { type FieldValue, isSame } from "../../revise/fields.ts";
import { lastDecision } from "../../revise/standing.ts";
import type { DecideResponse, RecordView } from "../protocol.ts";
import { dropDraft, hasDraftHere } from "./drafts.ts";
import { type Correction, type Finding, fieldValue } from "./field-model.ts";
import { afterFinishing, goTo, refreshRow } from "./routes.ts";
import { ChangedElsewhere } from "./source.ts";
import * as state from "./state.ts";
import { findingId, stopsOf, type WordStop } from "./stops.ts";
import { placesOf, type Taken } from "./taking.ts";
import { texts } from "./texts.ts";
import { focusField, goToStop, wayOn } from "./walk.ts";

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
    const again = (): void => void decide(...changes);
    return written(first, again, () => desk.decide(view.key, basisOf(view), changes));
  });
}

export function undo(): Promise<void> {
  return afterOthers(takeBack);
}

/** Whether there is a decision to take back: on this record, or the finishing of the one before. */
export function canUndo(): boolean {
  return state.finished.value !== null || lastDecision(state.view.value?.events ?? []).length > 0;
}

async function takeBack(): Promise<void> {
  const { desk } = state.source();
  const finished = state.finished.value;
  if (desk === null) return;
  if (!canUndo()) return state.tell(texts.nothingToUndo);
  try {
    const view = finished === null ? state.view.value : await state.source().record(finished);
    if (view === null) return;
    const done = await desk.undo(view.key, basisOf(view));
    state.finished.value = null;
    if (finished === null) take(done);
    else goTo(`#/r/${finished}`);
    state.tell(texts.undone);
  } catch (error) {
    if (error instanceof ChangedElsewhere) state.view.value = error.view;
    else state.fail(error, () => void undo());
  }
}

function basisOf({ revision, events }: RecordView): { on: string; after: number } {
  return { on: revision, after: events.length };
}

async function written(change: Change, again: () => void, write: () => Promise<DecideResponse>): Promise<boolean> {
  try {
    take(await write());
    state.finished.value = null;
    return true;
  } catch (error) {
    if (!(error instanceof ChangedElsewhere)) {
      state.fail(error, again);
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

function take({ view }: DecideResponse): void {
  const stops = new Set(stopsOf(view.record).map(({ id }) => id));
  const before = state.view.value === null ? [] : stopsOf(state.view.value.record);
  const settled = before.filter(({ id }) => !stops.has(id)).length;
  const { done, since } = state.pace.value;
  batch(() => {
    state.correction.value = stillOpen(state.view.value, view);
    state.view.value = view;
    state.editing.value = null;
    state.stale.value = null;
    state.failure.value = null;
    state.savedAt.value = new Date();
    state.pace.value = { done: done + settled, since: since === 0 ? Date.now() : since };
  });
  refreshRow(view);
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
  if (state.isReadOnly()) return;
  const isLeft = state.editing.value !== null && state.editing.value !== field && hasDraftHere();
  state.editing.value = field;
  if (isLeft) state.tell(texts.draftKept);
}

/** @param taken what of the value was pointed at on the page */
export async function setField(
  record: MemoRecord,
  field: string,
  value: FieldValue,
  taken: readonly Taken[] = [],
): Promise<boolean> {
  const old = fieldValue(record, field);
  if (isSame(old, value)) {
    state.editing.value = null;
    dropDraft(field);
    return true;
  }
  const places = placesOf("", String(value ?? ""), taken);
  if (!(await decide({ act: "set", field, old, new: value, ...places }))) return false;
  dropDraft(field);
  state.tell(texts.saved);
  focusField(field);
  return true;
}

export async function confirmField(record: MemoRecord, field: string): Promise<void> {
  const value = fieldValue(record, field);
  const goOn = wayOn();
  if (await decide({ act: "confirm", field, old: value, new: value })) goOn();
}

/** The record is right as it stands, all that asks for a look having been seen; on to the next. */
export async function finish(record: MemoRecord): Promise<void> {
  const unseen = stopsOf(record).filter(({ id }) => !state.seen.value.has(id));
  const [first] = unseen;
  if (first !== undefined) {
    goToStop(first);
    state.tell(texts.notSeen(unseen.length));
    return;
  }
  const key = state.view.value?.key ?? null;
  const memo = record.memo as FieldValue;
  if (!(await decide({ act: "confirm", field: "/memo", old: memo, new: memo }))) return;
  afterFinishing(key, texts.finished(record.memo.references[0]?.paper ?? record.source.file));
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

export async function settleFinding(finding: Finding): Promise<void> {
  const { code, message, page } = finding;
  const about = { code, message, ...(page === undefined ? {} : { page }) };
  const goOn = state.stop.value === findingId(finding) ? wayOn() : null;
  const isDone = await decide({ act: "dismiss", field: "/diagnostics", old: message, new: null, finding: about });
  if (isDone) goOn?.();
}

/** A doubtful word looked at: right as it stands, or as it was typed. @param now null where it is right */
export async function checkWord(record: MemoRecord, stop: WordStop, now: string | null): Promise<boolean> {
  const { pointer: field, doubt } = stop;
  const { offset, length } = doubt;
  const old = String(fieldValue(record, field));
  const mended = now === null ? old : old.slice(0, offset) + now + old.slice(offset + length);
  const goOn = wayOn();
  const isDone = await decide({ act: "check", field, old, new: mended, word: { offset, length } });
  if (isDone) goOn();
  return isDone;
}
