import type { TracedLine } from "../../text/traced-lines.ts";
import { TracedText } from "../../text/traced-text.ts";
import { isTornOfficeWord } from "../office-words.ts";
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
    .filter((part) => part.kind === "name" || part.kind === "remains")
    .map((name) => ({ name, roles: [], first: name }));
  const roles = read.filter((part) => part.kind === "role");
  const isRowwise = areRows(persons, roles);
  for (const [index, role] of roles.entries()) {
    const owner = isRowwise ? (persons[index] ?? null) : bestOwner(persons, role);
    if (owner === null) persons.push({ name: null, roles: [role], first: role });
    else owner.roles.push(role);
  }
  for (const part of read) if (part.kind === "rest") openRole(persons, part)?.roles.push(part);
  const named = persons.filter(({ name, roles }) => name?.kind !== "remains" || roles.length > 0);
  const printed = named.sort((a, b) => a.first.line.index - b.first.line.index);
  return [...printed.filter(({ first }) => isBelow(first)), ...printed.filter(({ first }) => !isBelow(first))];
}

/** Plain text with a row of names and then a row of their roles, as a scanner reads columns side by side. */
function areRows(persons: readonly Person[], roles: readonly SignatureLine[]): boolean {
  const [role] = roles;
  if (role === undefined || role.box !== null || persons.length < 2 || persons.length !== roles.length) return false;
  return persons.every(({ first }) => first.line.index < role.line.index);
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
  const nearness = nearnessBelow(person.name, role);
  if (nearness !== null) return person.name.kind === "remains" ? nearness / 2 : nearness;
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
function nearnessBelow(name: SignatureLine, role: SignatureLine): number | null {
  if (name.box === null || role.box === null) return null;
  const [left, top, width, height] = role.box;
  const isSameColumn = left < name.box[0] + name.box[2] + COLUMN_SLACK && name.box[0] < left + width + COLUMN_SLACK;
  const gap = top - (name.box[1] + name.box[3]);
  if (!isSameColumn || name.line.page !== role.line.page || gap < -height || gap > MOST_GAP * height) return 0;
  return 100 + Math.max(0, 60 - Math.abs(left - name.box[0])) - gap;
}

/** The person whose role a line completes: one torn within a word, or one that ends open. */
function openRole(persons: readonly Person[], rest: SignatureLine): Person | null {
  const above = persons.filter(({ roles }) => roles.some((role) => (nearnessBelow(role, rest) ?? 1) > 0));
  const torn = above.find(({ roles }) => isTornOfficeWord(roles.at(-1)?.text.text ?? "", rest.text.text));
  if (torn !== undefined || /^\p{Ll}/u.test(rest.text.text.replace(/^(?:und|für) /u, ""))) return torn ?? null;
  return above.find(({ roles }) => roles.some((role) => /^Beigeo|(?:und|für|,)$/u.test(role.text.text))) ?? null;
}

/** A person's role in one text; a word torn between two lines is whole again. */
export function roleOf(person: Person): TracedText | null {
  const [first, ...rest] = person.roles;
  let role = first?.text ?? null;
  for (const { text } of rest) if (role !== null) role = joinedRole(role, text);
  return role?.text.endsWith(",") === true ? role.slice(0, role.length - 1) : role;
}

function joinedRole(role: TracedText, rest: TracedText): TracedText {
  if (!isTornOfficeWord(role.text, rest.text)) return TracedText.concat(role.read, [role, " ", rest]);
  const hyphen = /[-‐]$/u.test(role.text) ? 1 : 0;
  const head = role.length - hyphen;
  const whole = role.apply(
    hyphen === 0 ? [] : [{ rule: "line-break", start: head, end: role.length, after: "", confidence: 0.95 }],
  );
  return TracedText.concat(role.read, [whole, rest]);
}
