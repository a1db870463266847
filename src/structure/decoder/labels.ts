/** What a piece of the letter is: a part of the record, or in none. In the order of the weights' columns. */
export const LABELS = [
  "authority",
  "office",
  "recipient",
  "fileReference",
  "date",
  "heading",
  "subject",
  "confidential",
  "salutation",
  "introduction",
  "label",
  "answerReference",
  "leadIn",
  "clause",
  "response",
  "nextReview",
  "closing",
  "name",
  "role",
  "noted",
  "attachment",
  "annex",
  "furniture",
] as const;

export type Label = (typeof LABELS)[number];

export const LABEL_COUNT = LABELS.length;

export function labelIndex(label: Label): number {
  return LABELS.indexOf(label);
}

/** Zones follow each other down the letter; within one, labels come in any order. */
const ZONES: Readonly<Record<Label, number>> = {
  authority: 0,
  office: 0,
  recipient: 0,
  fileReference: 0,
  date: 0,
  heading: 0,
  subject: 0,
  confidential: 0,
  salutation: 1,
  introduction: 2,
  label: 3,
  answerReference: 3,
  leadIn: 3,
  clause: 3,
  response: 3,
  nextReview: 3,
  closing: 4,
  name: 4,
  role: 4,
  noted: 4,
  attachment: 4,
  annex: 5,
  furniture: -1,
};

export function isBody(label: number): boolean {
  return ZONES[LABELS[label] as Label] === 3;
}

/** The pairs of labels that may follow each other; `furniture` stands for the letter's beginning. */
export function mayFollow(before: number, after: number): boolean {
  const [a, b] = [LABELS[before] as Label, LABELS[after] as Label];
  if (b === "furniture") return false;
  // The questions first, then "Ihre Anfrage beantworte ich wie folgt:" and the answers.
  if (b === "introduction" && (a === "clause" || a === "leadIn")) return true;
  if (ZONES[a] > ZONES[b]) return false;
  if (b === "annex" && ZONES[a] < ZONES.closing) return false;
  return a !== b || (ZONES[a] !== 1 && ZONES[a] !== 2 && a !== "closing");
}

const LENGTHS: Partial<Record<Label, number>> = {
  leadIn: 60,
  clause: 90,
  response: 400,
  introduction: 14,
  label: 10,
  answerReference: 6,
  nextReview: 14,
  annex: 40,
  furniture: 60,
};

/** In pieces: no segment is longer. */
export const LONGEST: readonly number[] = LABELS.map((label) => LENGTHS[label] ?? 12);
