import type { ClauseReport, ClauseState, RegisterClause, RegisterNote, RegisterPaper } from "../../register/schema.ts";

/** What people read for a clause's state. */
export const STATES: Readonly<Record<ClauseState, string>> = {
  fulfilled: "erfüllt",
  "partly-fulfilled": "teilweise erfüllt",
  "not-fulfilled": "nicht erfüllt",
  closed: "abschließend berichtet",
  answered: "beantwortet",
  open: "offen",
  "no-report": "kein Bericht",
};

const NOTES: Readonly<Record<RegisterNote["code"], string>> = {
  "clause-unmatched": "kein früherer Brief hat diesen Punkt",
  "joint-undecided": "zu welcher der Vorlagen der Punkt gehört, ist nicht zu erkennen",
  "left-out-of-final": "der abschließende Bericht nennt diesen Punkt nicht",
};

const ROLES: Readonly<Record<NonNullable<ClauseReport["match"]>["role"], string>> = {
  same: "",
  part: "ein Teil des Punktes",
  joined: "mit anderen zusammengefasst",
};

/** "31.03.2021", "07/2016", or a dash. */
export function dayText(date: string | null): string {
  if (date === null) return "–";
  const [year, month, day] = date.split("-");
  return day === undefined ? `${month}/${year}` : `${day}.${month}.${year}`;
}

export function roleText({ match }: ClauseReport): string {
  if (match === null || match.role === "same") return "";
  return ROLES[match.role];
}

export function noteText(note: RegisterNote, paper: RegisterPaper): string {
  const letter = paper.letters.find(({ id }) => id === note.letter);
  const clause = paper.clauses.find(({ id }) => id === note.clause);
  const about =
    clause === undefined ? "" : ` (${note.code === "left-out-of-final" ? "" : "am nächsten: "}${nameOf(clause)})`;
  return `${letter?.file ?? note.letter}: ${NOTES[note.code]}${about}`;
}

/** "Punkt 2a", or the first of its words. */
export function nameOf({ number, text }: Pick<RegisterClause, "number" | "text">): string {
  if (number !== null) return `Punkt ${number}`;
  return text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME)}…`;
}

const LONGEST_NAME = 40;

/** When a paper or a clause is reported on next. */
export function reviewText({ nextReview, overdue }: Pick<RegisterClause, "nextReview" | "overdue">): string {
  return overdue ? `${dayText(nextReview)} (überfällig)` : dayText(nextReview);
}

/** Where a letter stands, as people look it up. */
export function placeOf(report: ClauseReport, paper: RegisterPaper): string {
  const file = paper.letters.find(({ id }) => id === report.letter)?.file ?? report.letter;
  return report.page === null ? file : `${file}, S. ${report.page}`;
}

/** "„Kanainetz“ ist nach 4 von 6 Briefen „Kanalnetz“ (b.pdf, S. 2)" */
export function suggestionText(suggestion: RegisterClause["suggestions"][number], paper: RegisterPaper): string {
  const { read, suggested, votes, letter, page } = suggestion;
  const file = paper.letters.find(({ id }) => id === letter)?.file ?? letter;
  const place = page === null ? file : `${file}, S. ${page}`;
  return `„${read}“ ist nach ${votes.suggested} von ${votes.of} Briefen „${suggested}“ (${place})`;
}
