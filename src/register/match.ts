import type { PrintedClause } from "./letter.ts";
import { type Bag, bagOf, type Overlap, overlapOf, type Rarity, rarityAmong } from "./likeness.ts";
import { isContradicted, relationBetween } from "./relation.ts";
import { plain, type Word, wordsOf } from "./words.ts";

type Role = "same" | "part" | "joined";

/** That a letter's clause reports on one the paper is known to have. */
export interface Link {
  /** Index into the known clauses. */
  readonly clause: number;
  readonly role: Role;
  readonly by: "text" | "likeness";
  readonly likeness: number;
}

/** What earlier letters tell of a paper's clause. */
interface KnownClause {
  readonly number: string | null;
  /** Its wordings as a whole, each once, the first and the latest ones. */
  readonly wordings: readonly Wording[];
}

/** A wording; its words are made only where they are asked for, as most letters quote to the letter. */
export interface Wording {
  readonly words: readonly Word[];
}

/** A text that an earlier letter has, and what it was linked to. */
export interface KnownText {
  readonly links: readonly Pick<Link, "clause" | "role">[];
}

/** A paper's clauses as met so far. */
export interface Known {
  readonly clauses: readonly KnownClause[];
  readonly texts: ReadonlyMap<string, readonly KnownText[]>;
}

export interface Matched {
  /** None: the clause is new. */
  readonly links: readonly Link[];
  /** The known clause that is most alike, where none is linked. */
  readonly nearest: { readonly clause: number; readonly likeness: number } | null;
  /** What a clause that joins known ones says besides: an order that no letter had before. Empty where that is little. */
  readonly rest: readonly Word[];
}

/**
 * How sure a relation must be to be taken, and one with what another clause has left. Set by hand, beside what
 * test/tools/fit-register.ts reports of pairs at each likeness; that script fits the weights alone.
 */
const MATCHING = { least: 0.6, leastOfRest: 0.8 } as const;

/** Finds the known clauses that each clause of a letter reports on. What does not match is left alone. */
export function matchClauses(known: Known, printed: readonly PrintedClause[]): Matched[] {
  return new Matcher(known, printed).matched();
}

interface Candidate {
  readonly clause: number;
  readonly wording: number;
  readonly overlap: Overlap;
  readonly likeness: number;
}

/** How much more of one clause stands in the other than the other way round, for it to be a part of it. */
const SIDED = 0.25;

/**
 * Words that a letter's clauses and the known ones are compared over at most, and those that a comparison costs at
 * least. No letter of test/register's 200 series needs more than 30,000, a sixth letter of 60 reworded clauses
 * 1.5 million. Beyond it nothing more is matched: thousands of clauses would take hours.
 */
const WORK = { most: 8_000_000, comparison: 20 } as const;

/** What a clause must say besides those it joins, for that to be an order of its own: its share, and particulars. */
const OWN_ORDER = { share: 0.35, particulars: 3 } as const;

class Matcher {
  readonly #known: Known;
  readonly #printed: readonly PrintedClause[];
  #knownRarity: Rarity | null = null;
  /** Words of a known clause that the letter's clauses explain already; the wording is settled by the first of them. */
  readonly #left = new Map<number, { wording: number; bag: Bag }>();
  readonly #bags: Bag[];
  readonly #links: Link[][];
  readonly #taken = new Set<number>();
  readonly #nearest = new Map<number, Candidate>();
  readonly #wordingBags = new Map<Wording, Bag>();
  /** How many of the letter's clauses are linked with each known one. */
  readonly #sharers = new Map<number, number>();
  #work = 0;

  constructor(known: Known, printed: readonly PrintedClause[]) {
    this.#known = known;
    this.#printed = printed;
    this.#links = printed.map(() => []);
    this.#bags = printed.map(() => bagOf([]));
  }

