import { isDeepStrictEqual } from "node:util";
import type { ArchivePaths, MemoKey } from "../archive/paths.ts";
import { nameOf } from "../archive/paths.ts";
import { addEvents, type ReviewedMemo, readReviewed, reviewed } from "../archive/reviews.ts";
import { addWords } from "../archive/words.ts";
import { cleaned } from "../revise/cleaned.ts";
import type { Change, ReviewEvent } from "../revise/event.ts";
import { valueAt } from "../revise/fields.ts";
import { learnedWords } from "../revise/learned-words.ts";
import { lastDecision } from "../revise/standing.ts";
import type { Basis, RecordView } from "./protocol.ts";

/** Thrown where a record is another than the decision was made on; nothing was written. */
export class RecordChanged extends Error {
  override readonly name = "RecordChanged";
  readonly memo: ReviewedMemo;

  constructor(memo: ReviewedMemo) {
    super("The record was changed elsewhere meanwhile.");
    this.memo = memo;
  }
}

/** Thrown for a decision that the record cannot take: a field it has not, a value no field of the kind has. */
export class DecisionInvalid extends Error {
  override readonly name = "DecisionInvalid";
}

/** Carries decisions out on the records of an archive; those on one record come one after the other. */
export class Desk {
  readonly #paths: ArchivePaths;
  readonly #who: string;
  readonly #now: () => Date;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(paths: ArchivePaths, who: string, now: () => Date) {
    this.#paths = paths;
    this.#who = who;
    this.#now = now;
  }

  /** null where there is no such record. @throws ArchiveDamaged */
  read(key: MemoKey): Promise<ReviewedMemo | null> {
    return readReviewed(this.#paths, key);
  }

  /** @throws RecordChanged, DecisionInvalid, ArchiveDamaged; null where there is no such record */
  decide(
    key: MemoKey,
    basis: Basis,
    changes: readonly Change[],
  ): Promise<{ memo: ReviewedMemo; learned: string[] } | null> {
    return this.#withCurrent(key, basis, async (memo) => {
      const clean = changes.map(typed);
      const events = clean.map((change): ReviewEvent => ({ ...change, ...this.#stamp(memo) }));
      assertFits(memo, events);
      const next = await addEvents(this.#paths, key, memo, events);
      return { memo: next, learned: await addWords(this.#paths, clean.flatMap(learnedWords)) };
    });
  }

  /** Takes the last decision back. @throws RecordChanged, DecisionInvalid, ArchiveDamaged */
  undo(key: MemoKey, basis: Basis): Promise<{ memo: ReviewedMemo; learned: string[] } | null> {
    return this.#withCurrent(key, basis, async (memo) => {
      const undoes = lastDecision(memo.events);
      const last = memo.events[(undoes[0] ?? 0) - 1];
      if (last === undefined) throw new DecisionInvalid("There is nothing to take back.");
      const { field, old, new: now } = last;
      const event: ReviewEvent = { act: "undo", field, old: now, new: old, undoes, ...this.#stamp(memo) };
      return { memo: await addEvents(this.#paths, key, memo, [event]), learned: [] };
    });
  }

  #stamp(memo: ReviewedMemo): { who: string; when: string; on: string } {
    return { who: this.#who, when: this.#now().toISOString(), on: memo.revision };
  }

  async #withCurrent<T>(key: MemoKey, basis: Basis, work: (memo: ReviewedMemo) => Promise<T>): Promise<T | null> {
    const name = nameOf(key);
    const turn = (this.#queues.get(name) ?? Promise.resolve()).then(async () => {
      const memo = await this.read(key);
      if (memo === null) return null;
      if (memo.revision !== basis.on || memo.events.length !== basis.after) throw new RecordChanged(memo);
      return work(memo);
    });
    const settled = turn.catch(() => undefined);
    this.#queues.set(name, settled);
    const result = await turn.finally(() => {
      if (this.#queues.get(name) === settled) this.#queues.delete(name);
    });
    return result;
  }
}

/** What a person typed is cleaned; what they only pointed at is the machine's. */
function typed(change: Change): Change {
  return change.act === "set" || change.act === "place" ? { ...change, new: cleaned(change.new) } : change;
}

/** Decisions on what stands there now, that the record can hold. */
function assertFits(memo: ReviewedMemo, events: readonly ReviewEvent[]): void {
  let now = memo;
  for (const event of events) {
    const isOnField = event.field === "/memo" || event.field.startsWith("/memo/");
    if (isOnField && !isDeepStrictEqual(valueAt(now.record.memo, event.field), event.old)) {
      throw new DecisionInvalid(`${event.field} is not what the decision was made on.`);
    }
    const next = reviewed(memo.machine, [...now.events, event]);
    if (isOnField && !isDeepStrictEqual(valueAt(next.record.memo, event.field) ?? null, event.new)) {
      throw new DecisionInvalid(`${event.field} cannot have this value.`);
    }
    now = next;
  }
}

export function viewOf(key: MemoKey, memo: ReviewedMemo, picture: RecordView["picture"]): RecordView {
  const { record, revision, events } = memo;
  return { key: nameOf(key), record, revision, events, picture };
}
