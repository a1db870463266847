import type { Line, Page } from "../model/page.ts";
import { NO_RULINGS, type Rulings } from "../model/rulings.ts";
import {
  COLUMN_GAP,
  type ColumnForm,
  type ColumnRegion,
  cutAtColumn,
  findColumns,
  isAtHeightOf,
  isInRightColumn,
} from "./columns.ts";
import { withSpacedWordsWhole } from "./letter-spacing.ts";
import { linesInOrder, rowsOf } from "./rows.ts";
import { cutSegment, middleOf, type Segment, segmentOfLine, textOf } from "./segment.ts";
import { findTables, type PlacedTable, withTables } from "./tables/find-tables.ts";

/** "Sehr geehrte Damen und Herren,": the letterhead ends above it. */
const SALUTATION = /^\W*[Ss]ehr\s+geehrte/u;

/** "Mit freundlichen Grüßen": the signatures stand below it. */
const CLOSING = /freundliche[nmr]?\s+Gr/iu;

/** "Kenntnisnahme:" heads the right column of signatures. */
const NOTED = /^\W*(?:zur\s+)?Kenntnisnahme/iu;

/** Without a salutation, the share of the first page that a letterhead can take. */
const LETTERHEAD_SHARE = 0.45;

/** "Landeshauptstadt Dresden", the office, "GZ:", "Datum:"; one of them may be misread. */
const SENDER_COLUMN: ColumnForm = { minLines: 3, label: /^(?:GZ|Datum)\b/u };

/** Those who took note of the letter, or a second signature. */
const SIGNATURE_COLUMN: ColumnForm = { minLines: 1, label: NOTED };

/**
 * The page with its lines in reading order. What the letterhead and the signatures print side by side becomes
 * lines of its own, the left column first; elsewhere what stands at one height is one line, the cells of a
 * table parted by tabs; letter-spaced words are whole. Boxes and confidences stay as they were read.
 * @param rulings the lines drawn on the page, which part the cells of its tables
 */
export function layoutPage(page: Page, rulings: Rulings = NO_RULINGS): Page {
  if (page.size === null || page.lines.some((line) => line.words.length === 0)) return page;
  const segments = page.lines.map(withSpacedWordsWhole).map(segmentOfLine);
  const lineHeight = medianHeight(segments);
  const { letterhead, body, signatures } = partsOf(segments, page.size, lineHeight);
  const { tables, rest } = findTables(body, rulings, lineHeight);
  return {
    ...page,
    lines: [
      ...columnLines(letterhead, page.size.width, lineHeight, SENDER_COLUMN),
      ...withTables(
        rowsOf(rest, lineHeight),
        tables.map((table) => (isRead(page, table.line) ? inDoubt(table) : table)),
      ),
      ...columnLines(signatures, page.size.width, lineHeight, SIGNATURE_COLUMN),
    ],
  };
}

/** Whether a number of a table was read from a picture though the page has its text: by a scanner, or of a broken font. */
function isRead({ source }: Page, { text, words }: Line): boolean {
  return (
    source === "text-layer" && words.some((word) => word.confidence < 1 && /\d/u.test(text.slice(word.start, word.end)))
  );
}

function inDoubt({ line, ...place }: PlacedTable): PlacedTable {
  const table = line.table === undefined ? {} : { table: { ...line.table, isUncertain: true } };
  return { ...place, line: { ...line, ...table } };
}

interface PageParts {
  readonly letterhead: readonly Segment[];
  readonly body: readonly Segment[];
  readonly signatures: readonly Segment[];
}

/** The page's lines by where they stand: above the salutation, below the closing, between. */
function partsOf(segments: readonly Segment[], size: { height: number }, lineHeight: number): PageParts {
  const height = (isCue: (text: string) => boolean): number | null => {
    const cue = segments.find((segment) => isCue(textOf(segment)));
    return cue === undefined ? null : middleOf(cue.box);
  };
  const salutation = height((text) => SALUTATION.test(text));
  const closing = height((text) => CLOSING.test(text)) ?? null;
  const noted = notedHeight(segments, lineHeight);
  const hasHead = segments.some((segment) => segment.words.some(({ text }) => SENDER_COLUMN.label.test(text)));
  const top = salutation ?? (hasHead ? LETTERHEAD_SHARE * size.height : 0);
  const bottom = Math.min(closing ?? Number.POSITIVE_INFINITY, noted ?? Number.POSITIVE_INFINITY);
  const isAbove = (segment: Segment): boolean => middleOf(segment.box) < top - lineHeight / 2;
  const isBelow = (segment: Segment): boolean => middleOf(segment.box) > bottom - lineHeight / 2;
  return {
    letterhead: segments.filter((segment) => isAbove(segment) && !isBelow(segment)),
    body: segments.filter((segment) => !isAbove(segment) && !isBelow(segment)),
    signatures: segments.filter(isBelow),
  };
}

function notedHeight(segments: readonly Segment[], lineHeight: number): number | null {
  const parts = segments.flatMap((segment) => cutSegment(segment, ({ width }) => width > COLUMN_GAP * lineHeight));
  const noted = parts.find((part) => NOTED.test(textOf(part)));
  return noted === undefined ? null : middleOf(noted.box);
}

/** Lines above the columns, the left column, the right one, lines below; plain rows where there are no columns. */
function columnLines(segments: readonly Segment[], pageWidth: number, lineHeight: number, form: ColumnForm): Line[] {
  const region = findColumns(segments, pageWidth, lineHeight, form);
  if (region === null) return rowsOf(segments, lineHeight);
  const cut = cutAtColumn(segments, region, lineHeight);
  const inside = cut.filter((segment) => isAtHeightOf(segment, region, lineHeight));
  const outside = cut.filter((segment) => !inside.includes(segment));
  return [
    ...linesInOrder(outside.filter((segment) => middleOf(segment.box) < region.top)),
    ...columnsInOrder(inside, region, lineHeight),
    ...rowsOf(
      outside.filter((segment) => middleOf(segment.box) > region.top),
      lineHeight,
    ),
  ];
}

function columnsInOrder(inside: readonly Segment[], region: ColumnRegion, lineHeight: number): Line[] {
  const isRight = (segment: Segment): boolean => isInRightColumn(segment, region, lineHeight);
  return [...linesInOrder(inside.filter((segment) => !isRight(segment))), ...rowsInColumn(inside.filter(isRight))];
}

/** In a column what stands at one height is one line, whatever the gap: "Datum:      21. MRZ. 2024". */
function rowsInColumn(segments: readonly Segment[]): Line[] {
  return rowsOf(segments, Number.POSITIVE_INFINITY);
}

function medianHeight(segments: readonly Segment[]): number {
  const heights = segments.map((segment) => segment.box[3]).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}