  matched(): Matched[] {
    for (const index of this.#printed.keys()) this.#takeSameText(index);
    const open = [...this.#printed.keys()].filter((index) => this.#links[index]?.length === 0);
    if (open.length > 0) this.#explainTaken();
    for (const index of open) this.#bags[index] = bagOf(wordsOf(this.#printed[index]?.text ?? ""));
    if (this.#known.clauses.length > 0) this.#takeAlike(open);
    for (const { clause } of this.#links.flat()) this.#sharers.set(clause, (this.#sharers.get(clause) ?? 0) + 1);
    return this.#printed.map((_, index) => this.#resultOf(index));
  }

  get #rarity(): Rarity {
    this.#knownRarity ??= rarityAmong(this.#known.clauses.map(({ wordings }) => wordings.at(-1)?.words ?? []));
    return this.#knownRarity;
  }

  /** A text that an earlier letter has word for word is what it was there. */
  #takeSameText(index: number): void {
    const { text = "", number = null } = this.#printed[index] ?? {};
    const texts = this.#known.texts.get(plain(text)) ?? [];
    const isFree = ({ links }: KnownText): boolean => links.every(({ clause }) => !this.#taken.has(clause));
    const bears = ({ links }: KnownText): boolean =>
      links.some(({ clause }) => this.#known.clauses[clause]?.number === number);
    const found = texts.find((one) => isFree(one) && bears(one)) ?? texts.find(isFree) ?? texts[0];
    if (found === undefined) return;
    for (const { clause, role } of found.links) {
      this.#links[index]?.push({ clause, role, by: "text", likeness: 1 });
      this.#taken.add(clause);
    }
  }

  #explainTaken(): void {
    for (const [index, links] of this.#links.entries()) {
      for (const { clause, role } of links) this.#explain(clause, this.#printed[index]?.text ?? "", role);
    }
  }

  /** Takes the words that a letter's clause holds out of a known clause, so that no other is matched with them. */
  #explain(clause: number, text: string, role: Role): void {
    const words = this.#known.clauses[clause]?.wordings.at(-1)?.words ?? [];
    const wording = (this.#known.clauses[clause]?.wordings.length ?? 1) - 1;
    const { bag } = this.#left.get(clause) ?? { bag: bagOf(words) };
    if (role === "part") {
      for (const [, at] of this.#compare(bagOf(wordsOf(text)), bag)?.pairs ?? []) bag.used[at] = 1;
    } else bag.used.fill(1);
    this.#left.set(clause, { wording, bag });
  }

  /** The surest relation first; each takes its words away, so that what is left may be part of another clause. */
  #takeAlike(open: readonly number[]): void {
    const candidates = new Map(open.map((index) => [index, this.#candidatesOf(index)]));
    const best = new Map(Array.from(candidates, ([index, list]) => [index, likeliest(list)]));
    for (const [index, candidate] of best) if (candidate !== null) this.#nearest.set(index, candidate);
    for (;;) {
      const surest = this.#surest(best);
      if (surest === null || this.#isSpent) return;
      const { index, candidate } = surest;
      this.#take(index, candidate);
      candidates.set(index, this.#candidatesOf(index));
      for (const [other, list] of candidates) {
        if (other !== index && list.has(candidate.clause)) this.#renew(list, other, candidate.clause);
        best.set(other, likeliest(list));
      }
    }
  }

  #surest(best: ReadonlyMap<number, Candidate | null>): { index: number; candidate: Candidate } | null {
    let surest: { index: number; candidate: Candidate } | null = null;
    for (const [index, candidate] of best) {
      const least = this.#links[index]?.length === 0 ? MATCHING.least : MATCHING.leastOfRest;
      if (candidate === null || candidate.likeness < least) continue;
      if (candidate.likeness > (surest?.candidate.likeness ?? 0)) surest = { index, candidate };
    }
    return surest;
  }

  /** Candidates by their clause. */
  #candidatesOf(index: number): Map<number, Candidate> {
    const taken = new Set(this.#links[index]?.map(({ clause }) => clause));
    const candidates = new Map<number, Candidate>();
    for (const clause of this.#known.clauses.keys()) {
      if (this.#isSpent) break;
      if (!taken.has(clause)) this.#renew(candidates, index, clause);
    }
    return candidates;
  }

  #renew(list: Map<number, Candidate>, index: number, clause: number): void {
    const candidate = this.#candidate(index, clause);
    if (candidate === null) list.delete(clause);
    else list.set(clause, candidate);
  }

  #candidate(index: number, clause: number): Candidate | null {
    const settled = this.#left.get(clause);
    const wordings = this.#known.clauses[clause]?.wordings ?? [];
    const bags =
      settled === undefined ? wordings.map((one, wording) => ({ wording, bag: this.#bagOf(one) })) : [settled];
    const [mine, its] = [this.#printed[index]?.number ?? null, this.#known.clauses[clause]?.number ?? null];
    let best: Candidate | null = null;
    for (const { wording, bag } of bags) {
      const overlap = this.#compare(this.#bags[index] ?? bagOf([]), bag);
      if (overlap === null) return best;
      const likeness = isContradicted(overlap) ? 0 : relationBetween(overlap, mine, its);
      if (best === null || likeness > best.likeness) best = { clause, wording, overlap, likeness };
    }
    return best;
  }

  #bagOf(wording: Wording): Bag {
    const bag = this.#wordingBags.get(wording) ?? bagOf(wording.words);
    this.#wordingBags.set(wording, bag);
    return bag;
  }

  get #isSpent(): boolean {
    return this.#work >= WORK.most;
  }

  /** null where the letter has been compared over as many words as may be. */
  #compare(left: Bag, right: Bag): Overlap | null {
    if (this.#isSpent) return null;
    this.#work += WORK.comparison + left.words.length + right.words.length;
    return overlapOf(left, right, this.#rarity);
  }

  #take(index: number, { clause, wording, overlap, likeness }: Candidate): void {
    const words = this.#known.clauses[clause]?.wordings[wording]?.words ?? [];
    const left = this.#left.get(clause) ?? { wording, bag: bagOf(words) };
    this.#left.set(clause, left);
    for (const [mine, its] of overlap.pairs) {
      left.bag.used[its] = 1;
      const bag = this.#bags[index];
      if (bag !== undefined) bag.used[mine] = 1;
    }
    const isWhole = Math.abs(overlap.left - overlap.right) <= SIDED;
    const role = isWhole ? "same" : overlap.left > overlap.right ? "part" : "joined";
    this.#links[index]?.push({ clause, role, by: "likeness", likeness });
  }

  #resultOf(index: number): Matched {
    const links = (this.#links[index] ?? []).map((link) => ({ ...link, role: this.#roleOf(index, link) }));
    const nearest = this.#nearest.get(index);
    const rest = links.some(({ role, by }) => role === "joined" && by === "likeness") ? this.#restOf(index) : [];
    if (links.length > 0 || nearest === undefined) return { links, nearest: null, rest };
    return { links, nearest: { clause: nearest.clause, likeness: nearest.likeness }, rest };
  }

  #restOf(index: number): readonly Word[] {
    const { words, used } = this.#bags[index] ?? bagOf([]);
    const rest = words.filter((_, at) => used[at] !== 1);
    const particulars = rest.filter(({ isParticular }) => isParticular).length;
    const weigh = (list: readonly Word[]): number => list.reduce((sum, { weight }) => sum + weight, 0);
    return particulars >= OWN_ORDER.particulars && weigh(rest) >= OWN_ORDER.share * weigh(words) ? rest : [];
  }

  /** Of several clauses linked with one, each is a part of it; one linked with several joins them. */
  #roleOf(index: number, { clause, role, by }: Link): Role {
    if (by === "text") return role;
    if ((this.#links[index]?.length ?? 0) > 1) return "joined";
    return (this.#sharers.get(clause) ?? 0) > 1 ? "part" : role;
  }
}

/** The first of those that are most alike. */
function likeliest(candidates: ReadonlyMap<number, Candidate>): Candidate | null {
  let best: Candidate | null = null;
  for (const one of candidates.values()) if (best === null || one.likeness > best.likeness) best = one;
  return best;
}
