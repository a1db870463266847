import { type Box, unionBox } from "../../model/box.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Leaf, MemoTree, SignatureTree } from "../../text/memo-tree.ts";
import { regionsOf } from "../../text/regions.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { textLeaf, valueLeaf } from "../leaf.ts";
import { PROFILE } from "../profile.ts";
import type { Part, Reading } from "../reading.ts";
import { type NameReading, readName } from "../values/mend-name.ts";
import { joinedName, joinedParts, joinedTexts, partsOf } from "./texts.ts";

/** What stands under the letter. */
export interface Tail extends Pick<MemoTree, "closing" | "signatures" | "attachments"> {
  readonly diagnostics: readonly Diagnostic[];
}

/** @param names known names, which mend what was read in part */
export function tailOf(reading: Reading, names: readonly string[]): Tail {
  const { signatures, diagnostics } = signaturesOf(reading, names);
  return {
    closing: closingOf(partsOf(reading, "closing")),
    signatures,
    attachments: attachmentsOf(partsOf(reading, "attachment")),
    diagnostics,
  };
}

const USUAL = "Mit freundlichen Grüßen";
const OTHERS = /^(?:Mit (?:besten|herzlichen|vielen|freundlichem) |Freundliche |Beste |Herzliche |Viele |Hochachtung)/u;

/** The closing formula; what a signature across it left of the usual one is given back. */
function closingOf(parts: readonly Part[]): Leaf | null {
  const joined = joinedParts(parts);
  if (joined === null) return null;
  const { text, sureness } = joined;
  const bare = text.slice(0, text.text.replace(/[^\p{L}]+$/u, "").length);
  if (bare.text === USUAL || OTHERS.test(bare.text)) return textLeaf(bare, sureness);
  return textLeaf(
    bare.apply([{ rule: "gazetteer", start: 0, end: bare.length, after: USUAL, confidence: 0.95 }]),
    sureness,
  );
}

interface Person {
  readonly name: Part | null;
  readonly roles: Part[];
}

/** The persons under the closing in printed order: who signed, and who noted under "Kenntnisnahme". */
function signaturesOf(
  reading: Reading,
  names: readonly string[],
): { signatures: SignatureTree[]; diagnostics: Diagnostic[] } {
  const parts = partsOf(reading, "name", "role", "noted");
  const persons: Person[] = parts.filter(({ label }) => label === "name").map((name) => ({ name, roles: [] }));
  for (const [at, part] of parts.entries()) {
    if (part.label !== "role") continue;
    const owner = ownerOf(persons, parts, at);
    if (owner === null) persons.push({ name: null, roles: [part] });
    else owner.roles.push(part);
  }
  const noted = parts.find(({ label }) => label === "noted") ?? null;
  const signer = noted === null ? null : signerOf(persons, parts, noted);
  const read = persons.flatMap((person) => {
    const isSigner = noted === null || isSigned(person, noted, signer);
    return namesOf(person, names).map((name, at) => ({
      name,
      tree: signatureOf(at === 0 ? person : { ...person, roles: [] }, name, noted, isSigner),
    }));
  });
  return {
    signatures: read.map(({ tree }) => tree),
    diagnostics: read.flatMap(({ name }, at) => nameFinding(name, at)),
  };
}

interface ReadName {
  readonly text: TracedText;
  readonly reading: NameReading;
}

/** The name of a person as read and mended; two where a scanner ran a known name and another one together. */
function namesOf({ name, roles }: Person, known: readonly string[]): (ReadName | null)[] {
  if (name === null) return [null];
  const text = withForm(cleaned(joinedTexts(name.pieces.map(({ piece }) => piece.text)) as TracedText));
  const first = known.find((full) => text.text.startsWith(`${full} `) && text.length >= full.length + 5);
  const texts = first === undefined ? [text] : [text.slice(0, first.length), cleaned(text.slice(first.length + 1))];
  const holdsOffice = roles.some(({ pieces }) =>
    pieces.some(({ stems }) => PROFILE.offices.some((stem) => stems.includes(stem))),
  );
  return texts.map((part) => ({ text: part, reading: readName(part.text, known, holdsOffice) }));
}

