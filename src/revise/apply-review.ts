import type { FindingCode } from "../model/diagnostic.ts";
import { type MemoRecord, recordSchema } from "../model/record.ts";
import { anchorOf } from "./anchor.ts";
import type { ReviewEvent } from "./event.ts";
import { type FieldValue, isSame, valueBelow } from "./fields.ts";
import { mergeField } from "./merge.ts";
import { rebuildRecord } from "./rebuild-record.ts";
import { Revision } from "./revision.ts";
import { type StandingEvent, standingEvents } from "./standing.ts";
import { doubtsIn } from "./standing-marks.ts";

type OnWord = Extract<StandingEvent, { word: unknown }>;
type OnValue = Extract<StandingEvent, { act: "set" }>;
type OnCorrection = Extract<StandingEvent, { correction: unknown }>;

const CONFLICT: FindingCode = "review-conflict";
const QUERY: FindingCode = "review-query";

/** A decision that the record as it is read now speaks against. */
interface Conflict {
  /** The place in the record; the list's where the entry is no more. */
  readonly field: string;
  /** What the person decided. */
  readonly human: FieldValue;
  /** What the machine reads there now; null where it has no such place. */
  readonly machine: FieldValue;
  /** Whether the person's value stands in the record. */
  readonly stands: boolean;
}

export interface Reviewed {
  readonly record: MemoRecord;
  readonly conflicts: readonly Conflict[];
}

/**
 * Carries out what people decided on a record as the machine reads it now, which may be another than they saw.
 * Pure: the same record and events give the same result. Human values survive; where the machine's reading moved,
 * they are anchored again, and where it speaks against them, they stand and a finding "review-conflict" says so.
 */
export function applyReview(machine: MemoRecord, events: readonly ReviewEvent[]): Reviewed {
  const standing = standingEvents(events);
  if (standing.length === 0) return { record: machine, conflicts: [] };
  const revision = new Revision(machine);
  const conflicts = standing.flatMap((event) => applyEvent(revision, event));
  return { record: rebuildRecord(machine, revision), conflicts: conflicts.filter((one) => isOpen(revision, one)) };
}

/** Whether no later decision settled a conflict. */
function isOpen({ findings }: Revision, { field }: Conflict): boolean {
  return findings.some(({ code, at, severity }) => code === CONFLICT && at === field && severity !== "info");
}

function applyEvent(revision: Revision, event: StandingEvent): Conflict[] {
  if (event.act === "dismiss" || event.act === "place") {
    const { code, message, page } = event.finding;
    revision.settle((one) => one.code === code && one.message === message && one.page === page);
  }
  if (event.act === "query") {
    revision.findings.push({ severity: "warning", code: QUERY, message: `A person asks: "${event.note}".` });
  }
  if (event.act === "dismiss" || event.act === "query") return [];
  if (event.field === "/memo") return confirmAll(revision, event);
  const field = anchorOf(revision.memo, event.field, [event.old, event.new]);
  if (field === null) return [reported(revision, listOf(event.field), event.new, null, false)];
  if (event.act === "check") return checkWord(revision, event, field);
  if (event.act === "accept" || event.act === "reject") return decideCorrection(revision, event, field);
  const conflicts = decideValue(revision, event, field);
  if (event.act === "set") pointAt(revision, event, field);
  return conflicts;
}

/** Leaves that a person took from the page stand where they were pointed at, as long as they are what was taken. */
function pointAt(revision: Revision, { new: now, places = [] }: OnValue, field: string): void {
  for (const { at, regions } of places) {
    const leaf = revision.fields.get(`${field}${at}`);
    const taken = valueBelow(now, at);
    if (leaf !== undefined && isSame(leaf.value, taken))
      revision.fields.set(`${field}${at}`, { ...leaf, pointedAt: regions });
  }
}

/** All that a memo says, confirmed at once. */
function confirmAll(revision: Revision, event: StandingEvent): Conflict[] {
  const parts = Object.entries(event.new as { readonly [key: string]: FieldValue });
  const conflicts = parts.flatMap(([key, value]) =>
    decideValue(revision, { ...event, act: "confirm", old: value, new: value }, `/memo/${key}`),
  );
  revision.settle((finding) => finding.code !== CONFLICT);
  return conflicts;
}

