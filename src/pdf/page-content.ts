import type { Line } from "../model/page.ts";
import type { Rulings } from "../model/rulings.ts";
import { marksOf } from "./annotations.ts";
import { legibilityOfFonts } from "./font-legibility.ts";
import { OPERATORS } from "./operators.ts";
import type { PaintedGlyph, PaintFont } from "./painted.ts";
import { paintedPage } from "./painted-page.ts";
import { type OperatorList, type PdfJsDocument, type PdfJsPage, readable } from "./pdf-js.ts";
import { withStruckCovered } from "./struck-words.ts";
import { layerLines, linesOfGlyphs } from "./text-layer.ts";
import { hasBlackBar, type Look, looksOf, pictureShareOf } from "./visibility.ts";

/** In points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** What a page shows. */
export interface PageContent {
  /** The lines of the text layer that a reader of the page sees. */
  readonly visibleText: readonly Line[];
  /** Those of the visible lines whose text is not what they show, by a font without a right map to Unicode. */
  readonly illegible: ReadonlySet<Line>;
  /** Lines written without ink, or painted over by a picture: what a scanner's own OCR read. */
  readonly hiddenText: readonly Line[];
  /** 0 to 1: the share of the page that its pictures cover together. */
  readonly pictureShare: number;
  readonly leftOut: LeftOut;
  /** Straight lines: of tables, under words, around the letter. */
  readonly rulings: Rulings;
}

/** What stands in a page and is not in its lines. */
export interface LeftOut {
  /** The words that a line goes through. */
  readonly struck: string;
  /** Whether anything was blacked out; what it was is nobody's business. */
  readonly blackedOut: boolean;
  /** Number of letters that cannot be seen. */
  readonly unseen: number;
  /** The words of notes, stamps and digital signatures. */
  readonly marks: string;
}

export const NOTHING_LEFT_OUT: LeftOut = { struck: "", blackedOut: false, unseen: 0, marks: "" };

/** A scanner's reading: it gives no confidences, and is often that of an older engine. */
const HIDDEN_TEXT_CONFIDENCE = 0.8;

/** pdf.js's kind of pictures with transparency: `ImageKind.RGBA_32BPP`. */
const WITH_TRANSPARENCY = 3;

export async function pageContent(document: PdfJsDocument, page: PdfJsPage): Promise<PageContent> {
  const size = page.getViewport({ scale: 1 });
  const operators = await readable(page.getOperatorList());
  const painted = paintedPage(operators, {
    transform: size.transform,
    width: size.width,
    height: size.height,
    fontOf: (name) => held(page, name) as PaintFont | null,
    isShown: await layersOf(document, operators),
    isOpaque: (name) => isOpaque(held(page, name)),
  });
  const looks = looksOf(painted, size);
  const { seen, hidden, struck, marks, ...others } = sorted(painted.glyphs, looks, await marksOf(page, painted));
  const struckLines = linesOfGlyphs(struck, 1);
  const lines = layerLines(seen, 1, legibilityOfFonts(seen)).map(({ line, legible }) => ({
    line: withStruckCovered(line, struckLines),
    legible,
  }));
  return {
    visibleText: lines.map(({ line }) => line),
    illegible: new Set(lines.filter(({ legible }) => !legible).map(({ line }) => line)),
    hiddenText: linesOfGlyphs(hidden, HIDDEN_TEXT_CONFIDENCE),
    pictureShare: pictureShareOf(painted.pictures, size),
    leftOut: {
      struck: textOf(struckLines),
      blackedOut: others["blacked-out"].some(isInk) || hasBlackBar(painted, looks),
      unseen: painted.leftOut + others.covered.filter(isInk).length,
      marks: textOf(linesOfGlyphs(marks, 1)),
    },
    rulings: {
      level: painted.rules.map(({ left, right, y }) => ({ at: y, from: left, to: right })),
      upright: painted.uprights,
    },
  };
}

/** A page's glyphs by how they show, those laid over it by themselves. */
function sorted(
  glyphs: readonly PaintedGlyph[],
  looks: readonly Look[],
  isMark: (glyph: PaintedGlyph) => boolean,
): Record<Look | "marks", PaintedGlyph[]> {
  const all: Record<Look | "marks", PaintedGlyph[]> = {
    seen: [],
    hidden: [],
    covered: [],
    "blacked-out": [],
    struck: [],
    marks: [],
  };
  for (const [index, glyph] of glyphs.entries()) all[isMark(glyph) ? "marks" : (looks[index] ?? "seen")].push(glyph);
  return all;
}

/** Layers are rare: what is on and off is asked for only where a page has some. */
async function layersOf(document: PdfJsDocument, { fnArray }: OperatorList): Promise<(layer: unknown) => boolean> {
  if (!fnArray.includes(OPERATORS.beginMarkedContentProps)) return () => true;
  const layers = await readable(document.getOptionalContentConfig());
  return (layer) => layers.isVisible(layer);
}

/** What pdf.js holds by a name of its own: a font or a picture. */
function held(page: PdfJsPage, name: string): unknown {
  for (const objects of [page.commonObjs, page.objs]) if (objects.has(name)) return objects.get(name);
  return null;
}

function isOpaque(picture: unknown): boolean {
  return typeof picture === "object" && picture !== null && "kind" in picture && picture.kind !== WITH_TRANSPARENCY;
}

function isInk({ text }: PaintedGlyph): boolean {
  return text.trim() !== "";
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join(" ");
}
