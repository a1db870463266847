import type { Letter } from "./letter.ts";
import type { ClauseReport, ClauseState } from "./schema.ts";

type Report = Pick<ClauseReport, "letter" | "reportStatus" | "response" | "fulfilment">;

/** What the letters say last of a clause. */
export function stateOf(reports: readonly Report[], kindOf: (letter: string) => Letter["kind"]): ClauseState {
  let state: ClauseState = "no-report";
  for (const group of byLetter(reports)) {
    const isControl = kindOf(group[0]?.letter ?? "") === "Beschlusskontrolle";
    const said = combined(group.map((report) => saidBy(report, isControl, state)));
    state = said === "no-report" ? state : said;
  }
  return state;
}

/** What one report makes of a clause of which earlier ones said something. */
function saidBy({ response, fulfilment, reportStatus }: Report, isControl: boolean, before: ClauseState): ClauseState {
  if (response === null) return "no-report";
  const isFinal = reportStatus === "final";
  // In an interim report "nicht erfüllt" says that it is still to be done.
  if (fulfilment === "not-fulfilled") return isFinal || !isControl ? "not-fulfilled" : "open";
  if (fulfilment !== null) return fulfilment;
  if (!isControl) return reportStatus === "interim" ? "open" : "answered";
  if (before === "fulfilled" || before === "not-fulfilled") return before;
  if (isFinal) return "closed";
  return before === "partly-fulfilled" ? before : "open";
}

/** Several parts of one clause: what all are, or else how far it is done at least. */
function combined(states: readonly ClauseState[]): ClauseState {
  const told = new Set(states.filter((state) => state !== "no-report"));
  const [only] = told;
  if (only === undefined) return "no-report";
  if (told.size === 1) return only;
  if (told.has("fulfilled") || told.has("partly-fulfilled")) return "partly-fulfilled";
  return told.has("open") ? "open" : "closed";
}

function byLetter(reports: readonly Report[]): Report[][] {
  const groups = new Map<string, Report[]>();
  for (const report of reports) groups.set(report.letter, [...(groups.get(report.letter) ?? []), report]);
  return [...groups.values()];
}

/** Whether nothing is left to report on. */
export function isSettled(state: ClauseState): boolean {
  return state === "fulfilled" || state === "not-fulfilled";
}

/** Whether a review was due before a day; one of a month is due by its last day. */
export function isPast(review: string | null, asOf: string | null): boolean {
  if (review === null || asOf === null) return false;
  return review < asOf.slice(0, review.length);
}
