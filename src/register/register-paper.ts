import { type Occurrence, rounded, type Thread, threadsOf } from "./clauses.ts";
import { namesOf, ownersOf, type SoloLetters } from "./joint.ts";
import { type Letter, papersOf } from "./letter.ts";
import { compareText, inOrder, type Placed } from "./order.ts";
import { suggestionsIn } from "./readings.ts";
import type { ClauseReport, RegisterClause, RegisterLetter, RegisterNote, RegisterPaper } from "./schema.ts";
import { isPast, isSettled, stateOf } from "./state.ts";
import { plain } from "./words.ts";

/**
 * What became of one paper.
 * @param letters all letters on it
 * @param soloLetters those on another paper alone, which tell whose clauses a joint letter's are
 * @param asOf the day that overdue is told of
 */
export function registerPaper(
  paper: string,
  letters: readonly Letter[],
  soloLetters: SoloLetters,
  asOf: string | null,
): RegisterPaper {
  const placed = inOrder(letters);
  const { threads, notes } = threadsOf(paper, placed, (letter) => ownersOf(letter, soloLetters));
  const ids = threads.map((_, index) => `${paper}#${index + 1}`);
  const clauses = threads.map((thread, index) => clauseOf(thread, ids, index, placed, asOf));
  const names = placed.map(({ letter }) => namesOf(letter, paper));
  const reviews = clauses.map(({ nextReview }) => nextReview).filter((review) => review !== null);
  const ownReview = clauses.length === 0 ? (placed.at(-1)?.letter.nextReview ?? null) : null;
  const nextReview = [...reviews, ...(ownReview === null ? [] : [ownReview])].toSorted(compareText)[0] ?? null;
  return {
    paper,
    printed: unique(names.flatMap(({ printed }) => printed)),
    meetings: unique(names.flatMap(({ meetings }) => meetings)),
    title: mostFrequent(placed.map(({ letter }) => letter.subject).filter((subject) => subject !== null)),
    kind: mostFrequent(placed.map(({ letter }) => letter.kind)) ?? "Sonstiges",
    nextReview,
    overdue: clauses.some(({ overdue }) => overdue) || isPast(ownReview, asOf),
    letters: placed.map((one) => letterEntry(one, paper)),
    clauses,
    remarks: placed.flatMap(({ letter }) => letter.remarks.map((remark) => ({ letter: letter.id, ...remark }))),
    notes: [
      ...notes.map(
        (note): RegisterNote => ({ ...note, clause: note.clause === null ? null : (ids[note.clause] ?? null) }),
      ),
      ...leftOut(clauses, placed),
    ],
  };
}

/** A letter as the register lists it. */
export function letterEntry({ letter, placedBy }: Placed, paper: string | null): RegisterLetter {
  const { id, file, sha256, pages, date, kind, reportStatus, subject, nextReview } = letter;
  const jointWith = papersOf(letter).filter((other) => other !== paper);
  return { id, file, sha256, pages, date, placedBy, kind, reportStatus, subject, nextReview, jointWith };
}

function clauseOf(
  { occurrences, followUpTo }: Thread,
  ids: readonly string[],
  index: number,
  placed: readonly Placed[],
  asOf: string | null,
): RegisterClause {
  const whole = occurrences.filter(({ link }) => link === null || link.role === "same");
  const text = mostFrequent(whole.map(({ clause }) => clause.text)) ?? "";
  const kinds = new Map(occurrences.map(({ letter }) => [letter.id, letter.kind]));
  const reports = occurrences.map((occurrence) => reportOf(occurrence, text));
  const state = stateOf(reports, (id) => kinds.get(id) ?? "Sonstiges");
  const nextReview = isSettled(state) ? null : reviewOf(occurrences, placed);
  return {
    id: ids[index] ?? "",
    number: mostFrequent(whole.map(({ clause }) => clause.number).filter((number) => number !== null)),
    text,
    followUpTo: followUpTo === null ? null : (ids[followUpTo] ?? null),
    state,
    nextReview,
    overdue: isPast(nextReview, asOf),
    reports,
    suggestions: suggestionsIn(whole.map(({ letter, clause }) => ({ letter: letter.id, clause }))),
  };
}

function reportOf({ letter, clause, link }: Occurrence, text: string): ClauseReport {
  const { at, page, number, response, responsePage, fulfilment } = clause;
  const wording = clause.text === text || plain(clause.text) === plain(text) ? null : clause.text;
  const match = link === null ? null : { role: link.role, by: link.by, likeness: rounded(link.likeness) };
  const { date, reportStatus } = letter;
  return {
    letter: letter.id,
    at,
    page,
    date,
    reportStatus,
    number,
    text: wording,
    match,
    response,
    responsePage,
    fulfilment,
  };
}

/**
 * When the next report on a clause is due: as the last letter says that reports on it, or a later one on the paper
 * as a whole; none after a final report.
 */
function reviewOf(occurrences: readonly Occurrence[], placed: readonly Placed[]): string | null {
  const last = placed.findIndex(({ letter }) => letter === occurrences.at(-1)?.letter);
  const since = placed.slice(last).map(({ letter }) => letter);
  const telling = since.filter(({ clauses }, index) => index === 0 || clauses.length === 0);
  if (since.some(isLastWord)) return null;
  return telling.findLast(({ nextReview }) => nextReview !== null)?.nextReview ?? null;
}

function isLastWord({ reportStatus, nextReview }: Letter): boolean {
  return reportStatus === "final" && nextReview === null;
}

/** Clauses that were open and that the final report does not name. */
function leftOut(clauses: readonly RegisterClause[], placed: readonly Placed[]): RegisterNote[] {
  const final = placed.at(-1)?.letter;
  if (final === undefined || !isLastWord(final) || final.kind !== "Beschlusskontrolle") return [];
  return clauses
    .filter(({ state, reports }) => !isSettled(state) && state !== "closed" && reports.at(-1)?.letter !== final.id)
    .map(({ id }) => ({ code: "left-out-of-final", letter: final.id, at: null, clause: id, likeness: null }));
}

/** The first of the values that stand most often; null where there are none. */
function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
