import type { PrintedClause } from "./letter.ts";
import { type Bag, bagOf, type Overlap, overlapOf, type Rarity, rarityAmong } from "./likeness.ts";
import { isContradicted, relationBetween } from "./relation.ts";
import { plain, type Word, wordsOf } from "./words.ts";

export type Role = "same" | "part" | "joined";

/** That a letter's clause reports on one the paper is known to have. */
export interface Link {
  /** Index into the known clauses. */
  readonly clause: number;
  readonly role: Role;
  readonly by: "text" | "likeness";
  readonly likeness: number;
}

/** What earlier letters tell of a paper's clause. */
export interface KnownClause {
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
 * How sure a relation must be to be taken, and one with what another clause has left. Measured by
 * test/tools/fit-register.ts on series that no test measures with.
 */
export const MATCHING = { least: 0.6, leastOfRest: 0.8 } as const;

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
      for (const [, at] of overlapOf(bagOf(wordsOf(text)), bag, this.#rarity).pairs) bag.used[at] = 1;
    } else bag.used.fill(1);
    this.#left.set(clause, { wording, bag });
  }

  /** The surest relation first; each takes its words away, so that what is left may be part of another clause. */
  #takeAlike(open: readonly number[]): void {
    const candidates = new Map(open.map((index) => [index, this.#candidatesOf(index)]));
    for (const [index, list] of candidates) {
      this.#nearest.set(
        index,
        list.reduce((best, one) => (one.likeness > best.likeness ? one : best)),
      );
    }
    for (;;) {
      const best = this.#surest(candidates);
      if (best === null) return;
      const { index, candidate } = best;
      this.#take(index, candidate);
      for (const other of open) {
        const renewed =
          other === index
            ? this.#candidatesOf(other)
            : this.#renewed(candidates.get(other) ?? [], other, candidate.clause);
        candidates.set(other, renewed);
      }
    }
  }

  #surest(candidates: ReadonlyMap<number, readonly Candidate[]>): { index: number; candidate: Candidate } | null {
    let best: { index: number; candidate: Candidate } | null = null;
    for (const [index, list] of candidates) {
      const least = this.#links[index]?.length === 0 ? MATCHING.least : MATCHING.leastOfRest;
      for (const candidate of list) {
        if (candidate.likeness < least || candidate.likeness <= (best?.candidate.likeness ?? 0)) continue;
        best = { index, candidate };
      }
    }
    return best;
  }

  #candidatesOf(index: number): Candidate[] {
    const taken = new Set(this.#links[index]?.map(({ clause }) => clause));
    return [...this.#known.clauses.keys()]
      .filter((clause) => !taken.has(clause))
      .map((clause) => this.#candidate(index, clause));
  }

  #renewed(list: readonly Candidate[], index: number, clause: number): Candidate[] {
    return list.map((candidate) => (candidate.clause === clause ? this.#candidate(index, clause) : candidate));
  }

  #candidate(index: number, clause: number): Candidate {
    const settled = this.#left.get(clause);
    const wordings = this.#known.clauses[clause]?.wordings ?? [];
    const bags =
      settled === undefined ? wordings.map(({ words }, wording) => ({ wording, bag: bagOf(words) })) : [settled];
    const found = bags.map(({ wording, bag }) => {
      const overlap = overlapOf(this.#bags[index] ?? bagOf([]), bag, this.#rarity);
      if (isContradicted(overlap)) return { clause, wording, overlap, likeness: 0 };
      const [mine, its] = [this.#printed[index]?.number ?? null, this.#known.clauses[clause]?.number ?? null];
      return { clause, wording, overlap, likeness: relationBetween(overlap, mine, its) };
    });
    return found.reduce((best, one) => (one.likeness > best.likeness ? one : best));
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
    const sharers = this.#links.filter((links) => links.some((link) => link.clause === clause)).length;
    return sharers > 1 ? "part" : role;
  }
}
