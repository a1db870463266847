import type { GreyImage } from "../../model/grey-image.ts";
import { Bitmap, type Piece, piecesOf } from "./bitmap.ts";
import { withCrossedLetters } from "./crossed-letters.ts";
import { followStroke, type Heading } from "./follow-stroke.ts";
import type { TextBand } from "./text-bands.ts";

/** A pixel this much darker than paper counts as full ink. */
const FULL_INK = 140;

/** A stroke's path is followed over at most so many letter heights. */
const LONGEST_PATH = 12;

/** How far from where a stroke enters a line its direction is measured, in stroke widths. */
const DIRECTION_REACH = 3;

/** Followed strokes that make up this share of what a signature has within lines of print: it touches no letter. */
const ALL_STROKES = 0.8;

/** What stands this many letter heights from any letter, with nothing between, is no part of the printed name. */
const FAR = 1;

/**
 * The pixels of a signature that are pen strokes: all that is outside of lines of print, and within them what can
 * be followed in from outside. What remains is print that the pen touched.
 */
export function penStrokes(
  image: GreyImage,
  signature: Bitmap,
  bands: readonly TextBand[],
  letterHeight: number,
): Bitmap {
  const isInBand = (y: number): boolean => bands.some((band) => y >= band.top && y < band.bottom);
  const strokeWidth = strokeWidthOf(signature.filter((_, y) => !isInBand(y)));
  const followed = new Bitmap(signature.frame);
  for (const heading of bands.flatMap((band) => crossings(signature, band, strokeWidth))) {
    const ink = (x: number, y: number): number => inkAt(image, signature, Math.round(x), Math.round(y));
    const path = followStroke(heading, strokeWidth, ink, isInBand, LONGEST_PATH * letterHeight);
    for (const point of path) addDisc(followed, point, strokeWidth / 2 + 0.8);
  }
  const touched = signature.filter((x, y) => isInBand(y) && !followed.has(x, y));
  const within = signature.filter((_, y) => isInBand(y)).size;
  if (touched.size <= (1 - ALL_STROKES) * within) return signature;
  const print = withCrossedLetters(signature, touched, followed, strokeWidth);
  const far = farFromLetters(print, bands, letterHeight);
  return signature.filter((x, y) => !print.has(x, y) || far.has(x, y));
}

/** The median of the strokes' widths, each pixel's being the shorter of its runs across and down. */
function strokeWidthOf(strokes: Bitmap): number {
  const widths: number[] = [];
  strokes.forEach((x, y) => {
    const across = strokes.run(x, y, 1, 0) + strokes.run(x, y, -1, 0) - 1;
    const down = strokes.run(x, y, 0, 1) + strokes.run(x, y, 0, -1) - 1;
    widths.push(Math.min(across, down));
  });
  widths.sort((a, b) => a - b);
  // A slanting stroke's runs are longer than it is wide.
  return Math.max(2, 0.8 * (widths[widths.length >> 1] ?? 0));
}

/** Where strokes come into a line of print from above and from below, and which way they are going. */
function crossings(signature: Bitmap, band: TextBand, strokeWidth: number): Heading[] {
  return [
    ...crossingsOfEdge(signature, band.top, 1, strokeWidth),
    ...crossingsOfEdge(signature, band.bottom - 1, -1, strokeWidth),
  ];
}

function crossingsOfEdge(signature: Bitmap, edge: number, inwards: 1 | -1, strokeWidth: number): Heading[] {
  const headings: Heading[] = [];
  const { left, right } = signature.frame;
  for (let x = left; x < right; x++) {
    if (!signature.has(x, edge) || !signature.has(x, edge - inwards)) continue;
    const length = signature.run(x, edge, 1, 0);
    const heading = headingAt(signature, x + (length - 1) / 2, edge, inwards, strokeWidth);
    if (heading !== null) headings.push(heading);
    x += length;
  }
  return headings;
}

/** The direction from the middle of the stroke outside to where it crosses; null where it only grazes the edge. */
function headingAt(signature: Bitmap, x: number, edge: number, inwards: 1 | -1, strokeWidth: number): Heading | null {
  const reach = Math.ceil(DIRECTION_REACH * strokeWidth);
  let [sumX, sumY] = [0, 0];
  for (let away = 1; away <= reach; away++) {
    for (let aside = -reach; aside <= reach; aside++) {
      if (away * away + aside * aside > reach * reach) continue;
      if (!signature.has(Math.round(x + aside), edge - inwards * away)) continue;
      sumX += aside;
      sumY -= inwards * away;
    }
  }
  const length = Math.hypot(sumX, sumY);
  if (length === 0 || (-sumY / length) * inwards <= GRAZING) return null;
  return { x, y: edge, directionX: -sumX / length, directionY: -sumY / length };
}

/** The sine of the angle below which a stroke only grazes a line of print. */
const GRAZING = 0.05;

function inkAt(image: GreyImage, signature: Bitmap, x: number, y: number): number {
  if (!signature.has(x, y)) return 0;
  return Math.min(1, (255 - (image.data[y * image.width + x] ?? 255)) / FULL_INK);
}

function addDisc(bitmap: Bitmap, { x, y }: { readonly x: number; readonly y: number }, radius: number): void {
  for (let discY = Math.floor(y - radius); discY <= y + radius; discY++) {
    for (let discX = Math.floor(x - radius); discX <= x + radius; discX++) {
      if ((discX - x) ** 2 + (discY - y) ** 2 <= radius * radius) bitmap.add(discX, discY);
    }
  }
}

/** Remains of strokes beside a printed name: pieces that neither a letter nor a chain of pieces joins to it. */
function farFromLetters(print: Bitmap, bands: readonly TextBand[], letterHeight: number): Bitmap {
  const far = new Bitmap(print.frame);
  for (const band of bands) {
    const pieces = piecesOf(print.filter((_, y) => y >= band.top && y < band.bottom));
    for (const piece of piecesApart(pieces, band, FAR * letterHeight)) {
      for (const [x, y] of piece.pixels) far.add(x, y);
    }
  }
  return far;
}

function piecesApart(pieces: readonly Piece[], band: TextBand, gap: number): Piece[] {
  const spans = [
    ...pieces.map((piece) => ({ left: piece.left, right: piece.right, piece })),
    ...band.letters.map(({ left, right }) => ({ left, right, piece: null })),
  ].sort((a, b) => a.left - b.left);
  const groups: (typeof spans)[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (span.left - end > gap) groups.push([]);
    groups.at(-1)?.push(span);
    end = Math.max(end, span.right);
  }
  return groups
    .filter((group) => group.every((span) => span.piece !== null))
    .flatMap((group) => group.flatMap((span) => (span.piece === null ? [] : [span.piece])));
}
