import { MemoError } from "../model/failure.ts";
import type { GreyImage } from "../model/grey-image.ts";
import type { PdfLimits } from "./limits.ts";
import type { PdfJsDocument, PdfJsPage } from "./pdf-js.ts";

const POINTS_PER_INCH = 72;

/**
 * A page as a grey picture on white, turned as it is displayed.
 * @throws MemoError "page-too-large"
 */
export async function renderPage(
  document: PdfJsDocument,
  page: PdfJsPage,
  dpi: number,
  limits: PdfLimits,
): Promise<GreyImage> {
  const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH });
  const width = Math.max(1, Math.floor(viewport.width));
  const height = Math.max(1, Math.floor(viewport.height));
  if (width * height > limits.pixels) throw new MemoError("page-too-large");
  const surface = document.canvasFactory.create(width, height);
  try {
    await page.render({ canvas: surface.canvas, canvasContext: surface.context, viewport }).promise;
    return { width, height, data: greyOf(surface.canvas.data()) };
  } finally {
    document.canvasFactory.destroy(surface);
  }
}

/** RGBA bytes as luma, with the integer weights of ITU-R BT.601. */
function greyOf(rgba: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 4) {
    grey[pixel] = (77 * (rgba[at] ?? 0) + 150 * (rgba[at + 1] ?? 0) + 29 * (rgba[at + 2] ?? 0)) >> 8;
  }
  return grey;
}
