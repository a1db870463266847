import { withoutMarker } from "../image/marker.ts";
import { decodeScan } from "../image/open-image.ts";
import { type QuarterTurns, turnBack } from "../image/quarter-turns.ts";
import { layoutPage } from "../layout/layout-page.ts";
import { sheetPages } from "../layout/sheet-pages.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { MemoError } from "../model/failure.ts";
import type { Limits } from "../model/limits.ts";
import type { Line } from "../model/page.ts";
import { movedLeft, NO_RULINGS, type Rulings } from "../model/rulings.ts";
import type { OcrReader } from "../ocr/engine.ts";
import type { EmbeddedScan } from "../pdf/embedded-scan.ts";
import type { PdfPage } from "../pdf/open-pdf.ts";
import { NOTHING_LEFT_OUT, type PageContent } from "../pdf/page-content.ts";
import { withIllegibleRead } from "./illegible-lines.ts";
import { legibilityOf, letterCountOf } from "./legibility.ts";
import { leftOutFindings } from "./page-findings.ts";
import { type LimitedPicture, type PageReading, readPicture, sheetSplit } from "./read-picture.ts";
import { withScannerWords } from "./scanner-words.ts";

/** Where a page's text is to come from. */
export type SourceChoice = "auto" | "ocr" | "text-layer";

/** A picture over this share of a page makes it a scan, unless much was printed over it. */
const SCAN_SHARE = 0.6;

/** Letters that make a page's visible text more than a stamp, a page number or a file mark. */
const MUCH_TEXT = 200;

/** A text layer less legible than this holds other characters than it shows: fonts without a map to Unicode. */
const LEGIBLE = 0.5;

/** Of a page's letters, the share in lines that the text layer gives wrong from which the whole page is read anew. */
const MOST_ILLEGIBLE = 0.4;

const NO_TEXT: PageContent = {
  visibleText: [],
  illegible: new Set(),
  hiddenText: [],
  pictureShare: 1,
  leftOut: NOTHING_LEFT_OUT,
  rulings: NO_RULINGS,
};

/** A scanner's own reading is kept only where it is more legible than ours by this much. */
const CLEARLY_BETTER = 0.05;

/**
 * Reads a page of a PDF. With "auto" a born-digital page is read from its text layer and never by OCR, a page
 * without usable text by OCR, and of a scan with a scanner's own text the better reading is taken.
 */
export async function readPdfPage(
  pdfPage: PdfPage,
  number: number,
  choice: SourceChoice,
  limits: Limits,
  engine: OcrReader,
): Promise<PageReading> {
  if (choice === "ocr") return readPicture(await pictureOf(pdfPage, limits), number, engine);
  const content = isBareScan(pdfPage) ? NO_TEXT : await pdfPage.content();
  const { pages, diagnostics } =
    choice === "text-layer"
      ? readTextLayer(pdfPage, content, number)
      : await readContent(pdfPage, content, number, limits, engine);
  return { pages, diagnostics: [...diagnostics, ...leftOutFindings(content.leftOut, number)] };
}

async function readContent(
  pdfPage: PdfPage,
  content: PageContent,
  number: number,
  limits: Limits,
  engine: OcrReader,
): Promise<PageReading> {
  if (isBornDigital(content) && content.illegible.size === 0) {
    return layerReading(pdfPage, number, content.visibleText, content.rulings);
  }
  const picture = await pictureOf(pdfPage, limits);
  if (isBornDigital(content)) return readPartly(pdfPage, content, picture, number, engine);
  const recognised = await readPicture(picture, number, engine);
  const lines = [...content.visibleText, ...content.hiddenText];
  if (lines.length === 0) return recognised;
  const pages = recognised.pages.map((page) => withScannerWords(page, lines));
  return better({ ...recognised, pages }, layerReading(pdfPage, number, lines, content.rulings), number);
}

/** A born-digital page, its illegible lines read from its picture, or the whole page where they are many. */
async function readPartly(
  pdfPage: PdfPage,
  { visibleText, illegible, rulings }: PageContent,
  picture: LimitedPicture,
  number: number,
  engine: OcrReader,
): Promise<PageReading> {
  const finding = (what: string): Diagnostic => {
    const message = `A font of the page does not say what it shows: ${what}.`;
    return { severity: "info", stage: "read", code: "text-layer-wrong", message, page: number };
  };
  if (letterCountOf([...illegible]) <= MOST_ILLEGIBLE * letterCountOf(visibleText)) {
    const lines = await withIllegibleRead(visibleText, illegible, { ...picture, number }, engine);
    const what = illegible.size === 1 ? "one line was read" : `${illegible.size} lines were read`;
    if (lines !== null) {
      const { pages, diagnostics } = layerReading(pdfPage, number, lines, rulings);
      return { pages, diagnostics: [...diagnostics, finding(`${what} from its picture`)] };
    }
  }
  const { pages, diagnostics } = await readPicture(picture, number, engine);
  return { pages, diagnostics: [...diagnostics, finding("it was read from its picture")] };
}

