import type { Line } from "../model/page.ts";
import { type PaintedPage, type PaintedPicture, type PaintFont, paintedPage } from "./painted-page.ts";
import { type PdfJsPage, readable } from "./pdf-js.ts";
import { linesOfGlyphs } from "./text-layer.ts";

/** In points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** What a page shows. */
export interface PageContent {
  /** The lines of the text layer that a reader of the page sees. */
  readonly visibleText: readonly Line[];
  /** Those written without ink, or painted over by a picture: what a scanner's own OCR read. */
  readonly hiddenText: readonly Line[];
  /** 0 to 1: the share of the page that its largest picture covers. */
  readonly pictureShare: number;
}

/** A picture that covers this share of a page hides what was painted before it. */
const COVERING_SHARE = 0.8;

/** A scanner's reading: it gives no confidences, and is often that of an older engine. */
const HIDDEN_TEXT_CONFIDENCE = 0.8;

export async function pageContent(page: PdfJsPage): Promise<PageContent> {
  const size = page.getViewport({ scale: 1 });
  const painted = paintedPage(await readable(page.getOperatorList()), size.transform, (name) => fontOf(page, name));
  const isSeen = seenGlyphs(painted, size);
  const seen = painted.glyphs.filter((_, index) => isSeen[index]);
  const hidden = painted.glyphs.filter((_, index) => !isSeen[index]);
  return {
    visibleText: linesOfGlyphs(seen, 1),
    hiddenText: linesOfGlyphs(hidden, HIDDEN_TEXT_CONFIDENCE),
    pictureShare: Math.max(0, ...painted.pictures.map((picture) => shareOf(picture, size))),
  };
}

/** For each glyph whether a reader sees it. */
function seenGlyphs(painted: PaintedPage, size: PageSize): boolean[] {
  const covering = painted.pictures.filter((picture) => shareOf(picture, size) >= COVERING_SHARE);
  const covered = Math.max(0, ...covering.map((picture) => picture.after));
  return painted.glyphs.map((glyph, index) => glyph.visible && index >= covered);
}

function shareOf(picture: PaintedPicture, page: PageSize): number {
  const right = Math.min(page.width, picture.left + picture.width);
  const bottom = Math.min(page.height, picture.top + picture.height);
  const width = Math.max(0, right - Math.max(0, picture.left));
  const height = Math.max(0, bottom - Math.max(0, picture.top));
  return (width * height) / (page.width * page.height);
}

function fontOf(page: PdfJsPage, name: string): PaintFont | null {
  return page.commonObjs.has(name) ? (page.commonObjs.get(name) as PaintFont) : null;
}
