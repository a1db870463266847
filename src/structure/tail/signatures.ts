import type { Leaf, SignatureTree } from "../../text/memo-tree.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { textLeaf, valueLeaf } from "../leaf.ts";
import { mendedName, mendedRole } from "./mend-person.ts";
import { knownName } from "./roster.ts";
import { type SignatureLine, signatureLines } from "./signature-lines.ts";

export interface Signatures {
  readonly signatures: readonly SignatureTree[];
  /** The lines of names, roles and their labels. */
  readonly lines: readonly TracedLine[];
}

interface Person {
  readonly name: SignatureLine;
  roles: SignatureLine[];
}

/**
 * The persons below the closing, in printed order: who signed, and, under "Kenntnisnahme", who noted.
 * On paper roles stand below their names and "Kenntnisnahme" heads a column; in plain text columns
 * are interleaved, and a role goes to the name it fits best.
 * @param closing the last line of the closing; persons above it come after those below
 */
export function parseSignatures(lines: readonly TracedLine[], closing: TracedLine | undefined): Signatures {
  const read = lines.flatMap(signatureLines);
  const names = read.filter((part) => part.kind === "name");
  const below = names.filter(({ line }) => closing === undefined || line.index > closing.index);
  const persons: Person[] = [...below, ...names.filter((name) => !below.includes(name))].map((name) => ({
    name,
    roles: [],
  }));
  for (const part of read) if (part.kind === "role") bestOwner(persons, part)?.roles.push(part);
  for (const part of read) if (part.kind === "role-rest") openRole(persons, part)?.roles.push(part);
  const label = read.find((part) => part.kind === "noted");
  return {
    signatures: persons.map((person, index) => signatureOf(person, capacityOf(person, index, label))),
    lines: read.map(({ line }) => line),
  };
}

function bestOwner(persons: readonly Person[], role: SignatureLine): Person | null {
  const ranked = persons
    .map((person) => ({ person, fit: fitOf(person, role) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  return ranked[0]?.person ?? null;
}

/** How well a role fits a person; zero and less: not at all. */
function fitOf(person: Person, role: SignatureLine): number {
  if (person.roles.length > 0) return 0;
  const places = distanceBelow(person.name.line, role.line);
  if (places !== null) return places;
  const holder = knownName(person.name.text.text)?.holder;
  const isTheirs = holder !== undefined && mendedRole(role.text, holder) !== null;
  const gap = role.line.index - person.name.line.index;
  if (gap < 0) return isTheirs ? 1 : 0;
  return (isTheirs ? 20 : holder === undefined ? 10 : 5) + (gap === 1 ? 4 : 0) - gap / 10;
}

/** On paper: nearness of a role below a name of its column; null where there are no boxes. */
function distanceBelow(name: TracedLine, role: TracedLine): number | null {
  if (name.box === null || role.box === null) return null;
  const [left, top, width, height] = role.box;
  const isSameColumn = left < name.box[0] + name.box[2] + COLUMN_SLACK && name.box[0] < left + width + COLUMN_SLACK;
  const gap = top - (name.box[1] + name.box[3]);
  const aligned = Math.max(0, 60 - Math.abs(left - name.box[0]));
  if (!isSameColumn || name.page !== role.page || gap < -height || gap > MOST_GAP * height) return 0;
  return 100 + aligned - gap;
}

/** In points. */
const COLUMN_SLACK = 5;
/** A role stands at most this many line heights below its name. */
const MOST_GAP = 4;

/** The role that a rest completes: one that ends open, or the department head's nearest above. */
function openRole(persons: readonly Person[], rest: SignatureLine): Person | null {
  const open = persons.filter(({ roles }) => roles.some((role) => /^Beigeo|(?:und|für|,)$/u.test(role.text.text)));
  const inColumn = open.filter(({ roles }) => roles.some(({ line }) => (distanceBelow(line, rest.line) ?? 1) > 0));
  return inColumn[0] ?? null;
}

function capacityOf(person: Person, index: number, label: SignatureLine | undefined): Leaf<"signed" | "noted"> {
  const { text, line } = person.name;
  if (label === undefined) return valueLeaf("signed", text, 0.97);
  const isNoted =
    label.line.box !== null && line.box !== null ? line.box[0] > label.line.box[0] - COLUMN_SHIFT : index > 0;
  return isNoted ? valueLeaf("noted", label.text, 0.95) : valueLeaf("signed", text, 0.95);
}

/** Names may begin this many points left of "Kenntnisnahme" and still stand in its column. */
const COLUMN_SHIFT = 60;

function signatureOf(person: Person, capacity: Leaf<"signed" | "noted">): SignatureTree {
  const [first, ...rest] = person.roles;
  const role =
    first === undefined
      ? null
      : TracedText.concat(first.text.read, [first.text, ...rest.flatMap(({ text }) => [" ", text])]);
  const holder = knownName(person.name.text.text)?.holder ?? null;
  const mended = role === null || holder === null ? null : mendedRole(role, holder);
  const name = mendedName(person.name.text, mended !== null);
  return {
    name: textLeaf(name.text, name.sureness),
    role: role === null ? null : textLeaf(mended ?? role, mended === null ? 0.85 : 0.96),
    capacity,
  };
}
