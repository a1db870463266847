import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type LoadParameters, PDFParse, VerbosityLevel } from "pdf-parse";
import { type FailureCode, MemoError } from "../model/failure.ts";

/** The part of pdf.js that we use, as pdf-parse hands it out. */
export interface PdfJsDocument {
  readonly numPages: number;
  readonly canvasFactory: { create(width: number, height: number): PdfJsCanvas; destroy(canvas: PdfJsCanvas): void };
  getPage(number: number): Promise<PdfJsPage>;
  /** Which layers are switched on. */
  getOptionalContentConfig(): Promise<{ isVisible(layer: unknown): boolean }>;
  /** Unpacks all files that are attached to the document, however large. */
  getAttachments(): Promise<Readonly<Record<string, PdfJsFile>> | null>;
  destroy(): Promise<void>;
}

/** A file within the file. */
export interface PdfJsFile {
  /** Without folders. */
  readonly filename: string;
  /** null where it cannot be had. */
  readonly content: Uint8Array | null;
}

export interface PdfJsPage {
  /** The page's object in the file. */
  readonly ref: { readonly num: number; readonly gen: number } | null;
  /** [x1, y1, x2, y2] of the crop box, in user space. */
  readonly view: readonly number[];
  /** 0, 90, 180 or 270, clockwise. */
  readonly rotate: number;
  readonly objs: PdfJsObjects;
  readonly commonObjs: PdfJsObjects;
  getViewport(options: { scale: number }): PdfJsViewport;
  getOperatorList(): Promise<OperatorList>;
  getAnnotations(): Promise<readonly PdfJsAnnotation[]>;
  render(options: PdfJsRendering): { promise: Promise<void> };
  cleanup(): boolean;
}

/** A mark laid over a page: a note, a stamp, a form field. */
export interface PdfJsAnnotation {
  readonly id: string;
  /** "Widget" for form fields, "FreeText", "Stamp", "Link" … */
  readonly subtype?: string;
  /** "Tx", "Btn", "Ch", "Sig" for form fields. */
  readonly fieldType?: string | null;
  /** Of a "FileAttachment". */
  readonly file?: PdfJsFile;
}

interface PdfJsRendering {
  readonly canvas: unknown;
  readonly canvasContext: unknown;
  readonly viewport: PdfJsViewport;
  /** 0: without annotations, 1: with them. */
  readonly annotationMode: 0 | 1;
}

interface PdfJsObjects {
  /** Called by pdf.js when it has decoded a picture or read a font. */
  resolve(name: string, value: unknown): void;
  has(name: string): boolean;
  get(name: string): unknown;
}

/** Sizes in points times the scale; `transform` maps user space to the page as displayed, origin top left. */
interface PdfJsViewport {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface PdfJsCanvas {
  readonly canvas: { data(): Uint8Array };
  readonly context: unknown;
}

export interface PdfJsOptions {
  /** Pictures of more pixels are dropped by pdf.js. */
  readonly maxImagePixels: number;
  /** Throw where pdf.js would leave something out in silence. */
  readonly strict: boolean;
  /** Whether pages will be rendered: the outlines of their letters take a fifth of the time that reading them takes. */
  readonly outlines: boolean;
  readonly password: string | undefined;
}

const require = createRequire(import.meta.url);

/**
 * Takes fonts and shows nothing. pdf.js hands a font to the document it is shown in, as a style rule; where there is no
 * document it makes outlines of all letters instead.
 */
const NO_SCREEN = {
  documentElement: { getElementsByTagName: () => [{ append: () => {} }] },
  createElement: () => ({ sheet: { cssRules: [], insertRule: () => {} }, remove: () => {} }),
} as unknown as NonNullable<LoadParameters["ownerDocument"]>;

/**
 * Opens a PDF. pdf.js detaches the bytes it is given, so it gets a copy.
 * @throws MemoError "pdf-encrypted" or "pdf-invalid"
 */
export async function openPdfJs(bytes: Uint8Array, options: PdfJsOptions): Promise<PdfJsDocument> {
  const parser = new PDFParse({
    ...resourceFolders(),
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    maxImageSize: options.maxImagePixels,
    stopAtErrors: options.strict,
    disableFontFace: options.outlines,
    ...(options.outlines ? {} : { ownerDocument: NO_SCREEN }),
    ...(options.password === undefined ? {} : { password: options.password }),
  });
  // `load` is private in the typings only; it is the one way to pages without PNG round trips.
  return readable((parser as unknown as { load(): Promise<PdfJsDocument> }).load());
}

/**
 * Does some of pdf.js's work. It tells what is wrong with a file by errors of many classes, bare ones among them;
 * whatever it is, the file cannot be read.
 * @throws MemoError "pdf-encrypted", "pdf-invalid", "page-content-too-costly"
 */
export async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new MemoError(codeOf(error), undefined, { cause: error });
  }
}

/** What V8 says where a list or a picture is larger than any can be. */
const TOO_LARGE = /allocation failed|invalid (?:typed )?array length|invalid array buffer length/iu;

function codeOf(error: unknown): FailureCode {
  if (!(error instanceof Error)) return "pdf-invalid";
  if (error.name === "PasswordException") return "pdf-encrypted";
  return TOO_LARGE.test(error.message) ? "page-content-too-costly" : "pdf-invalid";
}

/** pdf.js's data on disk. As file system paths: a file: URL for wasm falls back to slow code, or to blank pages. */
function resourceFolders(): Record<"wasmUrl" | "cMapUrl" | "standardFontDataUrl" | "iccUrl", string> {
  const fromPdfParse = createRequire(require.resolve("pdf-parse"));
  const home = dirname(fromPdfParse.resolve("pdfjs-dist/package.json"));
  const folder = (name: string): string => `${join(home, name)}/`;
  return {
    wasmUrl: folder("wasm"),
    cMapUrl: folder("cmaps"),
    standardFontDataUrl: folder("standard_fonts"),
    iccUrl: folder("iccs"),
  };
}
