import type { Leaf } from "../../text/memo-tree.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { valueLeaf } from "../leaf.ts";
import { degreeOfBoxes } from "./fulfilment-boxes.ts";
import * as say from "./fulfilment-words.ts";

export type Fulfilment = "fulfilled" | "partly-fulfilled" | "not-fulfilled";

/** What a sentence says of a point. */
interface Statement {
  /** Null where it speaks of a point's fulfilment and cannot be taken at its word. */
  readonly degree: Fulfilment | null;
  /** Numbers of the points it names, as printed; "" for none. */
  readonly points: string;
  /** Place of the sentence in the response. */
  readonly start: number;
  readonly end: number;
}

/**
 * What a response says outright of its point: "Der Beschlusspunkt ist teilweise erfüllt". Null where it says nothing,
 * where it only plans, supposes or sets a condition, and where it tells several points apart.
 */
export function fulfilmentOf(response: TracedText): Leaf<Fulfilment> | null {
  const boxes = degreeOfBoxes(response.text);
  if (boxes !== undefined) return boxes === null ? null : valueLeaf(boxes, response, 0.95);
  const sentences = sentencesOf(response.text);
  const statements = sentences.flatMap((sentence) => statementsOf(sentence));
  const last = statements.at(-1);
  if (last === undefined || last.degree === null) return null;
  if (statements.some(({ degree }) => degree !== last.degree)) return null;
  const named = new Set(statements.flatMap(({ points }) => points.split(/[^\da-z]+/u).filter((word) => word !== "")));
  if (named.size > 0 && sentences.some(({ text }) => speaksOfAnother(text, named))) return null;
  return valueLeaf(last.degree, response.slice(last.start, last.end), 0.95);
}

/** "Zu Punkt 3 laufen noch Gespräche.": a point that no statement names. */
function speaksOfAnother(sentence: string, named: ReadonlySet<string>): boolean {
  const [, point] =
    /^(?:zu |der |die )?(?:beschluss)?(?:punkte?|ziffer) (\d{1,2}[a-z]?)(?![\d\p{L}])/u.exec(sentence) ?? [];
  return point !== undefined && !named.has(point) && !named.has("bis");
}

interface Sentence {
  /** In lower case, quoted words blanked out. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Sentences end with a stop after a word of two letters or a year; "o. g. Beschluss" and "Nr. 3" hold none. */
const SENTENCE_END =
  /(?<=(?:\p{L}\p{L}|\d{4}|[)“%])[.!?])(?<!(?:Nr|Abs|bzw|ca|vgl|Str|Dr|Prof|Art|sog|inkl|ggf|evtl|lfd)\.)[ \n]|\n(?=\P{Ll})/u;

function sentencesOf(text: string): Sentence[] {
  const blanked = text.replace(/„[^„“]{0,500}“/gu, (quoted) => "·".repeat(quoted.length));
  const sentences: Sentence[] = [];
  let start = 0;
  for (const part of blanked.split(SENTENCE_END)) {
    const end = start + part.length;
    if (part.trim() !== "") sentences.push({ text: plain(part), start, end });
    start = end + 1;
  }
  return sentences;
}

/** In lower case, with single blanks, "n i c h t" as "nicht", and without what is put in between. */
function plain(sentence: string): string {
  const spaced = /(?<!\p{L})\p{L}(?: \p{L}){2,20}(?!\p{L})/gu;
  return sentence
    .replace(spaced, (word) => word.replaceAll(" ", ""))
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase()
    .replace(/^(?:[-–•·]|[a-z]?\d{0,2}[.)]) /u, "")
    .replace(/ [–-] [^,;–-]{1,60} [–-] |, wie [^,;]{1,60}, /gu, " ");
}

/** Commas part clauses, but not the numbers of "Die Punkte 1, 2 und 3". */
const CLAUSE_END = /[,;](?! ?\d)| [–-] /gu;
/** Longer clauses are none that say something plainly, and what follows farther off takes nothing back. */
const LONGEST_CLAUSE = 600;

