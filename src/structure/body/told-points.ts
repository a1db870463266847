import type { NamedPoint } from "./answer-heading.ts";

/** A sentence that names the point it answers: "Zu Punkt 1 wurde bereits mit Beschlusskontrolle vom … informiert." */
const TOLD =
  /^(?:Zu|Über)(?: den| die)? (?:(?:Beschluss)?[Pp]unkt(?:en|e)?|(?:Beschluss)?[Zz]iffern?|Fragen?) (\d[\d, und.]*?)\.? (?=\p{Ll})/u;

/** The points that a sentence answers and names in its own words; none for any other. */
export function toldPoints(text: string): NamedPoint[] {
  const [whole = "", numbers = ""] = TOLD.exec(text) ?? [];
  return [...numbers.matchAll(/\d+/gu)].map(([number]) => {
    return { number, roman: null, isCounted: false, start: 0, end: whole.length };
  });
}
