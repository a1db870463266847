import type { Page } from "../model/page.ts";
import { isPageMark } from "../text/page-marks.ts";
import { readTextOf } from "../text/read-text.ts";
import { linesOf, type TracedLine } from "../text/traced-lines.ts";
import { TracedText } from "../text/traced-text.ts";
import { endOfFormula, resembles } from "./likeness.ts";
import { signatureLines } from "./tail/signature-lines.ts";
import { isClosing } from "./zones.ts";

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

function textLinesOf(page: Page): TracedLine[] {
  const lines = linesOf(TracedText.of(readTextOf([page])));
  return lines.filter((line) => !isPageMark(line.text.text));
}

/** The title "Hausmitteilung", or in older letters the authority over "GZ:" and "Datum:". */
function hasLetterhead(page: Page): boolean {
  const top = textLinesOf(page)
    .slice(0, HEAD_LINES)
    .map((line) => line.text.text);
  if (top.some((text) => resembles(text, "Hausmitteilung"))) return true;
  const hasAuthority = top.some((text) => resembles(text, "Landeshauptstadt Dresden"));
  const hasLabels =
    top.some((text) => /^G[Z2] ?[:;]/u.test(text)) && top.some((text) => endOfFormula(text, "Datum") !== null);
  return hasAuthority && hasLabels;
}

/** Pages below the closing's page belong to the letter only as long as they go on with its signatures. */
function withAnnex(group: readonly Page[]): MemoPages {
  const closing = group.findIndex((page) => textLinesOf(page).some((line) => isClosing(line.text.text)));
  if (closing < 0) return { pages: [...group], annex: [] };
  let end = closing + 1;
  while (end < group.length && goesOn(group[end] as Page)) end += 1;
  return { pages: group.slice(0, end), annex: group.slice(end).map((page) => page.number) };
}

/** A page of signatures and a list of attachments: few lines, at least half of them of these kinds. */
function goesOn(page: Page): boolean {
  const lines = textLinesOf(page);
  const known = lines.filter((line) => signatureLines(line).length > 0 || /^Anlagen?\b/u.test(line.text.text));
  return known.length > 0 && known.length * 2 >= lines.length && lines.length <= MOST_LINES;
}

const MOST_LINES = 16;
