import type { Leaf } from "../../text/memo-tree.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { valueLeaf } from "../leaf.ts";

type Fulfilment = "fulfilled" | "partly-fulfilled" | "not-fulfilled";

/** "Der Beschlusspunkt ist damit erfüllt", "Die Punkte 1 und 2 sind nicht umgesetzt", "Damit ist der Beschluss erledigt". */
const STATEMENT =
  /(?:\b(?:ist|sind|gilt|gelten) )?(?:\b(?:[Dd]er|[Dd]ie|[Dd]iese[rn]?) (?:\S{1,20} ){0,2}?)?\b(?:Beschluss(?:punkte?s?)?|Punkte?|(?:Beschluss)?[Zz]iffern?|Auftrag|Beschlüsse)\b[^.!?]{0,60}?\b(?:erf[üu][li]{1,3}t|umgesetzt|erledigt)\b/gu;

/**
 * Whether the answer says in so many words that the point is fulfilled; its last word on it counts.
 * What is only planned ("wird … erfüllt", "kann erst erfüllt werden") says nothing.
 */
export function fulfilmentIn(answer: TracedText): Leaf<Fulfilment> | null {
  const statements = [...answer.text.matchAll(STATEMENT)].filter((match) => isStatement(answer.text, match));
  const last = statements.at(-1);
  if (last === undefined) return null;
  const text = answer.slice(last.index, last.index + last[0].length);
  return valueLeaf(degreeOf(last[0]), text, 0.95);
}

function isStatement(text: string, match: RegExpMatchArray): boolean {
  const after = text.slice((match.index ?? 0) + match[0].length);
  if (/\bkonnten? .*\bnicht\b/u.test(match[0]) && after.startsWith(" werden")) return true;
  if (!/\b(?:ist|sind|gilt|gelten|wurden?)\b/u.test(match[0])) return false;
  return (
    !/\b(?:wenn|sobald|falls|erst|wird|werden|kann|soll)\b/u.test(match[0]) && !/^ (?:werden|wird|haben)\b/u.test(after)
  );
}

function degreeOf(statement: string): Fulfilment {
  if (
    /\b(?:teilweise|teils|zum Teil|in Teilen|größtenteils|überwiegend|noch nicht vollständig|noch nicht vollumfänglich|weitgehend)\b/u.test(
      statement,
    )
  ) {
    return "partly-fulfilled";
  }
  return /\b(?:nicht|noch offen)\b/u.test(statement) ? "not-fulfilled" : "fulfilled";
}
