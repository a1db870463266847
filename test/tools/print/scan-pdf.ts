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
} as const;

/**
 * Prints a PDF and lays it on the scanner: grey 300 dpi JPEG pages, a little askew, blurred, grainy, specked,
 * darker towards the foot. The same seed and PDF give the same bytes.
 * @returns a PDF with one image per page and no text
 */
export async function scanPdf(pdf: Buffer, seed: string): Promise<Buffer> {
  const document = new PDFDocument({ ...SAME_BYTES, margin: 0, autoFirstPage: false });
  const bytes = collect(document);
  const random = seededRandom(seed);
  for (const page of await rasterise(pdf)) {
    const { jpeg, width, height } = await copy(page, random);
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

async function copy(png: Uint8Array, random: Random): Promise<{ jpeg: Buffer; width: number; height: number }> {
  const { width, height } = await sharp(png).metadata();
  const skew = (random() < 0.5 ? -1 : 1) * COPY.skew * (0.5 + random());
  const turned = await sharp(png).flatten().greyscale().rotate(skew, { background: "white" }).toBuffer();
  const large = await sharp(turned).metadata();
  const grey = await sharp(turned)
    .extract({ left: (large.width - width) >> 1, top: (large.height - height) >> 1, width, height })
    .blur(COPY.blur)
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  age(grey, width, random);
  const jpeg = await sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace("b-w")
    .jpeg({ quality: COPY.jpegQuality })
    .toBuffer();
  return { jpeg, width, height };
}

/** Lays shade, grain and specks over a white page with black print, in place. */
function age(grey: Buffer, width: number, random: Random): void {
  const { paperTop, paperBottom, ink, grain, specks } = COPY;
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
