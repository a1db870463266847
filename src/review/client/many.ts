import { signal } from "@preact/signals";
import type { Change } from "../../revise/event.ts";
import type { FieldValue } from "../../revise/fields.ts";
import type { Basis, RecordView } from "../protocol.ts";
import { loadList, refreshRow } from "./routes.ts";
import { ChangedElsewhere } from "./source.ts";
import * as state from "./state.ts";
import { stopsOf } from "./stops.ts";
import { texts } from "./texts.ts";

/** Keys of the records in the list that are decided on together. */
export const marked = signal<ReadonlySet<string>>(new Set());

export function toggleMark(key: string): void {
  const others = new Set([...marked.value].filter((one) => one !== key));
  marked.value = marked.value.has(key) ? others : others.add(key);
}

/** Confirms those of the marked records in which nothing asks for a look; the others stay as they are. */
export function confirmMarked(): Promise<void> {
  return decideMarked(({ record }) => {
    const memo = record.memo as FieldValue;
    return stopsOf(record).length > 0 ? null : { act: "confirm", field: "/memo", old: memo, new: memo };
  });
}

/** Puts one question to all marked records. */
export function queryMarked(note: string): Promise<void> {
  return decideMarked(() => ({ act: "query", field: "/diagnostics", old: null, new: null, note }));
}

/** What a record came to, by its key: what is taken back is this decision and no later one. */
type Done = ReadonlyMap<string, Basis>;

/** @param changeOf null where a record is to stay as it is */
async function decideMarked(changeOf: (view: RecordView) => Change | null): Promise<void> {
  const keys = [...marked.value];
  const done = new Map<string, Basis>();
  try {
    for (const key of keys) {
      const view = await decided(key, changeOf);
      if (view !== null) done.set(key, basisOf(view));
    }
  } catch (error) {
    state.fail(error, () => void loadList());
  }
  marked.value = new Set(keys.filter((key) => !done.has(key)));
  await loadList();
  const action = { label: texts.takeBack, run: () => void takeBack(done) };
  state.tell(texts.manyDone(done.size, keys.length - done.size), done.size === 0 ? null : action);
}

async function decided(key: string, changeOf: (view: RecordView) => Change | null): Promise<RecordView | null> {
  const { desk } = state.source();
  const before = await state.source().record(key);
  const change = changeOf(before);
  if (desk === null || change === null) return null;
  return unlessChanged(async () => (await desk.decide(key, basisOf(before), [change])).view);
}

/** One step for all; a record that was decided on since stays. */
async function takeBack(done: Done): Promise<void> {
  const { desk } = state.source();
  let count = 0;
  try {
    for (const [key, basis] of done) {
      const view = desk === null ? null : await unlessChanged(async () => (await desk.undo(key, basis)).view);
      if (view !== null) count += 1;
    }
  } catch (error) {
    state.fail(error, () => void loadList());
  }
  await loadList();
  state.tell(texts.manyUndone(count, done.size - count));
}

/** What somebody else decided on meanwhile stays as it is. */
async function unlessChanged(work: () => Promise<RecordView>): Promise<RecordView | null> {
  try {
    const view = await work();
    refreshRow(view);
    return view;
  } catch (error) {
    if (error instanceof ChangedElsewhere) return null;
    throw error;
  }
}

function basisOf({ revision, events }: RecordView): Basis {
  return { on: revision, after: events.length };
}
