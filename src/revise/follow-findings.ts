import type { FindingCode } from "../model/diagnostic.ts";
import type { MemoRecord } from "../model/record.ts";
import { isProse } from "./fields.ts";
import type { TracedField } from "./traced-record.ts";

type Finding = MemoRecord["diagnostics"][number];
type Fields = ReadonlyMap<string, TracedField>;

/** Findings on how a text is parted: they ask for nothing where a person has parted it otherwise. */
const ON_STRUCTURE: ReadonlySet<string> = new Set<FindingCode>([
  "clause-without-response",
  "clause-number-missing",
  "response-torn",
  "review-conflict",
]);

/**
 * Findings on a list that a person rearranged: each goes with its leaf, or with the entry that most of its words stand
 * in now. Settled are those on the list as a whole, those whose words are no more, and those on the structure of an
 * entry that is another now.
 * @param pointer the list's
 */
export function followFindings(pointer: string, olds: Fields, news: Fields, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    const { at } = finding;
    if (at === undefined || (at !== pointer && !isWithin(at, pointer))) return finding;
    const place = at === pointer ? null : placeOf(at, olds, news);
    if (place === null) return { ...finding, severity: "info", at: pointer };
    const isSettled = ON_STRUCTURE.has(finding.code) && !isSameEntry(at, olds, place, news);
    return { ...finding, at: place, ...(isSettled ? { severity: "info" as const } : {}) };
  });
}

export function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}

/** Where the first words of a leaf or entry stand now. */
function placeOf(at: string, olds: Fields, news: Fields): string | null {
  const depth = at.split("/").length;
  for (const [, old] of below(at, olds)) {
    for (const [now, field] of news) {
      if (field === old || sharesSource(field, old)) return now.split("/").slice(0, depth).join("/");
    }
  }
  return null;
}

/** The leaves of an entry, prose first: a number or a role may stand in many entries. */
function below(at: string, fields: Fields): [string, TracedField][] {
  return [...fields]
    .filter(([pointer]) => isWithin(pointer, at))
    .sort(([a], [b]) => Number(isProse(b)) - Number(isProse(a)) || (a < b ? -1 : 1));
}

/** Whether two fields hold words that were read at one place. */
export function sharesSource(a: TracedField, b: TracedField): boolean {
  const sources = b.text.segments.filter(({ start, end }) => end > start);
  return a.text.segments.some(({ start, end }) => sources.some((one) => start < one.end && end > one.start));
}

function isSameEntry(at: string, olds: Fields, place: string, news: Fields): boolean {
  const [before, after] = [below(at, olds), below(place, news)];
  return (
    before.length === after.length &&
    before.every(([pointer, field], index) => {
      const [, now] = after[index] ?? [];
      return isProse(pointer) ? now === field : now?.value === field.value;
    })
  );
}