/** A space after "Dr." that a scanner lost, a first name's capital that it read small. */
function withForm(text: TracedText): TracedText {
  if (/^\p{Ll}\p{Ll}{2,} \p{Lu}\p{Ll}/u.test(text.text))
    return text.apply([{ rule: "case", start: 0, end: 1, after: text.text.charAt(0).toUpperCase(), confidence: 0.9 }]);
  const glued = /^(?:Dr|Prof)\.(?=\p{Lu})/u.exec(text.text)?.[0].length;
  if (glued === undefined) return text;
  return text.apply([{ rule: "token", start: glued - 1, end: glued, after: ". ", confidence: 0.95 }]);
}

/** What the record gives: the name as read or mended; null where nobody can read it. */
function nameText({ text, reading }: ReadName): TracedText | null {
  if (text.length === 0 || reading.kind === "unreadable") return null;
  if (reading.kind !== "mended") return text;
  const titles = /^(?:(?:Dr|Prof)\. ?)+/u.exec(text.text)?.[0].length ?? 0;
  if (text.text.slice(titles) === reading.name) return text;
  return text.apply([
    {
      rule: "gazetteer",
      start: titles,
      end: text.length,
      after: titles > 0 && text.text.charAt(titles - 1) !== " " ? ` ${reading.name}` : reading.name,
      confidence: Math.max(0.5, reading.likeness),
    },
  ]);
}

function nameFinding(name: ReadName | null, at: number): Diagnostic[] {
  const isUnread = name === null || name.reading.kind === "unreadable";
  if (!isUnread && name.reading.kind !== "doubtful") return [];
  const words = name === null ? "" : `, "${name.text.text.slice(0, 40)}",`;
  const message = isUnread
    ? `A name under the letter${words} cannot be read.`
    : `The name under the letter${words} was read with doubt.`;
  return [
    { severity: "warning", stage: "structure", code: "name-uncertain", message, at: `/memo/signatures/${at}/name` },
  ];
}

/** A role belongs to the last name above it that has none; right after a role it goes on with it. */
function ownerOf(persons: readonly Person[], parts: readonly Part[], at: number): Person | null {
  const role = parts[at] as Part;
  const goesOn = /^(?:\p{Ll}|und |für )/u.test(role.pieces[0]?.piece.text.text ?? "")
    ? persons.findLast(isOpen)
    : undefined;
  if (goesOn !== undefined) return goesOn;
  const above = persons.filter(({ name }) => name !== null && parts.indexOf(name) < at);
  const box = boxOf(role);
  if (box !== null) {
    const inColumn = above.filter(({ name }) => name !== null && isSameColumn(boxOf(name), box));
    const [nearest] = inColumn.toSorted((a, b) => parts.indexOf(b.name as Part) - parts.indexOf(a.name as Part));
    if (nearest !== undefined) return nearest;
  }
  const free = above.filter(({ roles }) => roles.length === 0);
  // Names side by side, then their roles side by side.
  const isRow =
    above.length > 1 &&
    free.length === above.length &&
    parts[at - 1]?.label === "name" &&
    parts[at + 1]?.label === "role";
  return (isRow ? free[0] : free.at(-1)) ?? free[0] ?? above.at(-1) ?? null;
}

/** A role that a line in small letters may go on with: not the mayor's, who is for nothing. */
function isOpen({ roles }: Person): boolean {
  const last = roles.at(-1)?.pieces.at(-1)?.piece.text.text ?? "";
  return last !== "" && !/bürgermeister(?:in)?$/u.test(last);
}

