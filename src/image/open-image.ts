import sharp, { type Metadata, type Sharp } from "sharp";
import { MemoError } from "../model/failure.ts";
import type { GreyImage } from "../model/grey-image.ts";
import { MAX_IMAGE_PAGES, MAX_IMAGE_PIXELS } from "./limits.ts";

/** A PNG, JPEG or TIFF; a TIFF may hold several pages. */
export interface ImageFile {
  readonly pageCount: number;
  /** @param number 1-based */
  page(number: number): Promise<ScannedPicture>;
}

interface ScannedPicture {
  /** Upright as its EXIF turn says, on white where it was transparent. */
  readonly image: GreyImage;
  readonly dpi: number;
}

/** A picture without a believable resolution is taken for A4; its shorter side, in inches. */
const ASSUMED_SIDE = 8.27;

/** Resolutions that scanners have. Screens and cameras write 72 or 96 without meaning it. */
const BELIEVABLE_DPI = { from: 100, to: 1200 };

/** @throws MemoError "image-invalid", "page-limit", "page-too-large" */
export async function openImage(bytes: Uint8Array): Promise<ImageFile> {
  const metadata = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  const pageCount = metadata.pages ?? 1;
  if (pageCount > MAX_IMAGE_PAGES) throw new MemoError("page-limit");
  return { pageCount, page: (number) => decodePage(bytes, number - 1) };
}

/** A picture that is one page, as scanners embed it in PDF. Its own turn is the PDF's business. */
export async function decodeScan(bytes: Uint8Array): Promise<GreyImage> {
  return greyOf(sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS }));
}

async function decodePage(bytes: Uint8Array, page: number): Promise<ScannedPicture> {
  const metadata = await readable(sharp(bytes, { page, limitInputPixels: false }).metadata());
  if (metadata.width * metadata.height > MAX_IMAGE_PIXELS) throw new MemoError("page-too-large");
  const image = await greyOf(sharp(bytes, { page, limitInputPixels: MAX_IMAGE_PIXELS }).autoOrient());
  return { image, dpi: resolutionOf(metadata, Math.min(image.width, image.height)) };
}

async function greyOf(picture: Sharp): Promise<GreyImage> {
  const pipeline = picture.flatten({ background: "white" }).toColourspace("b-w").raw({ depth: "uchar" });
  const { data, info } = await readable(pipeline.toBuffer({ resolveWithObject: true }));
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { width: info.width, height: info.height, data: info.channels === 1 ? bytes : everyNth(bytes, info.channels) };
}

function everyNth(bytes: Uint8Array, channels: number): Uint8Array {
  return Uint8Array.from({ length: bytes.length / channels }, (_, index) => bytes[index * channels] ?? 0);
}

function resolutionOf({ density }: Metadata, shorterSide: number): number {
  if (density !== undefined && density >= BELIEVABLE_DPI.from && density <= BELIEVABLE_DPI.to) return density;
  return shorterSide / ASSUMED_SIDE;
}

/** libvips tells its reasons in words only; whatever they are, the picture cannot be read. */
async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new MemoError("image-invalid", undefined, { cause: error });
  }
}
