import { paintedPage } from "../../dist/pdf/painted-page.js";
import { openPdfJs } from "../../dist/pdf/pdf-js.js";
import { linesOfGlyphs } from "../../dist/pdf/text-layer.js";

/** A gap of so many line heights parts what stands side by side: a letterhead's columns, a number and its clause. */
const CELL_GAP = 1;

const LIMITS = { maxImagePixels: 80_000_000, strict: false, outlines: false };

/**
 * What is printed on each page of a born-digital PDF, in pieces that stand apart from each other.
 * Upright print is `printed`; what stands askew or upside down (stamps, a mirrored logo) is `marks`.
 * @returns {Promise<{ printed: string[], marks: string[] }[]>}
 */
export async function printedTextOf(bytes) {
  const document = await openPdfJs(bytes, LIMITS);
  const pages = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(await printedOnPage(await document.getPage(number)));
  await document.destroy();
  return pages;
}

async function printedOnPage(page) {
  const operators = await page.getOperatorList();
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const fontOf = (name) => (page.commonObjs.has(name) ? page.commonObjs.get(name) : null);
  // The prints have no layers and no pictures over their text.
  const { glyphs } = paintedPage(operators, {
    ...{ width, height, transform, fontOf },
    isShown: () => true,
    isOpaque: () => false,
  });
  const visible = glyphs.filter((glyph) => glyph.visible);
  const isUpright = ({ dx, dy }) => dx >= 0 && Math.abs(dy) < 0.01 * Math.abs(dx) + 1e-6;
  return {
    printed: linesOfGlyphs(visible.filter(isUpright), 1).flatMap(cellsOf),
    marks: linesOfGlyphs(
      visible.filter((glyph) => !isUpright(glyph)),
      1,
    ).map((line) => line.text),
  };
}

function cellsOf({ text, words }) {
  const cells = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { start, end: wordEnd, box } of words) {
    const [left, , width, height] = box;
    const word = text.slice(start, wordEnd);
    if (cells.length > 0 && left - end < CELL_GAP * height) cells.push(`${cells.pop()} ${word}`);
    else cells.push(word);
    end = left + width;
  }
  return cells;
}