function isSameColumn(a: Box | null, b: Box): boolean {
  return a !== null && b[0] < a[0] + a[2] + COLUMN_SLACK && a[0] < b[0] + b[2] + COLUMN_SLACK;
}

/** In points. */
const COLUMN_SLACK = 5;
/** In points: names may begin this far left of "Kenntnisnahme" and still stand in its column. */
const COLUMN_SHIFT = 60;

function boxOf(part: Part): Box | null {
  const boxes = part.pieces.flatMap(({ piece }) =>
    piece.line.box === null ? [] : regionsOf(piece.text).map(({ box }) => box),
  );
  return boxes.length === 0 ? null : unionBox(boxes);
}

function isMayor(person: Person): boolean {
  return person.roles.some((role) => role.pieces.some(({ piece }) => /bürgermeister/iu.test(piece.text.text)));
}

/** In plain text, which has no columns: who stands above the label signed; else the first who is not the mayor. */
function signerOf(persons: readonly Person[], parts: readonly Part[], noted: Part): Person | null {
  const first = ({ name, roles }: Person): Part => (name ?? roles[0]) as Part;
  const above = persons.filter((person) => parts.indexOf(first(person)) < parts.indexOf(noted));
  return above[0] ?? persons.find((person) => !isMayor(person)) ?? persons[0] ?? null;
}

function isSigned(person: Person, noted: Part, signer: Person | null): boolean {
  const [own, label] = [boxOf((person.name ?? person.roles[0]) as Part), boxOf(noted)];
  return own === null || label === null ? person === signer : own[0] <= label[0] - COLUMN_SHIFT;
}

function signatureOf(
  { name, roles }: Person,
  read: ReadName | null,
  noted: Part | null,
  isSigner: boolean,
): SignatureTree {
  const text = read === null ? null : nameText(read);
  const role = joinedName(roles);
  const first = read?.text ?? role ?? undefined;
  const sureness = name?.sureness ?? roles[0]?.sureness ?? 0;
  const label = noted?.pieces[0]?.piece.text ?? first;
  return {
    name: text === null ? null : textLeaf(text, sureness),
    role: role === null ? null : textLeaf(cleaned(role), roles[0]?.sureness ?? 0),
    capacity:
      first === undefined
        ? null
        : isSigner
          ? valueLeaf("signed", first, sureness)
          : valueLeaf("noted", label as TracedText, sureness),
  };
}

/** Without the scribble of a pen at its ends, and without "i. V.". */
function cleaned(text: TracedText): TracedText {
  const start = /^(?:[^\p{L}\d]|i\. ?[VA]\.?\s|in Vertretung:?\s)*/iu.exec(text.text)?.[0].length ?? 0;
  const end = text.text.replace(/[^\p{L}\d.)]+$/u, "").length;
  return text.slice(start, Math.max(start, end));
}

const ATTACHMENT_LABEL = /^(?:Anlagen?|Anl\.) ?[:;.]? *(?=\S)/u;
const NUMBERED = /^Anlage ?(?:Nr\. ?)?[\dIVXl]{1,3}\b/u;

/** One attachment a line; the bare word "Anlage" is one, unless a list follows it. */
function attachmentsOf(parts: readonly Part[]): Leaf[] {
  const entries = parts.flatMap(({ pieces, sureness }) => pieces.map(({ piece }) => ({ text: piece.text, sureness })));
  return entries.flatMap(({ text, sureness }, at) => {
    const isLabel = /^(?:Anlagen?|Anl\.) ?[:;.]?$/u.test(text.text);
    if (isLabel && entries.length > 1 && at === 0) return [];
    const start = NUMBERED.test(text.text) ? 0 : (ATTACHMENT_LABEL.exec(text.text)?.[0].length ?? 0);
    const bare = isLabel ? text.slice(0, /^\p{L}+/u.exec(text.text)?.[0].length ?? text.length) : text.slice(start);
    return bare.length === 0 ? [] : [textLeaf(bare, sureness)];
  });
}
