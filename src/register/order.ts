import type { Letter } from "./letter.ts";
import type { RegisterLetter } from "./schema.ts";

export interface Placed {
  readonly letter: Letter;
  readonly placedBy: RegisterLetter["placedBy"];
}

/**
 * Letters on one paper in the order they were written. One without a date is put before the letter that its next
 * review announces; a final one without that, last; any other, by the name of its file.
 */
export function inOrder(letters: readonly Letter[]): Placed[] {
  const dated = letters.filter(({ date }) => date !== null).toSorted(compareDated);
  const placed: Placed[] = dated.map((letter) => ({ letter, placedBy: "date" }));
  for (const letter of letters.filter(({ date }) => date === null).toSorted(compareUndated)) {
    const placedBy = hintOf(letter);
    const at = placed.findIndex((other) => comesBefore(letter, other.letter, placedBy));
    placed.splice(at === -1 ? placed.length : at, 0, { letter, placedBy });
  }
  return placed;
}

function hintOf({ nextReview, reportStatus }: Letter): RegisterLetter["placedBy"] {
  if (nextReview !== null) return "next-review";
  return reportStatus === "final" ? "report-status" : "file-name";
}

function comesBefore(letter: Letter, other: Letter, by: RegisterLetter["placedBy"]): boolean {
  if (by === "report-status") return false;
  if (by === "file-name") return isLastWord(other) || compareNames(letter, other) < 0;
  const review = letter.nextReview ?? "";
  return isLastWord(other) || (other.nextReview ?? "") > review || (other.date ?? "") >= review;
}

function isLastWord({ reportStatus, nextReview }: Letter): boolean {
  return reportStatus === "final" && nextReview === null;
}

function compareDated(a: Letter, b: Letter): number {
  return compareText(a.date ?? "", b.date ?? "") || compareNames(a, b);
}

function compareUndated(a: Letter, b: Letter): number {
  return compareText(a.nextReview ?? "~", b.nextReview ?? "~") || compareNames(a, b);
}

/** By the names of their files, numbers in them by their value; then by what tells any two apart. */
function compareNames(a: Letter, b: Letter): number {
  return compareText(sortable(a.file), sortable(b.file)) || compareText(a.id, b.id);
}

const sortable = (name: string): string => name.replace(/\d+/gu, (digits) => digits.padStart(20, "0"));

/** By UTF-16, which is the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
