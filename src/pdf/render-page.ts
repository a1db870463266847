import { MemoError } from "../model/failure.ts";
import type { GreyImage } from "../model/grey-image.ts";
import type { PdfLimits } from "./limits.ts";
import { OPERATORS } from "./operators.ts";
import type { OperatorList, PdfJsDocument, PdfJsPage } from "./pdf-js.ts";

const POINTS_PER_INCH = 72;

/** A rendered page whose pixels differ by no more than this shows nothing. */
const BLANK_CONTRAST = 8;

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

export function isBlank({ data }: GreyImage): boolean {
  let darkest = 255;
  let lightest = 0;
  for (const value of data) {
    if (value < darkest) darkest = value;
    if (value > lightest) lightest = value;
  }
  return lightest - darkest <= BLANK_CONTRAST;
}

/**
 * For a page that came out blank: makes sure that it is.
 * @param strictPage the same page of a document opened to stop where pdf.js would else leave something out, as it
 *   does with pictures above its size limit
 * @throws MemoError "page-blank-render"
 */
export async function assertNothingToShow(page: PdfJsPage, strictPage: () => Promise<PdfJsPage>): Promise<void> {
  const operators = await page.getOperatorList();
  if (pictureNames(operators).some((name) => showsSomething(page, name))) throw new MemoError("page-blank-render");
  const strict = await (await strictPage()).getOperatorList();
  if (strict.fnArray.length < operators.fnArray.length) {
    throw new MemoError("page-blank-render", "A page came out blank: its image is damaged or larger than the limit.");
  }
}

function pictureNames({ fnArray, argsArray }: OperatorList): string[] {
  return fnArray.flatMap((code, index) => {
    const args = argsArray[index];
    return code === OPERATORS.paintImageXObject && Array.isArray(args) ? [String(args[0])] : [];
  });
}

/** Whether a picture that pdf.js holds has contrast; one that is not there failed to decode. */
function showsSomething(page: PdfJsPage, name: string): boolean {
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  const picture = objects.has(name) ? (objects.get(name) as { data?: Uint8Array } | null) : null;
  const data = picture?.data;
  return data === undefined || !data.every((value) => value === data[0]);
}
