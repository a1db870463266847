import type { Owners } from "./joint.ts";
import type { Letter, PrintedClause } from "./letter.ts";
import { type KnownText, type Link, matchClauses, type Wording } from "./match.ts";
import type { Placed } from "./order.ts";
import type { RegisterNote } from "./schema.ts";
import { plain, type Word, wordsOf } from "./words.ts";

/** One letter's clause as a report on a clause of the paper. */
export interface Occurrence {
  readonly letter: Letter;
  readonly clause: PrintedClause;
  /** null where the clause was first met. */
  readonly link: Link | null;
}

/** A clause of a paper, and all letters' reports on it, in their order. */
export interface Thread {
  readonly occurrences: readonly Occurrence[];
  /** Index of the clause that this one is a follow-up question to. */
  readonly followUpTo: number | null;
}

/** A note, its clause as an index. */
export type ThreadNote = Omit<RegisterNote, "clause"> & { readonly clause: number | null };

/** Wordings of a clause that are compared with a letter's: the latest ones. */
const MOST_WORDINGS = 4;

/** Clauses of one text that are told apart at most: more are put to the first. */
const MOST_ALIKE = 32;

interface GrowingThread {
  readonly occurrences: Occurrence[];
  readonly followUpTo: number | null;
  readonly wordings: (Wording & { readonly same: string })[];
}

/**
 * A paper's clauses, from its letters in their order.
 * @param ownersOf whose clause each of a letter's clauses is
 */
export function threadsOf(
  paper: string,
  placed: readonly Placed[],
  ownersOf: (letter: Letter) => readonly Owners[],
): { readonly threads: readonly Thread[]; readonly notes: readonly ThreadNote[] } {
  const threads: GrowingThread[] = [];
  const texts = new Map<string, KnownText[]>();
  const notes: ThreadNote[] = [];
  for (const { letter } of placed) {
    const owners = ownersOf(letter);
    const own = letter.clauses.filter((_, index) => owners[index]?.papers.includes(paper));
    for (const [index, clause] of letter.clauses.entries()) {
      if (owners[index]?.isDecided === false) notes.push(undecided(letter, clause));
    }
    const known = threads.map(({ occurrences, wordings }) => ({
      number: occurrences.at(-1)?.clause.number ?? null,
      wordings,
    }));
    const isFirst = threads.length === 0;
    const matched = matchClauses({ clauses: known, texts }, own);
    let question: number | null = null;
    const at = own.map((clause, index) => {
      const { links = [], nearest = null, rest = [] } = matched[index] ?? {};
      extend(threads, letter, clause, links);
      const isNumbered = clause.number !== null;
      if (isNumbered) question = Math.min(threads.length, ...links.map((link) => link.clause));
      if (links.length > 0 && rest.length === 0) return links;
      if (!isFirst) notes.push(unmatched(letter, clause, nearest));
      const wording = links.length > 0 ? { words: rest } : new PlainWording(clause.text);
      return [...links, begin(threads, letter, clause, isNumbered ? null : question, wording)];
    });
    for (const [index, clause] of own.entries()) remember(texts, clause, at[index] ?? []);
  }
  return { threads, notes };
}

function extend(
  threads: readonly GrowingThread[],
  letter: Letter,
  clause: PrintedClause,
  links: readonly Link[],
): void {
  for (const link of links) {
    const thread = threads[link.clause];
    thread?.occurrences.push({ letter, clause, link });
    if (thread !== undefined && link.role === "same") addWording(thread, clause.text, new PlainWording(clause.text));
  }
}

function begin(
  threads: GrowingThread[],
  letter: Letter,
  clause: PrintedClause,
  question: number | null,
  wording: Wording,
): { clause: number; role: "same" } {
  const followUpTo = letter.kind === "Anfrage" ? question : null;
  const thread: GrowingThread = { occurrences: [{ letter, clause, link: null }], followUpTo, wordings: [] };
  addWording(thread, clause.text, wording);
  threads.push(thread);
  return { clause: threads.length - 1, role: "same" };
}

/** A text's words, made when they are first asked for. */
class PlainWording implements Wording {
  readonly #text: string;
  #words: readonly Word[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get words(): readonly Word[] {
    this.#words ??= wordsOf(this.#text);
    return this.#words;
  }
}

function addWording(thread: GrowingThread, text: string, wording: Wording): void {
  const same = plain(text);
  if (thread.wordings.some((wording) => wording.same === same)) return;
  thread.wordings.push({
    same,
    get words() {
      return wording.words;
    },
  });
  if (thread.wordings.length > MOST_WORDINGS) thread.wordings.shift();
}

function remember(
  texts: Map<string, KnownText[]>,
  { text }: PrintedClause,
  links: readonly Pick<Link, "clause" | "role">[],
): void {
  const same = plain(text);
  const known = texts.get(same) ?? [];
  if (known.length >= MOST_ALIKE) return;
  const isKnown = known.some(
    (one) => one.links.map(({ clause }) => clause).join() === links.map(({ clause }) => clause).join(),
  );
  if (!isKnown) texts.set(same, [...known, { links: links.map(({ clause, role }) => ({ clause, role })) }]);
}

function unmatched(
  letter: Letter,
  { at }: PrintedClause,
  nearest: { readonly clause: number; readonly likeness: number } | null,
): ThreadNote {
  return {
    code: "clause-unmatched",
    letter: letter.id,
    at,
    clause: nearest?.clause ?? null,
    likeness: nearest === null ? null : rounded(nearest.likeness),
  };
}

function undecided(letter: Letter, { at }: PrintedClause): ThreadNote {
  return { code: "joint-undecided", letter: letter.id, at, clause: null, likeness: null };
}

/** Likeness as it is told: to the hundredth, never 1 unless the words are the same. */
export function rounded(likeness: number): number {
  return likeness === 1 ? 1 : Math.min(0.99, Math.round(likeness * 100) / 100);
}
