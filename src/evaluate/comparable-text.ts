/** What quotation marks, apostrophes and dashes count as: glyphs differ between printers, and mean the same. */
const GLYPHS: readonly (readonly [RegExp, string])[] = [
  [/[„“”»«"]|''|,,/g, '"'],
  [/[‚‘’`´']/g, "'"],
  [/[–—]/g, "-"],
];

const byGrapheme = new Intl.Segmenter("de", { granularity: "grapheme" });

/** A text as scores compare it: NFC, one glyph for each kind of mark, single spaces. */
export function comparable(text: string): string {
  const marked = GLYPHS.reduce((changed, [glyphs, mark]) => changed.replace(glyphs, mark), text.normalize("NFC"));
  return marked.replace(/\s+/g, " ").trim();
}

/** What a reader takes for one character each (Unicode's extended grapheme clusters), as OCR is scored. */
export function graphemesOf(text: string): string[] {
  return Array.from(byGrapheme.segment(comparable(text)), ({ segment }) => segment);
}

/** The words of a text as scores compare them. */
export function wordsOf(text: string): string[] {
  return comparable(text)
    .split(" ")
    .filter((word) => word !== "");
}
