import type { GreyImage } from "../model/grey-image.ts";
import { crop } from "./crop.ts";

/** Darker than this is ink, on paper that may be grey. */
const INK = 130;

/** A sheet of two pages is so many times as wide as high, and each page so many times as high as wide. */
const WIDE = 1.25;
const HIGH = 1.15;

/** Where the white between two pages is looked for, and where its middle lies, as shares of the sheet's width. */
const ZONE = { from: 0.35, to: 0.65 };
const MIDDLE = { from: 0.45, to: 0.55 };

/** The white between two pages is at least so wide, in inches; a fold's shadow in it is narrower. */
const GUTTER = 0.5;
const FOLD = 0.1;

/** A fold's shadow takes at least this share of the sheet's height. */
const FOLD_SHARE = 0.5;

/** Dirt takes less of a column than this. */
const DIRT = 0.005;

/** Of a sheet's ink, what each of its pages has at least. */
const LEAST_SHARE = 0.15;

/** A page of a sheet, and where it begins, in pixels. */
export interface SheetPage {
  readonly image: GreyImage;
  readonly left: number;
}

/** The two pages of a sheet, the left one first; null of a page by itself. */
export function splitSheet(image: GreyImage, dpi: number): readonly [SheetPage, SheetPage] | null {
  const { width, height } = image;
  if (width < WIDE * height || height < HIGH * (width / 2)) return null;
  const ink = inkByColumn(image);
  const cut = gutterIn(ink, height, dpi);
  if (cut === null || cut < MIDDLE.from * width || cut > MIDDLE.to * width) return null;
  const [left, right] = [sumOf(ink.subarray(0, cut)), sumOf(ink.subarray(cut))];
  if (Math.min(left, right) < LEAST_SHARE * (left + right) || left + right === 0) return null;
  return [
    { image: crop(image, 0, 0, cut, height), left: 0 },
    { image: crop(image, cut, 0, width - cut, height), left: cut },
  ];
}

function inkByColumn({ width, height, data }: GreyImage): Uint32Array {
  const counts = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) if ((data[row + x] ?? 255) < INK) counts[x] = (counts[x] ?? 0) + 1;
  }
  return counts;
}

/** The middle of the widest white about the sheet's middle, with a fold in it or not; null where it is too narrow. */
function gutterIn(ink: Uint32Array, height: number, dpi: number): number | null {
  const runs = whiteRuns(ink, DIRT * height);
  const acrossFold = runs.flatMap((run, index) => {
    const next = runs[index + 1];
    if (next === undefined || next.start - run.end > FOLD * dpi) return [];
    const between = sumOf(ink.subarray(run.end, next.start)) / (next.start - run.end);
    return between >= FOLD_SHARE * height ? [{ start: run.start, end: next.end }] : [];
  });
  const widest = [...runs, ...acrossFold].reduce(
    (best, run) => (run.end - run.start > best.end - best.start ? run : best),
    {
      start: 0,
      end: 0,
    },
  );
  return widest.end - widest.start >= GUTTER * dpi ? (widest.start + widest.end) >> 1 : null;
}

/** Columns about the sheet's middle with no more ink than dirt, half-open. */
function whiteRuns(ink: Uint32Array, dirt: number): { readonly start: number; readonly end: number }[] {
  const end = Math.round(ZONE.to * ink.length);
  const runs: { start: number; end: number }[] = [];
  for (let x = Math.round(ZONE.from * ink.length); x < end; x++) {
    if ((ink[x] ?? 0) > dirt) continue;
    const last = runs.at(-1);
    if (last?.end === x) last.end = x + 1;
    else runs.push({ start: x, end: x + 1 });
  }
  return runs;
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
