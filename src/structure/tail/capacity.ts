import type { Box } from "../../model/box.ts";
import type { Leaf } from "../../text/memo-tree.ts";
import { valueLeaf } from "../leaf.ts";
import type { LetterFacts } from "./inferred-name.ts";
import { type Person, roleOf } from "./persons.ts";
import type { SignatureLine } from "./signature-lines.ts";

/**
 * Who signed, and who noted under "Kenntnisnahme": on paper the columns tell, in plain text the order.
 * @param label the line "Kenntnisnahme"; without it all signed
 */
export function capacitiesOf(
  persons: readonly Person[],
  label: SignatureLine | undefined,
  facts: LetterFacts,
): Leaf<"signed" | "noted">[] {
  const signer = label === undefined ? null : signerIn(persons, label, facts);
  return persons.map((person) => {
    const { text, box } = person.first;
    if (label === undefined) return valueLeaf("signed", text, 0.97);
    const isNoted = isInColumn(box, label) ?? person !== signer;
    return isNoted ? valueLeaf("noted", label.text, 0.95) : valueLeaf("signed", text, 0.95);
  });
}

/**
 * A scanner reads the columns of the signatures line by line, the signer first, or the signer's alone above
 * the label. What a department signs the mayor notes.
 */
function signerIn(persons: readonly Person[], label: SignatureLine, facts: LetterFacts): Person | undefined {
  const above = persons.filter(({ first }) => first.line.index < label.line.index);
  const below = persons.filter((person) => !above.includes(person));
  const candidates = [...(below.length < 2 ? above.slice(0, 1) : []), ...below.slice(0, 1), ...above.slice(0, 1)];
  const isMayors = facts.office === null || isMayor(facts.office);
  const ofDepartment = candidates.find((person) => !isMayor(roleOf(person)?.text ?? ""));
  return (isMayors ? null : ofDepartment) ?? candidates[0];
}

function isMayor(role: string): boolean {
  return /bürgermeister/iu.test(role);
}

export function isInColumn(box: Box | null, label: SignatureLine): boolean | null {
  return label.box === null || box === null ? null : box[0] > label.box[0] - COLUMN_SHIFT;
}

/** In points: names may begin this far left of "Kenntnisnahme" and still stand in its column. */
const COLUMN_SHIFT = 60;
