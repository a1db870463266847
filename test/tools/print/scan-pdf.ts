import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PDFParse } from "pdf-parse";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { collect, SAME_BYTES } from "./draw-pdf.ts";
import { type Random, seededRandom } from "./random.ts";

const DPI = 300;
const POINTS_PER_INCH = 72;
/** pdf.js brings the standard fonts, and pdf-parse brings pdf.js. */
const PDFJS = createRequire(import.meta.resolve("pdf-parse")).resolve("pdfjs-dist/package.json");
const FONTS = join(dirname(PDFJS), "standard_fonts/");

/**
 * How a middling copy looks: grey levels 0 (black) to 255, lengths in pixels at 300 dpi, angle in degrees.
 * Chosen by eye and histogram to resemble an office scanner's pages.
 */
const COPY = {
  paperTop: 245,
  paperBottom: 219,
  ink: 45,
  grain: 7,
  blur: 1.2,
  skew: 0.7,
  specks: 140,
  jpegQuality: 50,
  /** Share of the dots that a poor scanner tells apart. */
  sharpness: 1,
} as const;

type Copy = Readonly<Record<keyof typeof COPY, number>>;

/** A middling copy, and a bad one: as s2 and s3 of the bench's pages, told from their histograms. */
export const COPIES = {
  s2: { ...COPY, skew: 0.8 },
  s3: {
    paperTop: 224,
    paperBottom: 173,
    ink: 50,
    grain: 14,
    blur: 1.4,
    skew: 1.4,
    specks: 400,
    jpegQuality: 35,
    sharpness: 0.6,
  },
} as const satisfies Readonly<Record<string, Copy>>;

/**
 * Prints a PDF and lays it on the scanner: grey 300 dpi JPEG pages, a little askew, blurred, grainy, specked,
 * darker towards the foot. The same seed and PDF give the same bytes.
 * @returns a PDF with one image per page and no text
 */
export async function scanPdf(pdf: Buffer, seed: string, look: Copy = COPY): Promise<Buffer> {
  const document = new PDFDocument({ ...SAME_BYTES, margin: 0, autoFirstPage: false });
  const bytes = collect(document);
  const random = seededRandom(seed);
  for (const page of await rasterise(pdf)) {
    const { jpeg, width, height } = await copy(page, random, look);
    const size: [number, number] = [(width / DPI) * POINTS_PER_INCH, (height / DPI) * POINTS_PER_INCH];
    document.addPage({ size, margin: 0 });
    document.image(jpeg, 0, 0, { width: size[0], height: size[1] });
  }
  document.end();
  return bytes;
}

/** @returns a PNG per page */
async function rasterise(pdf: Buffer): Promise<Uint8Array[]> {
  const parser = new PDFParse({ data: new Uint8Array(pdf), standardFontDataUrl: FONTS });
  try {
    const { pages } = await parser.getScreenshot({ scale: DPI / POINTS_PER_INCH });
    return pages.map((page) => page.data);
  } finally {
    await parser.destroy();
  }
}

async function copy(
  png: Uint8Array,
  random: Random,
  look: Copy,
): Promise<{ jpeg: Buffer; width: number; height: number }> {
  const { width, height } = await sharp(png).metadata();
  const skew = (random() < 0.5 ? -1 : 1) * look.skew * (0.5 + random());
  const turned = await sharp(png).flatten().greyscale().rotate(skew, { background: "white" }).toBuffer();
  const large = await sharp(turned).metadata();
  const blurred = await sharp(turned)
    .extract({ left: (large.width - width) >> 1, top: (large.height - height) >> 1, width, height })
    .blur(look.blur)
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  const grey = look.sharpness < 1 ? await unsharp(blurred, width, height, look.sharpness) : blurred;
  age(grey, width, random, look);
  const jpeg = await sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace("b-w")
    .jpeg({ quality: look.jpegQuality })
    .toBuffer();
  return { jpeg, width, height };
}

/** As a scanner with fewer dots an inch saw it. */
async function unsharp(grey: Buffer, width: number, height: number, share: number): Promise<Buffer> {
  const raw = { width, height, channels: 1 } as const;
  const small = { width: Math.round(width * share), height: Math.round(height * share) };
  const shrunk = await sharp(grey, { raw }).resize(small.width, small.height).toColourspace("b-w").raw().toBuffer();
  return sharp(shrunk, { raw: { ...small, channels: 1 } })
    .resize(width, height)
    .toColourspace("b-w")
    .raw()
    .toBuffer();
}

/** Lays shade, grain and specks over a white page with black print, in place. */
function age(grey: Buffer, width: number, random: Random, look: Copy): void {
  const { paperTop, paperBottom, ink, grain, specks } = look;
  for (let at = 0; at < grey.length; at++) {
    const paper = paperTop + ((paperBottom - paperTop) * at) / grey.length;
    const noise = (random() + random() + random() - 1.5) * grain;
    grey[at] = Math.round(ink + ((paper - ink) * (grey[at] ?? 0)) / 255 + noise);
  }
  for (let speck = 0; speck < specks; speck++) {
    const side = 2 + Math.floor(random() * 3);
    const corner = Math.floor(random() * (grey.length - side * (width + 1)));
    for (let row = 0; row < side; row++) grey.fill(ink, corner + row * width, corner + row * width + side);
  }
}
