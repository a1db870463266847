import type { Leaf } from "../../text/memo-tree.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { valueLeaf } from "../leaf.ts";
import { holderAt, type OfficeHolder } from "./roster.ts";

/** What the head tells of the letter: when it was written, and in which office. */
export interface LetterFacts {
  /** ISO date; null where it is not known. */
  readonly date: string | null;
  readonly office: string | null;
}

/** A name that nobody can read any more is never given more surely than this. */
const SURENESS = 0.6;

/** The one person who held a printed role when the letter was written. */
export function holderOfRole(role: string, facts: LetterFacts): OfficeHolder | null {
  return facts.date === null ? null : holderAt(role, facts.date);
}

/** The one person who headed the letter's office: "Geschäftsbereich Kultur" is headed by its Beigeordnete. */
export function holderOfOffice({ office, date }: LetterFacts): OfficeHolder | null {
  if (office === null || date === null) return null;
  const name = office.replace(/^(?:Der|Die) /u, "");
  const department = /^Geschäftsbereich (.+)$/u.exec(name)?.[1];
  const roles =
    department === undefined ? [name] : [`Beigeordneter für ${department}`, `Beigeordnete für ${department}`];
  const holders = roles.map((role) => holderAt(role, date)).filter((holder) => holder !== null);
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

export function nameOfHolder(holder: OfficeHolder, evidence: TracedText): Leaf {
  return valueLeaf(holder.name, evidence, SURENESS);
}
