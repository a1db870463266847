import type { TracedLine } from "../../text/traced-lines.ts";
import { mendedRole } from "./mend-person.ts";
import { knownName } from "./roster.ts";
import type { SignatureLine } from "./signature-lines.ts";

/** A person of the signatures' block: a name, the lines of a role, or both. */
export interface Person {
  readonly name: SignatureLine | null;
  readonly roles: SignatureLine[];
  /** What stands first of it on paper. */
  readonly first: SignatureLine;
}

/** All persons: those below the closing in printed order, then those that a shuffled text has above it. */
export function personsOf(read: readonly SignatureLine[], closing: TracedLine | undefined): Person[] {
  const isBelow = ({ line }: SignatureLine): boolean => closing === undefined || line.index > closing.index;
  const persons: Person[] = read
    .filter((part) => part.kind === "name")
    .map((name) => ({ name, roles: [], first: name }));
  for (const role of read.filter((part) => part.kind === "role")) {
    const owner = bestOwner(persons, role);
    if (owner === null) persons.push({ name: null, roles: [role], first: role });
    else owner.roles.push(role);
  }
  for (const part of read) if (part.kind === "role-rest") openRole(persons, part)?.roles.push(part);
  const printed = persons.sort((a, b) => a.first.line.index - b.first.line.index);
  return [...printed.filter(({ first }) => isBelow(first)), ...printed.filter(({ first }) => !isBelow(first))];
}

/** The person a role belongs to; null where it fits none. */
function bestOwner(persons: readonly Person[], role: SignatureLine): Person | null {
  const ranked = persons
    .map((person) => ({ person, fit: fitOf(person, role) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  return ranked[0]?.person ?? null;
}

/** How well a role fits a person; zero and less: not at all. */
function fitOf(person: Person, role: SignatureLine): number {
  if (person.roles.length > 0 || person.name === null) return 0;
  const nearness = nearnessBelow(person.name.line, role.line);
  if (nearness !== null) return nearness;
  const holder = knownName(person.name.text.text)?.holder;
  const isTheirs = holder !== undefined && mendedRole(role.text, holder) !== null;
  const gap = role.line.index - person.name.line.index;
  if (gap < 0) return isTheirs ? 1 : 0;
  return (isTheirs ? 20 : holder === undefined ? 10 : 5) + (gap === 1 ? 4 : 0) - gap / 10;
}

/** In points. */
const COLUMN_SLACK = 5;
/** A role stands at most this many line heights below its name. */
const MOST_GAP = 4;

/** On paper: nearness of a role below a name of its column, zero for none; null where there are no boxes. */
function nearnessBelow(name: TracedLine, role: TracedLine): number | null {
  if (name.box === null || role.box === null) return null;
  const [left, top, width, height] = role.box;
  const isSameColumn = left < name.box[0] + name.box[2] + COLUMN_SLACK && name.box[0] < left + width + COLUMN_SLACK;
  const gap = top - (name.box[1] + name.box[3]);
  if (!isSameColumn || name.page !== role.page || gap < -height || gap > MOST_GAP * height) return 0;
  return 100 + Math.max(0, 60 - Math.abs(left - name.box[0])) - gap;
}

/** The person whose role a line completes: one that ends open, or the department head's nearest above. */
function openRole(persons: readonly Person[], rest: SignatureLine): Person | null {
  const open = persons.filter(({ roles }) =>
    roles.some(
      (role) => /^Beigeo|(?:und|für|,)$/u.test(role.text.text) && (nearnessBelow(role.line, rest.line) ?? 1) > 0,
    ),
  );
  return open[0] ?? null;
}
