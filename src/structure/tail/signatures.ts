import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Leaf, SignatureTree } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { textLeaf, valueLeaf } from "../leaf.ts";
import { capacitiesOf, isInColumn } from "./capacity.ts";
import { holderOfOffice, holderOfRole, type LetterFacts, nameOfHolder } from "./inferred-name.ts";
import { mendedName, mendedRole } from "./mend-person.ts";
import { type Person, personsOf, roleOf } from "./persons.ts";
import { knownName } from "./roster.ts";
import { isCleanName, isScribble, type SignatureLine, signatureLines } from "./signature-lines.ts";

export interface Signatures {
  readonly signatures: readonly SignatureTree[];
  /** The lines of names, roles and their labels. */
  readonly lines: readonly TracedLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The persons below the closing, in printed order: who signed, and, under "Kenntnisnahme", who noted.
 * A name that the signature across it left illegible is that of its office's holder at the time, if
 * there was but one; such a name is flagged.
 * @param closing the last line of the closing; persons above it come after those below
 */
export function parseSignatures(
  lines: readonly TracedLine[],
  closing: TracedLine | undefined,
  facts: LetterFacts,
): Signatures {
  const read = lines.flatMap(signatureLines);
  const label = read.find((part) => part.kind === "noted");
  const persons = personsOf(read, closing);
  const capacities = capacitiesOf(persons, label, facts);
  const known = persons.map((person, index) => signatureOf(person, capacities[index] ?? null, facts));
  const signer = known.some(({ tree }) => tree.capacity?.value === "signed") ? null : signerOf(lines, label, facts);
  const all = signer === null ? known : [signer, ...known];
  return {
    signatures: all.map(({ tree }) => tree),
    lines: [...read.filter(isLabelLine), ...persons.flatMap(partsOf)].map(({ line }) => line),
    diagnostics: all.flatMap(({ isInferred, tree }, index) => nameFindings(index, tree.name, isInferred)),
  };
}

function isLabelLine({ kind }: SignatureLine): boolean {
  return kind === "noted" || kind === "deputy";
}

function partsOf({ name, roles }: Person): SignatureLine[] {
  return name === null ? roles : [name, ...roles];
}

interface Signature {
  readonly tree: SignatureTree;
  readonly isInferred: boolean;
}

function signatureOf(person: Person, capacity: SignatureTree["capacity"], facts: LetterFacts): Signature {
  const role = roleOf(person);
  if (person.name === null) {
    const holder = role === null ? null : holderOfRole(role.text, facts);
    const name = holder === null || role === null ? null : nameOfHolder(holder, role);
    return { tree: { name, role: role === null ? null : textLeaf(role, 0.9), capacity }, isInferred: name !== null };
  }
  const holder = knownName(person.name.text.text)?.holder ?? null;
  const mended = role === null || holder === null ? null : mendedRole(role, holder);
  const name = mendedName(person.name.text, mended !== null);
  const tree = {
    name: textLeaf(name.text, name.sureness),
    role: role === null ? null : textLeaf(mended ?? role, mended === null ? 0.85 : 0.96),
    capacity,
  };
  return { tree, isInferred: false };
}

/** A signature without a legible name or role below it: the head of the letter's office signed. */
function signerOf(
  lines: readonly TracedLine[],
  label: SignatureLine | undefined,
  facts: LetterFacts,
): Signature | null {
  const strokes = lines.find(
    (line) => isScribble(line) && (label === undefined || isInColumn(line.box, label) === false),
  );
  const holder = strokes === undefined ? null : holderOfOffice(facts);
  if (strokes === undefined || holder === null) return null;
  const capacity = valueLeaf<"signed" | "noted">("signed", strokes.text, 1);
  return { tree: { name: nameOfHolder(holder, strokes.text), role: null, capacity }, isInferred: true };
}

function nameFindings(index: number, name: Leaf | null, isInferred: boolean): Diagnostic[] {
  const at = `/memo/signatures/${index}/name`;
  if (isInferred) {
    const message = "The name cannot be read under the signature; it is that of the office's holder at the time.";
    return [{ severity: "warning", stage: "structure", code: "name-inferred", message, at }];
  }
  if (name === null || isCleanName(name.value)) return [];
  const message = "A signature crosses the name; its letters are not sure.";
  return [{ severity: "warning", stage: "structure", code: "name-uncertain", message, at }];
}