function statementsOf({ text, start, end }: Sentence): Statement[] {
  if (text.endsWith("?")) return [];
  const impossible = say.IMPOSSIBLE.exec(text)?.[0] ?? null;
  if (impossible !== null && !say.SUPPOSED.test(impossible))
    return [{ degree: "not-fulfilled", points: "", start, end }];
  const ends = [...text.matchAll(CLAUSE_END)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  let before = "";
  return [...ends, { from: text.length, to: text.length }].flatMap(({ from, to }, index) => {
    const first = ends[index - 1]?.to ?? 0;
    const clause = text.slice(first, Math.min(from, first + LONGEST_CLAUSE)).trim();
    const after = text.slice(to, to + LONGEST_CLAUSE);
    const said = (index === 0 ? bare(clause, after) : null) ?? inClause(clause, before, after);
    before = clause;
    return said === null ? [] : [{ ...said, start, end }];
  });
}

type Said = Pick<Statement, "degree" | "points">;

function bare(clause: string, after: string): Said | null {
  const match = say.BARE.exec(clause);
  if (match === null) return null;
  return { degree: unlessTakenBack(degreeOf(match[1] ?? ""), after), points: match[2] ?? "" };
}

/** What a clause says of the point that is its subject; null for nothing. */
function inClause(clause: string, before: string, after: string): Said | null {
  const judged = say.JUDGED.exec(clause);
  if (judged !== null) {
    const rest = `${clause.slice(judged.index + judged[0].length)}, ${after}`;
    return { degree: unlessTakenBack(degreeOf(judged[0]), rest), points: judged[1] ?? "" };
  }
  for (const subject of clause.matchAll(say.SUBJECT)) {
    if (say.PREPOSITION.test(clause.slice(0, subject.index))) continue;
    const zone = zoneOf(clause, subject, isFlatlySaid(before));
    if (zone === null || isAhead(zone)) continue;
    const isOpen =
      say.SUPPOSED.test(zone.words.replace(subject[0], "")) || clause.slice(0, zone.start).search(say.NEGATION) >= 0;
    const isOther = say.ANOTHER.test(subject[0]) || say.OWN_PAPER.test(clause.slice(endOf(subject)));
    const degree = isOpen || isOther ? null : unlessTakenBack(degreeOf(zone.words), `${zone.rest}, ${after}`);
    return { degree, points: subject[1] ?? "" };
  }
  return null;
}

/** "Es ist festzustellen, dass …": what follows is said outright. */
function isFlatlySaid(matrix: string): boolean {
  return (
    /fest(?:gestellt|zustellen|zuhalten|gehalten)/u.test(matrix) &&
    matrix.search(say.NEGATION) < 0 &&
    !say.SUPPOSED.test(matrix)
  );
}

/** Subject, verb and predicate of a clause. */
interface Zone {
  readonly verb: string;
  readonly start: number;
  /** From the first of the three to the last. */
  readonly words: string;
  readonly rest: string;
}

/** The three as they stand in a main clause; null where the subject has no such verb and predicate. */
function zoneOf(clause: string, subject: RegExpExecArray, isFlat: boolean): Zone | null {
  const start = subject.index;
  const end = endOf(subject);
  const verbs = [...clause.matchAll(say.VERB)];
  const predicates = [...clause.matchAll(say.PREDICATE)];
  const before = verbs.findLast((verb) => verb.index < end && endOf(verb) > start - 40 && verb.index > 0);
  const after = verbs.find((verb) => verb.index >= end);
  const then = predicates.find((predicate) => predicate.index >= end);
  const zone = (verb: RegExpExecArray, from: number, to: number): Zone => ({
    verb: verb[0],
    start: from,
    words: clause.slice(from, to),
    rest: clause.slice(to),
  });
  const isOneClause = (from: number, to: number): boolean => !say.FINITE.test(clause.slice(from, to));
  // "Der Beschluss ist erfüllt"
  if (then !== undefined && after !== undefined && after.index < then.index) {
    const isOne = isOneClause(end, after.index) && isOneClause(endOf(after), then.index);
    return isOne ? zone(after, start, endOf(then)) : null;
  }
  // "Damit ist der Beschluss erfüllt"
  if (then !== undefined && before !== undefined && isOneClause(endOf(before), then.index)) {
    return zone(before, Math.min(before.index, start), endOf(then));
  }
  // "…, dass der Beschluss erfüllt ist"
  if (then !== undefined && after !== undefined && isFlat && clause.startsWith("dass ")) {
    return zone(after, start, endOf(after));
  }
  // "Nicht erfüllt wurde der Beschluss"
  const first = predicates.find((predicate) => endOf(predicate) <= start);
  if (then === undefined && first !== undefined && before !== undefined && endOf(first) + 1 === before.index) {
    return zone(before, 0, clause.length);
  }
  return null;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

/** Whether a zone tells what will or can be. */
function isAhead({ verb, words, rest }: Zone): boolean {
  const isJudged =
    /(?<!\p{L})als (?:\p{L}{3,20} )?\S+$/u.test(words) &&
    /^ (?:betrachtet|angesehen|gewertet|eingestuft|bezeichnet)/u.test(rest);
  if (/^w(?:ird|erden)$/u.test(verb)) return !isJudged;
  if (/^ (?:haben|sein|wird|soll|worden sein)(?!\p{L})/u.test(rest)) return true;
  const isDenied = words.search(say.NEGATION) >= 0;
  if (/^k(?:ann|önnen)$/u.test(verb)) return !(isJudged || (isDenied && /^ werden/u.test(rest)));
  if (/^konnten?$/u.test(verb)) return !(isJudged || /^ werden/u.test(rest));
  return /^ werden/u.test(rest);
}

/** What a clause's words say; null where they can be taken in more than one way. */
function degreeOf(zone: string): Fulfilment | null {
  const words = zone.replace(say.NOT_ONLY, "");
  const denials = [...words.matchAll(say.NEGATION)].length;
  const share = Number(say.PERCENT.exec(words)?.[1] ?? 100);
  if (say.NOT_WHOLLY.test(words)) return "partly-fulfilled";
  if (say.NOT_SO.test(words) || denials > 1) return null;
  if (/un(?:erf|erledigt)|(?<!\p{L})offen(?!\p{L})/u.test(words)) {
    return denials > 0 ? null : say.PARTLY.test(words) ? "partly-fulfilled" : "not-fulfilled";
  }
  if (/bar(?!\p{L})/u.test(words) && denials === 0) return null;
  if (say.NOT_EVEN.test(words)) return "not-fulfilled";
  if (say.EXCEPT.test(words) && /^(?:alle|sämtliche) /u.test(words)) return null;
  if (say.PARTLY.test(words) || say.EXCEPT.test(words) || share < 100) return "partly-fulfilled";
  return denials > 0 ? "not-fulfilled" : "fulfilled";
}

/** The degree, if what follows in the sentence leaves it standing. */
function unlessTakenBack(degree: Fulfilment | null, following: string): Fulfilment | null {
  const rest = following
    .replace(/^[ ,]+/u, "")
    .replace(say.BESIDE, "")
    .replace(say.NO_FURTHER, "");
  if (degree === "not-fulfilled") {
    const isDoneAfterAll = rest.search(say.PREDICATE) >= 0 && rest.search(say.NEGATION) < 0;
    return isDoneAfterAll || say.CONDITION.test(rest) ? null : degree;
  }
  if (degree === "fulfilled" && say.EXCEPT.test(rest)) return "partly-fulfilled";
  return degree === "fulfilled" && say.TAKEN_BACK.test(rest) && !/^(?:er|sie|es) (?:wurde|ist) sogar /u.test(rest)
    ? null
    : degree;
}