/** Whether reading a page takes OCR. */
export async function needsOcr(pdfPage: PdfPage, choice: SourceChoice): Promise<boolean> {
  if (choice !== "auto") return choice === "ocr";
  if (pdfPage.scan !== null) return true;
  const content = await pdfPage.content();
  return !isBornDigital(content) || content.illegible.size > 0;
}

/** Whether a page is a picture without any text: what it paints need not be followed. */
function isBareScan({ scan }: PdfPage): boolean {
  return scan !== null && !scan.hasHiddenText;
}

/** Whether a page's visible text is the page, not a mark upon a scan. */
function isBornDigital(content: PageContent): boolean {
  const letters = letterCountOf(content.visibleText);
  if (letters === 0 || legibilityOf(content.visibleText) < LEGIBLE) return false;
  return content.pictureShare < SCAN_SHARE || letters >= MUCH_TEXT;
}

function layerReading({ size }: PdfPage, number: number, lines: readonly Line[], rulings: Rulings): PageReading {
  const pages = sheetPages({ number, source: "text-layer", size, lines }).map((page) =>
    layoutPage(page, movedLeft(rulings, page.sheetLeft ?? 0)),
  );
  return { pages, diagnostics: pages.length > 1 ? [sheetSplit(number)] : [] };
}

function linesIn({ pages }: PageReading): Line[] {
  return pages.flatMap((page) => page.lines);
}

/**
 * The scan's own bytes where the page is one; a JPEG that only pdf.js can decode is rendered after all.
 * @param dpi dots an inch that are enough: a page is rendered at it, and of a finer scan no more is decoded
 */
export async function pictureOf(pdfPage: PdfPage, limits: Limits, dpi?: number): Promise<LimitedPicture> {
  const { scan, quarterTurns } = pdfPage;
  if (scan === null) return renderedPicture(pdfPage, dpi);
  try {
    const { image, scale } = await decodeScan(scan.jpeg, dpi === undefined ? limits : enoughFor(scan, dpi, limits));
    const upright = turnBack(image, ((4 - quarterTurns) & 3) as QuarterTurns);
    return { image: upright, dpi: scan.dpi * scale, scaledDown: scale < 1 };
  } catch (error) {
    if (error instanceof MemoError && error.code === "image-invalid") return renderedPicture(pdfPage, dpi);
    throw error;
  }
}

async function renderedPicture(pdfPage: PdfPage, wishedDpi: number | undefined): Promise<LimitedPicture> {
  const { image, rgba, dpi, scaledDown } = await pdfPage.render(wishedDpi);
  const { width, height } = image;
  return { image: withoutMarker(image, { width, height, channels: 4, data: rgba }, dpi), dpi, scaledDown };
}

function enoughFor({ pixels, dpi }: EmbeddedScan, enough: number, limits: Limits): Limits {
  const needed = Math.ceil(pixels.width * pixels.height * (enough / dpi) ** 2);
  return { ...limits, renderPixels: Math.min(limits.renderPixels, needed) };
}

function readTextLayer(pdfPage: PdfPage, content: PageContent, number: number): PageReading {
  const lines = [...content.visibleText, ...content.hiddenText];
  const reading = layerReading(pdfPage, number, lines, content.rulings);
  if (linesIn(reading).length > 0) return reading;
  const message = "The page has no text layer, and the text layer was asked for.";
  return {
    ...reading,
    diagnostics: [{ severity: "warning", stage: "read", code: "no-text-layer", message, page: number }],
  };
}

function better(recognised: PageReading, layer: PageReading, page: number): PageReading {
  const ours = legibilityOf(linesIn(recognised));
  const theirs = legibilityOf(linesIn(layer));
  const keepsLayer = theirs > ours + CLEARLY_BETTER;
  const figures = `legibility ${ours.toFixed(2)} by OCR, ${theirs.toFixed(2)} in the text layer`;
  const message = keepsLayer
    ? `The scan's own text layer was kept: ${figures}.`
    : `The scan was read again, its own text layer left aside: ${figures}.`;
  const code = keepsLayer ? "scan-text-kept" : "scan-read-again";
  const { pages, diagnostics } = keepsLayer ? layer : recognised;
  return { pages, diagnostics: [...diagnostics, { severity: "info", stage: "read", code, message, page }] };
}
