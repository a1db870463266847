import sharp, { type Metadata, type Sharp } from "sharp";
import { MemoError } from "../model/failure.ts";
import type { GreyImage } from "../model/grey-image.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import { type ColourImage, withoutMarker } from "./marker.ts";
import { pixelShapeOf } from "./pixel-shape.ts";
import { turnBack } from "./quarter-turns.ts";
import { stretchDown } from "./stretch.ts";

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
  /** Whether it has fewer pixels than the file, which has more than a page's picture may have. */
  readonly scaledDown: boolean;
}

/** A picture without a believable resolution is taken for A4; its shorter side, in inches. */
const ASSUMED_SIDE = 8.27;

/** Resolutions that scanners have. Screens and cameras write 72 or 96 without meaning it. */
const BELIEVABLE_DPI = { from: 100, to: 1200 };

/** @throws MemoError "image-invalid", "page-limit", "page-too-large" */
export async function openImage(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<ImageFile> {
  const metadata = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  const pageCount = metadata.pages ?? 1;
  if (pageCount > limits.pages) throw new MemoError("page-limit");
  return { pageCount, page: (number) => decodePage(bytes, number - 1, limits) };
}

/**
 * A picture that is one page, as scanners embed it in PDF. Its own turn is the PDF's business.
 * `scale` is below 1 where it was scaled down to the limit.
 * @throws MemoError "image-invalid", "page-too-large"
 */
export async function decodeScan(
  bytes: Uint8Array,
  limits: Limits = DEFAULT_LIMITS,
): Promise<{ readonly image: GreyImage; readonly scale: number }> {
  const metadata = await readMetadata(bytes, 0, limits);
  const { picture, scale } = scaledToLimit(metadata, sharp(bytes, UNLIMITED), limits);
  return { image: await printOf(picture, metadata), scale };
}

async function decodePage(bytes: Uint8Array, page: number, limits: Limits): Promise<ScannedPicture> {
  const metadata = await readMetadata(bytes, page, limits);
  const shape = pixelShapeOf(bytes, page, metadata);
  const stretch = Math.max(shape, 1 / shape);
  const stretched = { ...limits, renderPixels: limits.renderPixels / stretch };
  const { picture, scale } = scaledToLimit(metadata, sharp(bytes, { page, ...UNLIMITED }).autoOrient(), stretched);
  const image = withSquarePixels(await printOf(picture, metadata), shape);
  const told = metadata.density === undefined ? undefined : metadata.density * (shape < 1 ? stretch : 1);
  const dpi = resolutionOf(told, Math.min(image.width, image.height) / scale) * scale;
  return { image, dpi, scaledDown: scale < 1 };
}

/** The picture as it looks on paper, in the finer of its two resolutions. */
function withSquarePixels(image: GreyImage, shape: number): GreyImage {
  if (shape === 1) return image;
  if (shape > 1) return stretchDown(image, shape);
  return turnBack(stretchDown(turnBack(image, 1), 1 / shape), 3);
}

/** libvips's own limit fails without telling why; ours is checked before anything is decoded. */
const UNLIMITED = { limitInputPixels: false } as const;

async function readMetadata(bytes: Uint8Array, page: number, limits: Limits): Promise<Metadata> {
  const metadata = await readable(sharp(bytes, { page, ...UNLIMITED }).metadata());
  if (metadata.width * metadata.height > limits.imagePixels) throw new MemoError("page-too-large");
  return metadata;
}

/** A picture with no more pixels than a page's picture may have. */
function scaledToLimit({ width, height }: Metadata, picture: Sharp, limits: Limits): { picture: Sharp; scale: number } {
  const scale = Math.min(1, Math.sqrt(limits.renderPixels / (width * height)));
  if (scale === 1) return { picture, scale };
  const side = Math.max(1, Math.floor(Math.max(width, height) * scale));
  return { picture: picture.resize({ width: side, height: side, fit: "inside" }), scale };
}

/** The picture in grey, of a coloured one without the colours of a marker. */
async function printOf(picture: Sharp, { space }: Metadata): Promise<GreyImage> {
  const onWhite = picture.flatten({ background: "white" });
  if (space !== "srgb") return greyOf(onWhite);
  const colours = await pixelsOf(onWhite);
  if (colours.channels < 3) return greyOf(onWhite);
  const { width, height, channels, data } = colours;
  const grey = await greyOf(sharp(data, { raw: { width, height, channels }, ...UNLIMITED }));
  return withoutMarker(grey, colours, Math.min(width, height) / ASSUMED_SIDE);
}

async function greyOf(picture: Sharp): Promise<GreyImage> {
  const { width, height, channels, data } = await pixelsOf(picture.toColourspace("b-w"));
  return { width, height, data: channels === 1 ? data : everyNth(data, channels) };
}

async function pixelsOf(picture: Sharp): Promise<ColourImage> {
  const { data, info } = await readable(picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true }));
  const { width, height, channels } = info;
  return { width, height, channels, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

function everyNth(bytes: Uint8Array, channels: number): Uint8Array {
  return Uint8Array.from({ length: bytes.length / channels }, (_, index) => bytes[index * channels] ?? 0);
}

function resolutionOf(density: number | undefined, shorterSide: number): number {
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
