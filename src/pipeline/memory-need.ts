import { largestPicture } from "../pdf/picture-sizes.ts";
import { mediaTypeOf } from "./media-type.ts";

/** Bytes of a small file: a letter of some pages, scanned in black and white or written by a program. */
const SMALL_BYTES = 4 * 1024 ** 2;

/** Pixels of a page of A4 scanned in 300 dots an inch, and some more. */
const SMALL_PIXELS = 12_000_000;

/** A page of A3 and some more, in points; what is painted of a larger one takes more memory. */
const SMALL_SIDE = 1300;

const BOX = /\/(?:Media|Crop)Box\s*\[([^\]]*)\]/gu;

/** Objects that are packed may hold boxes that nobody sees. */
const PACKED = /\/ObjStm\b/u;

/**
 * Whether a PDF declares nothing that takes much memory: it is small, and so are its pictures and pages. One that takes
 * much all the same was made to.
 */
export function isModest(bytes: Uint8Array): boolean {
  if (bytes.byteLength > SMALL_BYTES || mediaTypeOf(bytes) !== "application/pdf") return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (PACKED.test(text) || largestPicture(bytes) > SMALL_PIXELS) return false;
  return Array.from(text.matchAll(BOX), ([, box = ""]) => sideOf(box)).every((side) => side <= SMALL_SIDE);
}

/** The longer side of a box; that of one told by references counts as any. */
function sideOf(box: string): number {
  const [left, bottom, right, top] = box.trim().split(/\s+/u).map(Number);
  const sides = [Math.abs((right ?? Number.NaN) - (left ?? 0)), Math.abs((top ?? Number.NaN) - (bottom ?? 0))];
  return sides.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...sides);
}
