import type { MemoRecord } from "../model/record.ts";
import { isWholeRecord, type Scorable } from "./truth.ts";
import type { WordPlace } from "./word-runs.ts";

const MOST_PAGES = 20;

/**
 * The pages on which a value stands: as its regions tell, else those of the whole letter. Of the expected and the actual
 * record the first that tells is believed.
 */
export function pagesOf(records: readonly Scorable[], pointer: string): number[] {
  const whole = records.filter(isWholeRecord);
  for (const record of whole) {
    const pages = regionPages(record, pointer);
    if (pages.length > 0) return pages;
  }
  const [record] = whole;
  return record === undefined ? [] : pagesOfLetter(record);
}

/**
 * The page of a word: a corrected one's own regions tell it; of any other only the pages of its text are known.
 * @param records expected and actual
 */
export function pagesOfWord(
  records: readonly Scorable[],
  pointer: string,
  pagesOfText: readonly number[],
  { side, start, end }: WordPlace,
): readonly number[] {
  if (pagesOfText.length < 2) return pagesOfText;
  const record = side === "expected" ? records[0] : records[1];
  if (record === undefined || !isWholeRecord(record)) return pagesOfText;
  const correction = record.corrections.find(
    ({ at, offset, to }) => at === pointer && offset < end && offset + to.length > start,
  );
  const pages = numbersOf(correction?.regions ?? []);
  return pages.length > 0 ? pages : pagesOfText;
}

function regionPages({ evidence, corrections, diagnostics }: MemoRecord, pointer: string): number[] {
  const [section, key] = pointer.split("/").slice(1);
  if (section === "corrections") return numbersOf(corrections[Number(key)]?.regions ?? []);
  if (section === "diagnostics") return [diagnostics[Number(key)]?.page ?? []].flat();
  const field = section === "evidence" ? (key ?? "").replaceAll("~1", "/").replaceAll("~0", "~") : pointer;
  const regions = Object.entries(evidence)
    .filter(([at]) => at === field || at.startsWith(`${field}/`))
    .flatMap(([, entry]) => entry.regions);
  return numbersOf(regions);
}

function numbersOf(regions: readonly { readonly page: number }[]): number[] {
  return [...new Set(regions.map(({ page }) => page))].sort((a, b) => a - b);
}

/** None for a letter so long that its page numbers tell nothing. */
function pagesOfLetter({ source: { pages } }: MemoRecord): number[] {
  if (pages.last - pages.first >= MOST_PAGES) return [];
  const numbers = Array.from({ length: pages.last - pages.first + 1 }, (_, index) => pages.first + index);
  return numbers.filter((number) => !pages.annex.includes(number));
}
