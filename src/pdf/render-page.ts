import { MemoError } from "../model/failure.ts";
import type { GreyImage } from "../model/grey-image.ts";
import type { Limits } from "../model/limits.ts";
import { paintScaled } from "./large-pictures.ts";
import { OPERATORS } from "./operators.ts";
import { type OperatorList, type PdfJsDocument, type PdfJsPage, readable } from "./pdf-js.ts";

const POINTS_PER_INCH = 72;

/** A rendered page whose pixels differ by no more than this shows nothing. */
const BLANK_CONTRAST = 8;

export interface RenderedPage {
  readonly image: GreyImage;
  /** The image in colour, four bytes a pixel. */
  readonly rgba: Uint8Array;
  readonly dpi: number;
  /** Whether it has fewer dots an inch than were asked for, because it would else have more than the limit. */
  readonly scaledDown: boolean;
}

/**
 * A page as a grey picture on white, turned as it is displayed. How long it may take is watched from outside: pdf.js
 * gives no turn to the clock meanwhile.
 * @param document opened with the outlines of its letters
 * @param number 1-based
 * @throws MemoError "pdf-invalid"
 */
export async function renderPage(
  document: PdfJsDocument,
  number: number,
  wishedDpi: number,
  limits: Limits,
  withoutAnnotations: boolean,
): Promise<RenderedPage> {
  const page = await readable(document.getPage(number));
  paintScaled(page);
  const { width: widthInPoints, height: heightInPoints } = page.getViewport({ scale: 1 });
  const pixels = widthInPoints * heightInPoints * (wishedDpi / POINTS_PER_INCH) ** 2;
  const dpi = wishedDpi * Math.min(1, Math.sqrt(limits.renderPixels / pixels));
  const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH });
  const width = Math.max(1, Math.floor(viewport.width));
  const height = Math.max(1, Math.floor(viewport.height));
  const surface = document.canvasFactory.create(width, height);
  try {
    const annotationMode = withoutAnnotations ? 0 : 1;
    const { canvas, context: canvasContext } = surface;
    await readable(page.render({ canvas, canvasContext, viewport, annotationMode }).promise);
    // A copy: the canvas's own bytes go with the canvas.
    const rgba = new Uint8Array(surface.canvas.data());
    return { image: { width, height, data: greyOf(rgba) }, rgba, dpi, scaledDown: dpi < wishedDpi };
  } finally {
    document.canvasFactory.destroy(surface);
    page.cleanup();
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
    if (lightest - darkest > BLANK_CONTRAST) return false;
  }
  return true;
}

/**
 * For a page that came out blank: makes sure that it is.
 * @param strictPage the same page of a document opened to stop where pdf.js would else leave something out, as it
 *   does with pictures above its size limit
 * @throws MemoError "page-blank-render"
 */
export async function assertNothingToShow(page: PdfJsPage, strictPage: () => Promise<PdfJsPage>): Promise<void> {
  const operators = await operatorsOf(page);
  if (pictureNames(operators).some((name) => showsSomething(page, name))) throw new MemoError("page-blank-render");
  if (await lacksSomething(page, await strictPage())) {
    throw new MemoError("page-blank-render", "A page came out blank: its image is damaged or larger than the limit.");
  }
}

/**
 * For a page of a file that holds pictures larger than the limit: makes sure that none was dropped, which would give a
 * record of half a page.
 * @param strictPage as for `assertNothingToShow`
 * @throws MemoError "page-too-large"
 */
export async function assertNothingDropped(page: PdfJsPage, strictPage: PdfJsPage): Promise<void> {
  if (await lacksSomething(page, strictPage)) {
    throw new MemoError("page-too-large", "A page holds a picture larger than the limit.");
  }
}

/** A list of operators ends early where pdf.js is told to stop at what it would else leave out. */
async function lacksSomething(page: PdfJsPage, strictPage: PdfJsPage): Promise<boolean> {
  const [operators, strict] = [await operatorsOf(page), await operatorsOf(strictPage)];
  return strict.fnArray.length < operators.fnArray.length;
}

function operatorsOf(page: PdfJsPage): Promise<OperatorList> {
  return readable(page.getOperatorList());
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
