/** What one PDF may cost. A limit is met with a MemoError, never with a silent gap. */
export interface PdfLimits {
  /** Pages in a file. A council's file of memos has some hundred; 50,000 blank pages cost 206 MB alone. */
  readonly pages: number;
  /** Pixels of one embedded or rendered picture. A4 at 600 dpi has 35 million; 400 million cost 5 GB. */
  readonly pixels: number;
}

export const PDF_LIMITS: PdfLimits = { pages: 2000, pixels: 80_000_000 };

/** Dots an inch a page is rendered at, as scanners do: Tesseract is trained for about 300. */
export const RENDER_DPI = 300;
