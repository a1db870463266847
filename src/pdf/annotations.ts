import type { PaintedGlyph, PaintedPage } from "./painted.ts";
import { type PdfJsAnnotation, type PdfJsPage, readable } from "./pdf-js.ts";

/** A form field is filled in to be read with the print. A signature's field shows who signed, when and by what. */
function isPrint({ subtype, fieldType }: PdfJsAnnotation): boolean {
  return subtype === "Widget" && fieldType !== "Sig";
}

/** Links show nothing. */
function isMark(annotation: PdfJsAnnotation): boolean {
  return annotation.subtype !== "Link" && !isPrint(annotation);
}

/** Whether notes or stamps lie over the page, and no form fields: it can be looked at without them. */
export async function hasMarksOnly(page: PdfJsPage): Promise<boolean> {
  const annotations = await readable(page.getAnnotations());
  return annotations.some(isMark) && !annotations.some(isPrint);
}

/** Which glyphs of a page are no print, but a note's, a stamp's or a digital signature's. */
export async function marksOf(page: PdfJsPage, { glyphs }: PaintedPage): Promise<(glyph: PaintedGlyph) => boolean> {
  if (glyphs.every((glyph) => glyph.annotation === null)) return () => false;
  const prints = new Set((await readable(page.getAnnotations())).filter(isPrint).map(({ id }) => id));
  return ({ annotation }) => annotation !== null && !prints.has(annotation);
}
