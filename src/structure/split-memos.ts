import { type Page, ROW_END } from "../model/page.ts";
import { isPageMark } from "../text/page-marks.ts";
import { readTextOf } from "../text/read-text.ts";
import { linesOf } from "../text/traced-lines.ts";
import { TracedText } from "../text/traced-text.ts";
import { beginsLike, folded } from "./facts/likeness.ts";
import { PROFILE } from "./profile.ts";

/** The pages of one memo of a file. */
export interface MemoPages {
  /** Pages of the letter. */
  readonly pages: Page[];
  /** Numbers of the pages after the letter: plans, tables, papers enclosed. */
  readonly annex: number[];
}

/** A letterhead stands within this many lines from a page's top. */
const HEAD_LINES = 15;

/** Parts a file's pages into memos, each beginning with a letterhead; what follows a letter's end is its annex. */
export function splitMemos(pages: readonly Page[]): MemoPages[] {
  const groups: Page[][] = [];
  for (const page of pages) {
    const last = groups.at(-1);
    if (last === undefined || hasLetterhead(page)) groups.push([page]);
    else last.push(page);
  }
  return groups.map(withAnnex);
}

function textsOf(page: Page): string[] {
  const lines = linesOf(TracedText.of(readTextOf([page])));
  // A table is one line, and counts as its rows.
  return lines.flatMap(({ text }) => text.text.split(ROW_END)).filter((text) => !isPageMark(text));
}

function resembles(text: string, formulas: readonly string[]): boolean {
  const start = folded(text.slice(0, 60));
  return formulas.some(
    (formula) => beginsLike(start, folded(formula)) >= LIKE && start.length < formula.length * LONGEST_RATIO,
  );
}

const LIKE = 0.75;
/** A line that holds a formula and goes on is none of the letterhead's. */
const LONGEST_RATIO = 2;

/** The title "Hausmitteilung", or in older letters the authority over "GZ:" and "Datum:". */
function hasLetterhead(page: Page): boolean {
  const top = textsOf(page).slice(0, HEAD_LINES);
  const has = (name: keyof typeof PROFILE.formulas): boolean =>
    top.some((text) => resembles(text, PROFILE.formulas[name]));
  if (has("title")) return true;
  return (
    has("authority") && top.some((text) => /^G[ZE2] ?[:;]/u.test(text)) && top.some((text) => /^Datum\b/u.test(text))
  );
}

/** Pages below the closing's page belong to the letter only as long as they go on with its signatures. */
function withAnnex(group: readonly Page[]): MemoPages {
  const closing = group.findIndex((page) => textsOf(page).some((text) => resembles(text, PROFILE.formulas.closing)));
  if (closing < 0) return { pages: [...group], annex: [] };
  let end = closing + 1;
  while (end < group.length && goesOn(group[end] as Page)) end += 1;
  return { pages: group.slice(0, end), annex: group.slice(end).map((page) => page.number) };
}

/** A page of signatures and a list of attachments: few lines, at least half of them of these kinds. */
function goesOn(page: Page): boolean {
  const texts = textsOf(page);
  const known = texts.filter(
    (text) =>
      resembles(text, PROFILE.formulas.role) ||
      resembles(text, PROFILE.formulas.noted) ||
      /^Anlagen?\b/u.test(text) ||
      /^(?:\p{Lu}\p{Ll}+ ){1,2}\p{Lu}\p{Ll}+$/u.test(text),
  );
  return known.length > 0 && known.length * 2 >= texts.length && texts.length <= MOST_LINES;
}

const MOST_LINES = 16;
