import { registerOf } from "../../src/register/register-of.ts";
import type { ClauseReport, RegisterClause, RegisterPaper } from "../../src/register/schema.ts";
import { type Series, seriesOf } from "./series.ts";

export interface SeriesScore {
  /** Clauses of later letters that an earlier letter had, all or in part: how many are there, and were found. */
  readonly of: number;
  readonly matched: number;
  /** Reports under a clause that they have nothing in common with. */
  readonly wrong: readonly string[];
  /** The same, where the register says that it cannot tell which of two papers a joint letter's clause belongs to. */
  readonly undecided: readonly string[];
  readonly missed: readonly string[];
}

/** Whether each clause of the series that seeds make was put to the clause that it is. */
export function scoreAll(seeds: readonly number[]): SeriesScore {
  return sumOf(seeds.map((seed) => scoreSeries(seriesOf(seed))));
}

function scoreSeries({ letters }: Series): SeriesScore {
  const register = registerOf(letters.map(({ record }) => record));
  const mandates = new Map(letters.map((letter) => [letter.record.source.file, letter.mandates]));
  return sumOf(register.papers.map((paper) => scorePaper(paper, mandates)));
}

function sumOf(scores: readonly SeriesScore[]): SeriesScore {
  return {
    of: scores.reduce((sum, score) => sum + score.of, 0),
    matched: scores.reduce((sum, score) => sum + score.matched, 0),
    wrong: scores.flatMap((score) => score.wrong),
    undecided: scores.flatMap((score) => score.undecided),
    missed: scores.flatMap((score) => score.missed),
  };
}

interface Occurrence {
  readonly clause: RegisterClause;
  readonly report: ClauseReport;
  readonly place: string;
  readonly order: number;
  readonly mandates: readonly string[];
}

function scorePaper(paper: RegisterPaper, mandates: ReadonlyMap<string, readonly (readonly string[])[]>): SeriesScore {
  const order = new Map(paper.letters.map(({ id }, index) => [id, index]));
  const files = new Map(paper.letters.map(({ id, file }) => [id, file]));
  const occurrences: Occurrence[] = paper.clauses.flatMap((clause) =>
    clause.reports.map((report) => {
      const item = Number(report.at.split("/")[3]);
      const all = mandates.get(files.get(report.letter) ?? "")?.[item] ?? [];
      const place = `${files.get(report.letter)} ${report.at} (${clause.id})`;
      return { clause, report, place, order: order.get(report.letter) ?? 0, mandates: all };
    }),
  );
  const isUndecided = ({ report }: Occurrence): boolean =>
    paper.notes.some(
      ({ code, letter, at }) => code === "joint-undecided" && letter === report.letter && at === report.at,
    );
  const isTold = (one: Occurrence): boolean =>
    occurrences.some((other) => other.clause === one.clause && isUndecided(other) && other.order <= one.order);
  const isStranger = (one: Occurrence): boolean => !one.mandates.some((id) => id.startsWith(paper.paper));
  const off = occurrences.filter((one) => isStranger(one) || isWrong(one, occurrences));
  const wrong = off.filter((one) => !isTold(one)).map(({ place }) => place);
  const undecided = off.filter(isTold).map(({ place }) => place);
  const [found, missed] = foundIn(paper.paper, occurrences);
  return { of: found + missed.length, matched: found, wrong, undecided, missed };
}

function isWrong(one: Occurrence, all: readonly Occurrence[]): boolean {
  const { match } = one.report;
  if (match === null) return false;
  const earlier = all.filter(({ clause, order }) => clause === one.clause && order < one.order);
  const first = all.find(({ clause, report }) => clause === one.clause && report.match === null);
  if (match.role === "same" && first !== undefined && !sharesMandate(first, one)) return true;
  return !earlier.some((other) => sharesMandate(other, one));
}

function sharesMandate(a: Occurrence, b: Occurrence): boolean {
  return a.mandates.some((mandate) => b.mandates.includes(mandate));
}

/** For each original clause that a letter's clause holds and an earlier letter had: whether it was put to it. */
function foundIn(paper: string, occurrences: readonly Occurrence[]): [number, string[]] {
  let found = 0;
  const missed: string[] = [];
  const seen = new Map<string, Occurrence[]>();
  for (const one of occurrences) {
    const key = `${one.report.letter} ${one.report.at}`;
    seen.set(key, [...(seen.get(key) ?? []), one]);
  }
  for (const links of seen.values()) {
    const [one] = links as [Occurrence];
    const originals = new Set(one.mandates.filter((id) => id.startsWith(paper)).map(originalOf));
    for (const original of originals) {
      const own = one.mandates.filter((id) => originalOf(id) === original);
      const shares = (other: Occurrence): boolean =>
        other.order < one.order && other.mandates.some((id) => own.includes(id));
      if (!occurrences.some(shares)) continue;
      const isFound = links.some((link) => occurrences.some((other) => other.clause === link.clause && shares(other)));
      if (isFound) found += 1;
      else missed.push(`${one.place} as ${original}`);
    }
  }
  return [found, missed];
}

/** The clause of the resolution that a mandate belongs to. */
function originalOf(mandate: string): string {
  return mandate.slice(0, mandate.lastIndexOf("."));
}
