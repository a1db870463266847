import { isDeepStrictEqual } from "node:util";
import type { ArchivePaths, MemoKey } from "../archive/paths.ts";
import { nameOf } from "../archive/paths.ts";
import { addEvents, type ReviewedMemo, readReviewed, reviewed } from "../archive/reviews.ts";
import { cleaned } from "../revise/cleaned.ts";
import type { Change, ReviewEvent } from "../revise/event.ts";
import { isSame, valueAt } from "../revise/fields.ts";
import { isWithin } from "../revise/follow-findings.ts";
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
  readonly #who: () => string;
  readonly #now: () => Date;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(paths: ArchivePaths, who: () => string, now: () => Date) {
    this.#paths = paths;
    this.#who = who;
    this.#now = now;
  }

  /** null where there is no such record. @throws ArchiveDamaged */
  read(key: MemoKey): Promise<ReviewedMemo | null> {
    return readReviewed(this.#paths, key);
  }

  /**
   * Carries out decisions that fit what stands now, though others may have decided on other fields meanwhile.
   * @throws RecordChanged, DecisionInvalid, ArchiveDamaged; null where there is no such record
   */
  decide(key: MemoKey, basis: Basis, changes: readonly Change[]): Promise<ReviewedMemo | null> {
    return this.#withCurrent(key, (memo) => {
      const events = changes.map((change): ReviewEvent => ({ ...typed(change), ...this.#stamp(memo) }));
      if (!isCurrent(memo, basis) && touchesOthers(memo, basis, events)) throw new RecordChanged(memo);
      assertFits(memo, events);
      return addEvents(this.#paths, key, memo, events);
    });
  }

  /** Takes the last decision back. @throws RecordChanged, DecisionInvalid, ArchiveDamaged */
  undo(key: MemoKey, basis: Basis): Promise<ReviewedMemo | null> {
    return this.#withCurrent(key, (memo) => {
      if (!isCurrent(memo, basis)) throw new RecordChanged(memo);
      const undoes = lastDecision(memo.events);
      const last = memo.events[(undoes[0] ?? 0) - 1];
      if (last === undefined) throw new DecisionInvalid("There is nothing to take back.");
      const { field, old, new: now } = last;
      const event: ReviewEvent = { act: "undo", field, old: now, new: old, undoes, ...this.#stamp(memo) };
      return addEvents(this.#paths, key, memo, [event]);
    });
  }

  #stamp(memo: ReviewedMemo): { who: string; when: string; on: string } {
    return { who: this.#who(), when: this.#now().toISOString(), on: memo.revision };
  }

  async #withCurrent(key: MemoKey, work: (memo: ReviewedMemo) => Promise<ReviewedMemo>): Promise<ReviewedMemo | null> {
    const name = nameOf(key);
    const turn = (this.#queues.get(name) ?? Promise.resolve()).then(async () => {
      const memo = await this.read(key);
      return memo === null ? null : work(memo);
    });
    const settled = turn.catch(() => undefined);
    this.#queues.set(name, settled);
    const result = await turn.finally(() => {
      if (this.#queues.get(name) === settled) this.#queues.delete(name);
    });
    return result;
  }
}

function isCurrent(memo: ReviewedMemo, basis: Basis): boolean {
  return memo.revision === basis.on && memo.events.length === basis.after;
}

/** Whether decisions are on what others decided on since, or on a value that is another by now. */
function touchesOthers(memo: ReviewedMemo, { after }: Basis, events: readonly ReviewEvent[]): boolean {
  const since = memo.events.slice(after).map(({ field }) => field);
  const first = new Map(events.toReversed().map((event) => [event.field, event.old]));
  return (
    memo.events.length < after ||
    events.some(({ field }) => since.some((other) => isWithin(field, other) || isWithin(other, field))) ||
    [...first].some(([field, old]) => isOnMemo(field) && !isSame(valueAt(memo.record.memo, field) ?? null, old))
  );
}

function isOnMemo(field: string): boolean {
  return isWithin(field, "/memo");
}

/** What a person typed is cleaned; what they only pointed at is the machine's. */
function typed(change: Change): Change {
  if (change.act === "query") return { ...change, note: String(cleaned(change.note) ?? "?") };
  return change.act === "set" || change.act === "place" || change.act === "check"
    ? { ...change, new: cleaned(change.new) }
    : change;
}

/** Decisions on what stands there now, that the record can hold. */
function assertFits(memo: ReviewedMemo, events: readonly ReviewEvent[]): void {
  let now = memo;
  for (const event of events) {
    const isOnField = isOnMemo(event.field);
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
