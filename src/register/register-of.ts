import type { MemoRecord } from "../model/record.ts";
import { type Letter, letterOf, papersOf } from "./letter.ts";
import { compareText, inOrder } from "./order.ts";
import { letterEntry, registerPaper } from "./register-paper.ts";
import { REGISTER_VERSION, type Register } from "./schema.ts";

export interface RegisterOptions {
  /** The day that overdue is told of, YYYY-MM-DD; by default that of the latest letter. */
  readonly asOf?: string;
}

/**
 * What became of each resolution and inquiry, as far as records tell. The same records give the same register,
 * whatever their order.
 */
export function registerOf(records: Iterable<MemoRecord>, options: RegisterOptions = {}): Register {
  const letters = withIds([...records]);
  const byPaper = groupedByPaper(letters);
  const asOf = options.asOf ?? latestDate(letters);
  const soloLetters = (paper: string): Letter[] =>
    (byPaper.get(paper) ?? []).filter((letter) => papersOf(letter).length === 1);
  const papers = [...byPaper].toSorted(([a], [b]) => compareText(a, b));
  return {
    schemaVersion: REGISTER_VERSION,
    asOf,
    papers: papers.map(([paper, own]) => registerPaper(paper, own, soloLetters, asOf)),
    withoutPaper: withoutPaper(letters.filter((letter) => papersOf(letter).length === 0)),
  };
}

/** Letters that name no paper, in their order. */
export function withoutPaper(letters: readonly Letter[]): Register["withoutPaper"] {
  return inOrder(letters).map((placed) => letterEntry(placed, null));
}

/** The latest day that a letter was written; null where none bears a date. */
function latestDate(letters: Iterable<Pick<Letter, "date">>): string | null {
  let latest: string | null = null;
  for (const { date } of letters) if (date !== null && (latest === null || date > latest)) latest = date;
  return latest;
}

function groupedByPaper(letters: readonly Letter[]): Map<string, Letter[]> {
  const groups = new Map<string, Letter[]>();
  for (const letter of letters) {
    for (const paper of papersOf(letter)) {
      const group = groups.get(paper);
      if (group === undefined) groups.set(paper, [letter]);
      else group.push(letter);
    }
  }
  return groups;
}

/** Letters by the names that an archive has for them: the file's hash, and which of its memos where it has several. */
function withIds(records: readonly MemoRecord[]): Letter[] {
  const byFile = new Map<string, MemoRecord[]>();
  for (const record of records) {
    const group = byFile.get(record.source.sha256);
    if (group === undefined) byFile.set(record.source.sha256, [record]);
    else group.push(record);
  }
  return [...byFile].flatMap(([sha256, memos]) => {
    const sorted = memos.toSorted((a, b) => a.source.pages.first - b.source.pages.first);
    return sorted.map((record, index) => letterOf(record, memos.length === 1 ? sha256 : `${sha256}.${index + 1}`));
  });
}
