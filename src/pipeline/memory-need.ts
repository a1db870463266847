import { largestPicture } from "../pdf/picture-sizes.ts";
import { mediaTypeOf } from "./media-type.ts";

/** Bytes of a small file: a letter of some pages, scanned in black and white or written by a program. */
const SMALL_BYTES = 4 * 1024 ** 2;

/** Pixels of a page of A4 scanned in 300 dots an inch, and some more. */
const SMALL_PIXELS = 12_000_000;

/** A page of A3 and some more, in points; what is painted of a larger one takes more memory. */
const SMALL_SIDE = 1300;

/** Of some length at most: who begins a million and ends none would have each sought to the file's end. */
const BOX = /\/(?:Media|Crop)Box\s{0,20}\[([^\][]{0,200})\]/gu;

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
  const [left = 0, bottom = 0, right = 0, top = 0, ...more] = box.trim().split(/\s+/u).map(Number);
  const side = Math.max(Math.abs(right - left), Math.abs(top - bottom));
  return more.length > 0 || Number.isNaN(side) ? Number.POSITIVE_INFINITY : side;
}