/** A value set or confirmed. What a person confirmed as a whole no other reading changes in part. */
function decideValue(revision: Revision, event: Pick<StandingEvent, "act" | "old" | "new">, field: string): Conflict[] {
  const current = revision.valueAt(field) ?? null;
  const merged =
    event.act === "confirm"
      ? { value: event.new, isClean: isSame(event.new, current) }
      : mergeField(field, event.old, event.new, current);
  if (!isValid(revision, field, merged.value)) return [reported(revision, field, event.new, current, false)];
  if (!isSame(merged.value, current)) revision.put(field, merged.value);
  // Who moves a boundary has not read what it parts: a list set holds what it held before, as sure and as doubtful.
  const isRearranged = event.act === "set" && typeof merged.value === "object" && merged.value !== null;
  if (!isRearranged) revision.trust(field);
  return merged.isClean ? [] : [reported(revision, field, event.new, current, true)];
}

/** A word looked at, and mended if need be: the rest of its field is as sure as it was. */
function checkWord(revision: Revision, event: OnWord, field: string): Conflict[] {
  const { old, new: now, word } = event;
  const before = revision.fields.get(field);
  const current = revision.valueAt(field) ?? null;
  const merged = mergeField(field, old, now, current);
  if (!isValid(revision, field, merged.value)) return [reported(revision, field, now, current, false)];
  if (isSame(old, current)) revision.lookedAt(field, word.offset, word.length);
  else lookedAtAgain(revision, field, String(old).slice(word.offset, word.offset + word.length));
  if (!isSame(merged.value, current)) revision.put(field, merged.value);
  const after = revision.fields.get(field);
  if (before !== undefined && after !== undefined) {
    const isSure = doubtsIn(after, revision.doubts).length === 0;
    revision.fields.set(field, { ...after, confidence: isSure ? 1 : before.confidence });
    if (isSure) revision.settle(({ at, code }) => at === field && ON_WORDS.has(code));
  }
  return merged.isClean ? [] : [reported(revision, field, now, current, true)];
}

/** Findings that doubtful words are behind: with the last of these they are settled. */
const ON_WORDS: ReadonlySet<string> = new Set<FindingCode>(["word-uncertain", "field-uncertain", "name-uncertain"]);

/** The word in a text that is another now, where it stands there once. */
function lookedAtAgain(revision: Revision, field: string, word: string): void {
  const text = revision.fields.get(field)?.text.text ?? "";
  const at = text.indexOf(word);
  if (at !== -1 && text.indexOf(word, at + 1) === -1) revision.lookedAt(field, at, word.length);
}

/** A correction found right, or taken back; found again by its words where the text is another now. */
function decideCorrection(revision: Revision, event: OnCorrection, field: string): Conflict[] {
  const { correction } = event;
  const current = revision.valueAt(field) ?? null;
  const base = event.act === "accept" ? withoutCorrection(String(event.old), correction) : event.old;
  const merged = isSame(event.old, current)
    ? { value: event.new, isClean: true }
    : mergeField(field, base, event.new, current);
  if (!isValid(revision, field, merged.value)) return [reported(revision, field, event.new, current, false)];
  if (!isSame(merged.value, current)) revision.put(field, merged.value);
  if (event.act === "accept") acceptCorrection(revision, field, correction);
  return merged.isClean ? [] : [reported(revision, field, event.new, current, true)];
}

function withoutCorrection(text: string, { offset, from, to }: OnCorrection["correction"]): string {
  return text.slice(0, offset) + from + text.slice(offset + to.length);
}

/** Marks the correction with these words nearest to where it stood. */
function acceptCorrection(revision: Revision, field: string, { offset, to }: OnCorrection["correction"]): void {
  let at = 0;
  let best: { readonly start: number; readonly distance: number } | null = null;
  for (const segment of revision.fields.get(field)?.text.segments ?? []) {
    const distance = Math.abs(at - offset);
    const isIt = segment.kind === "edited" && segment.text === to;
    if (isIt && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { start: segment.start, distance };
    at += segment.text.length;
  }
  if (best !== null) revision.accepted.add(best.start);
}

function isValid(revision: Revision, field: string, value: FieldValue): boolean {
  return recordSchema.shape.memo.safeParse(revision.memoWith(field, value)).success;
}

/** A conflict, and the finding that asks a person to look. */
function reported(
  revision: Revision,
  field: string,
  human: FieldValue,
  machine: FieldValue,
  stands: boolean,
): Conflict {
  const message = stands
    ? "A person's value stands here; the text is read otherwise now."
    : "A person's value has no place here any more; the review's history holds it.";
  revision.findings.push({ severity: "warning", code: CONFLICT, message, at: field });
  return { field, human, machine, stands };
}

/** The list that an entry's leaf belongs to: "/memo/items". */
function listOf(pointer: string): string {
  return pointer.split("/").slice(0, 3).join("/");
}
