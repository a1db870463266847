import type { TracedText } from "../../text/traced-text.ts";
import { distance, folded } from "../likeness.ts";
import { knownName, type OfficeHolder } from "./roster.ts";
import { isCleanName } from "./signature-lines.ts";

export interface MendedName {
  readonly text: TracedText;
  readonly sureness: number;
}

/**
 * A name that a signature crossed, given back from the roster. A name that reads as a clean one is only
 * changed where the role is that person's too, or its first name agrees and hardly a letter differs:
 * "Martin Seifert" is not Martin Seidel.
 */
export function mendedName(text: TracedText, hasTheirRole: boolean): MendedName {
  const known = knownName(text.text);
  if (known === null) return { text, sureness: isCleanName(text.text) ? 0.95 : 0.6 };
  const { holder, likeness } = known;
  const titles = /^(?:(?:Dr|Prof)\. ?)+/u.exec(text.text)?.[0].length ?? 0;
  if (text.text.slice(titles) === holder.name) return { text, sureness: 0.99 };
  const isSameFirstName = firstName(text.text.slice(titles)) === firstName(holder.name);
  const isNear = likeness > 0.8 && isSameFirstName;
  const isSafe = !isCleanName(text.text) || isNear || (hasTheirRole && likeness > 0.6);
  if (!isSafe) return { text, sureness: 0.7 };
  const confidence = Math.min(0.97, likeness + (hasTheirRole ? 0.25 : 0.1));
  return {
    text: text.apply([{ rule: "gazetteer", start: titles, end: text.length, after: holder.name, confidence }]),
    sureness: 1,
  };
}

function firstName(name: string): string {
  return folded(name).split(" ")[0] ?? "";
}

/** Share of a role's letters that may be spoilt. */
const TOLERANCE = 0.3;

/** A role as its holder is known to have had it; null where it is none of the holder's. */
export function mendedRole(text: TracedText, holder: OfficeHolder): TracedText | null {
  const role = holder.terms
    .map((held) => held.role)
    .filter((known) => isLike(text.text, known))
    .sort(
      (a, b) => distance(folded(text.text), folded(a), a.length) - distance(folded(text.text), folded(b), b.length),
    )[0];
  if (role === undefined) return null;
  if (role === text.text) return text;
  return text.apply([{ rule: "gazetteer", start: 0, end: text.length, after: role, confidence: 0.9 }]);
}

function isLike(read: string, role: string): boolean {
  const limit = Math.floor(role.length * TOLERANCE);
  if (distance(folded(read), folded(role), limit) <= limit) return true;
  const [first = "", ...rest] = role.split(" ");
  const isSpoiltStart = /^[^\p{L}]+/u.test(read) && read.endsWith(` ${rest.join(" ")}`);
  return rest.length > 0 && first !== "Beigeordneter" && isSpoiltStart;
}
