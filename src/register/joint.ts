import { type Letter, type PrintedClause, paperKey, papersOf } from "./letter.ts";
import { bagOf, overlapOf, rarityAmong } from "./likeness.ts";
import { baseNumber, relationBetween } from "./relation.ts";
import { plain, wordsOf } from "./words.ts";

/** Letters on a paper that are on no other. */
export type SoloLetters = (paper: string) => readonly Letter[];

/** The papers that one of a letter's clauses belongs to; several where nothing tells which. */
export interface Owners {
  readonly papers: readonly string[];
  readonly isDecided: boolean;
}

/** Papers of one letter, and clauses of one paper, at most: beyond that nobody is told whose clause is whose. */
const MOST = { papers: 8, clauses: 60 } as const;

/**
 * What speaks for a clause being one paper's: up to `known` that another letter on that paper alone has it, as much
 * against it where those have nothing like it; numbers that begin anew, or do not, where the clauses of the next
 * paper are to begin; and a paper of which nothing is quoted. A clause is decided where the best division of the
 * letter is ahead by `margin`.
 */
const EVIDENCE = { known: 2, anew: 1, onward: -1, nothing: -1, margin: 1 } as const;

/**
 * Whose clause each of a joint letter's is. A letter deals with one paper after the other, in the order that it names
 * them: of all such divisions that one is taken for which most speaks.
 */
export function ownersOf(letter: Letter, soloLetters: SoloLetters): Owners[] {
  const papers = papersOf(letter);
  const undecided = letter.clauses.map(() => ({ papers, isDecided: papers.length < 2 }));
  if (papers.length < 2 || papers.length > MOST.papers) return undecided;
  const { scores, best } = divided(letter.clauses, evidenceOf(letter, papers, soloLetters));
  return scores.map((ofPaper, index) => {
    const [first, second = Number.NEGATIVE_INFINITY] = ofPaper.toSorted((a, b) => b - a);
    const paper = papers[ofPaper.indexOf(first ?? 0)];
    const isDecided = best.isComplete && paper !== undefined && (first ?? 0) - second >= EVIDENCE.margin;
    return isDecided ? { papers: [paper], isDecided } : (undecided[index] as Owners);
  });
}

/** For each clause and each paper what other letters on that paper say. */
function evidenceOf(letter: Letter, papers: readonly string[], soloLetters: SoloLetters): number[][] {
  const known = papers.map((paper) => distinct(soloLetters(paper)));
  if (known.every((clauses) => clauses.length === 0)) return letter.clauses.map(() => papers.map(() => 0));
  const rarity = rarityAmong(known.flatMap((clauses) => clauses.map(({ words }) => words)));
  return letter.clauses.map(({ text, number }) => {
    const [same, bag] = [plain(text), bagOf(wordsOf(text))];
    return known.map((clauses) => {
      if (clauses.length === 0) return 0;
      const likeness = clauses.map((clause) =>
        clause.same === same ? 1 : relationBetween(overlapOf(bag, bagOf(clause.words), rarity), number, clause.number),
      );
      return (2 * Math.max(...likeness) - 1) * EVIDENCE.known;
    });
  });
}

function distinct(letters: readonly Letter[]) {
  const found = new Map<string, PrintedClause>();
  for (const clause of letters.flatMap(({ clauses }) => clauses)) {
    if (found.size < MOST.clauses) found.set(plain(clause.text), clause);
  }
  return [...found].map(([same, { text, number }]) => ({ same, number, words: wordsOf(text) }));
}

/**
 * The best division's score with each clause given to each paper, and whether the best one leaves no paper out:
 * dynamic programming from the front and from the back.
 */
function divided(clauses: readonly PrintedClause[], evidence: readonly (readonly number[])[]) {
  const last = (evidence[0]?.length ?? 1) - 1;
  const steps = clauses.map((clause, index) => stepScore(clauses[index - 1], clause));
  const front = forward(evidence, steps, (paper) => paper * EVIDENCE.nothing);
  const backwards = evidence.toReversed().map((ofPaper) => ofPaper.toReversed());
  const back = forward(backwards, [0, ...steps.slice(1).toReversed()], (paper) => paper * EVIDENCE.nothing);
  const scores = evidence.map((ofPaper, index) =>
    ofPaper.map((own, paper) => {
      const after = back[clauses.length - 1 - index]?.[last - paper] ?? 0;
      return (front[index]?.[paper] ?? 0) + after - own;
    }),
  );
  const taken = new Set(scores.map((ofPaper) => ofPaper.indexOf(Math.max(...ofPaper))));
  return { scores, best: { isComplete: taken.size === last + 1 } };
}

/** The best score of each division of the clauses so far whose last one is each paper's. */
function forward(
  evidence: readonly (readonly number[])[],
  steps: readonly number[],
  skipped: (papers: number) => number,
): number[][] {
  const rows: number[][] = [];
  for (const [index, ofPaper] of evidence.entries()) {
    const before = rows.at(-1);
    rows.push(
      ofPaper.map((own, paper) => {
        if (before === undefined) return own + skipped(paper);
        const from = before
          .slice(0, paper + 1)
          .map((score, other) => score + (other === paper ? 0 : (steps[index] ?? 0) + skipped(paper - other - 1)));
        return own + Math.max(...from);
      }),
    );
  }
  return rows;
}

const FIRST_NUMBERS: ReadonlySet<string> = new Set(["1", "1a", "I", "a", "A"]);

/** What speaks for the next paper's clauses to begin here. */
function stepScore(before: PrintedClause | undefined, { number }: PrintedClause): number {
  const last = before?.number ?? null;
  if (number === null || last === null) return number !== null && FIRST_NUMBERS.has(number) ? EVIDENCE.anew : 0;
  const [value, previous] = [Number(baseNumber(number)), Number(baseNumber(last))];
  const isAnew =
    Number.isNaN(value) || Number.isNaN(previous) ? FIRST_NUMBERS.has(number) : value < previous || number === last;
  return isAnew ? EVIDENCE.anew : EVIDENCE.onward;
}

/** A letter's printed forms of a paper's number, and the meetings that it names with it. */
export function namesOf(letter: Letter, paper: string): { printed: string[]; meetings: string[] } {
  const named = letter.references.filter((reference) => paperKey(reference.paper) === paper);
  return {
    printed: named.map((reference) => reference.paper),
    meetings: named.map(({ meeting }) => meeting).filter((meeting) => meeting !== null),
  };
}
