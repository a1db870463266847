import type { Matrix } from "./matrix.ts";
import { inherited, type ObjectFile } from "./object-file.ts";
import { isArray, isDict, type PdfDict, PdfName, PdfStream, type PdfValue } from "./object-syntax.ts";
import { onlyPicture } from "./only-picture.ts";

/** A page that is one JPEG from edge to edge, its bytes as the scanner made them. */
export interface EmbeddedScan {
  readonly jpeg: Uint8Array;
  readonly dpi: number;
  /** As the file says; to be checked against limits before the bytes are decoded. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** Whether text without ink was written over or under it: a scanner's own reading. */
  readonly hasHiddenText: boolean;
}

/** How far the picture's edges may be from the page's, as a share of its sides. */
const EDGE_TOLERANCE = 0.005;

const POINTS_PER_INCH = 72;

/** Spaces of grey and colour that a JPEG decodes to by itself. Not CMYK, whose inks may be inverted. */
const PLAIN_SPACES: ReadonlySet<string> = new Set(["DeviceGray", "DeviceRGB", "CalGray", "CalRGB", "ICCBased"]);

/**
 * The scan that a page consists of; null where the page shows anything else, however little. Taken as it is, it need
 * not be rendered, which would cost four times the time and blur it. How the page is turned is not its business.
 * @param pageNumber object number of the page
 * @param view [x1, y1, x2, y2] of the page in user space
 * @throws PdfSyntaxError and what zlib throws, for a file not written by the book
 */
export function embeddedScan(file: ObjectFile, pageNumber: number, view: readonly number[]): EmbeddedScan | null {
  const page = file.object(pageNumber);
  if (!isDict(page) || hasAnnotations(file, page) || hasOwnUnit(file, page)) return null;
  const painted = onlyPicture(contentOf(file, page));
  if (painted === null || !coversPage(painted.matrix, view)) return null;
  const picture = pictureNamed(file, page, painted.name);
  if (picture === null || !isPlainJpeg(file, picture.dict)) return null;
  const [width, height] = [file.get(picture.dict, "Width"), file.get(picture.dict, "Height")];
  if (typeof width !== "number" || typeof height !== "number") return null;
  const jpeg = file.rawBytes(picture);
  const dpi = (width / painted.matrix[0]) * POINTS_PER_INCH;
  return { jpeg, dpi, pixels: { width, height }, hasHiddenText: painted.hasHiddenText };
}

/** Whether lengths on a page are counted in another unit than points; some writers say "/UserUnit 1.0", which are points. */
function hasOwnUnit(file: ObjectFile, page: PdfDict): boolean {
  return page.has("UserUnit") && file.get(page, "UserUnit") !== 1;
}

function hasAnnotations(file: ObjectFile, page: PdfDict): boolean {
  const annotations = file.get(page, "Annots");
  return isArray(annotations) && annotations.length > 0;
}

function contentOf(file: ObjectFile, page: PdfDict): string {
  const contents = file.get(page, "Contents");
  const streams = (isArray(contents) ? contents : [contents]).map((value) => file.resolve(value));
  return streams
    .map((stream) => (stream instanceof PdfStream ? file.plainBytes(stream).toString("latin1") : ""))
    .join("\n");
}

function coversPage([a, b, c, d, e, f]: Matrix, view: readonly number[]): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  const isNear = (value: number, edge: number, side: number): boolean =>
    Math.abs(value - edge) <= EDGE_TOLERANCE * Math.abs(side);
  const [width, height] = [right - left, top - bottom];
  return (
    b === 0 &&
    c === 0 &&
    isNear(e, left, width) &&
    isNear(e + a, right, width) &&
    isNear(f, bottom, height) &&
    isNear(f + d, top, height)
  );
}

function pictureNamed(file: ObjectFile, page: PdfDict, name: string): PdfStream | null {
  const resources = inherited(file, page, "Resources");
  const objects = isDict(resources) ? file.get(resources, "XObject") : null;
  const picture = isDict(objects) ? file.get(objects, name) : null;
  return picture instanceof PdfStream ? picture : null;
}

function isPlainJpeg(file: ObjectFile, dict: PdfDict): boolean {
  const subtype = file.get(dict, "Subtype");
  if (!(subtype instanceof PdfName) || subtype.name !== "Image") return false;
  if (["SMask", "Mask", "ImageMask", "Decode", "OC"].some((key) => dict.has(key))) return false;
  return (
    firstName(file.get(dict, "Filter")) === "DCTDecode" && PLAIN_SPACES.has(firstName(file.get(dict, "ColorSpace")))
  );
}

/** A name, or the first name of an array; of several filters none is meant. */
function firstName(value: PdfValue): string {
  const first = isArray(value) ? value[0] : value;
  return first instanceof PdfName ? first.name : "";
}
