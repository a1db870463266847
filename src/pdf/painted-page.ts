import { applyTo, IDENTITY, type Matrix, multiply, toMatrix } from "./matrix.ts";
import { OPERATORS } from "./operators.ts";
import type { OperatorList } from "./pdf-js.ts";

/** A glyph as painted, in points on the page as displayed, origin top left. */
export interface PaintedGlyph {
  readonly text: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** From there to where the next glyph begins. */
  readonly dx: number;
  readonly dy: number;
  /** Height of the font. */
  readonly size: number;
  /** False for render mode 3, in which scanners write what their own OCR read. */
  readonly visible: boolean;
}

/** A picture as painted: its box on the page in points, and its own size in pixels. */
export interface PaintedPicture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: { readonly width: number; readonly height: number };
  /** How many glyphs had been painted before it: it may cover them. */
  readonly after: number;
}

export interface PaintedPage {
  readonly glyphs: readonly PaintedGlyph[];
  readonly pictures: readonly PaintedPicture[];
}

/** The part of a font of pdf.js that widths depend on. */
export interface PaintFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

/** A glyph in an operator list; a number between glyphs moves back by thousandths of the font size. */
interface GlyphOperand {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** PDF's graphics state, as far as text and pictures depend on it. */
interface PaintState {
  ctm: Matrix;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  fontSize: number;
  fontMatrix: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  mode: number;
}

type TextSetting = "leading" | "charSpacing" | "wordSpacing" | "horizontalScale" | "rise" | "mode";

/** Text render modes that leave no ink: 3 (none) and 7 (clip only). */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);

/** Thousandths of an em, the unit of glyph widths in all but Type 3 fonts. */
const DEFAULT_FONT_MATRIX = 0.001;

/** Follows a page's operators, and tells what text and pictures they paint, in painting order. */
export function paintedPage(
  operators: OperatorList,
  toPage: readonly number[],
  fontOf: (name: string) => PaintFont | null,
): PaintedPage {
  const painter = new Painter(toMatrix(toPage), fontOf);
  operators.fnArray.forEach((code, index) => {
    const args = operators.argsArray[index];
    painter.paint(code, Array.isArray(args) ? args : []);
  });
  return { glyphs: painter.glyphs, pictures: painter.pictures };
}

type Operation = (args: readonly unknown[]) => void;

class Painter {
  readonly glyphs: PaintedGlyph[] = [];
  readonly pictures: PaintedPicture[] = [];
  readonly #base: Matrix;
  readonly #fontOf: (name: string) => PaintFont | null;
  readonly #saved: PaintState[] = [];
  readonly #operations: ReadonlyMap<number, Operation>;
  #state: PaintState;

  constructor(base: Matrix, fontOf: (name: string) => PaintFont | null) {
    this.#base = base;
    this.#fontOf = fontOf;
    this.#state = initialState(base);
    this.#operations = new Map([...this.#graphicsOperations(), ...this.#textOperations()]);
  }

  paint(code: number, args: readonly unknown[]): void {
    this.#operations.get(code)?.(args);
  }

  #graphicsOperations(): [number, Operation][] {
    return [
      [OPERATORS.save, () => this.#save()],
      [OPERATORS.restore, () => this.#restore()],
      [OPERATORS.transform, (args) => this.#transform(toMatrix(args))],
      [OPERATORS.setGState, ([entries]) => this.#setFontOfGState(entries)],
      [OPERATORS.paintFormXObjectBegin, ([matrix]) => this.#begin(this.#state.ctm, [matrix])],
      [OPERATORS.paintFormXObjectEnd, () => this.#restore()],
      [OPERATORS.beginAnnotation, ([, , transform, matrix]) => this.#begin(this.#base, [transform, matrix])],
      [OPERATORS.endAnnotation, () => this.#restore()],
      [OPERATORS.paintImageXObject, ([, width, height]) => this.#picture(width, height)],
      [OPERATORS.paintImageMaskXObject, ([picture]) => this.#pictureObject(picture)],
      [OPERATORS.paintInlineImageXObject, ([picture]) => this.#pictureObject(picture)],
    ];
  }

  #textOperations(): [number, Operation][] {
    return [
      [OPERATORS.beginText, () => this.#setTextMatrix(IDENTITY)],
      [OPERATORS.setTextMatrix, ([matrix]) => this.#setTextMatrix(toMatrix(matrix))],
      [OPERATORS.setFont, ([name, size]) => this.#setFont(name, toNumber(size))],
      [OPERATORS.moveText, ([x, y]) => this.#moveText(toNumber(x), toNumber(y))],
      [OPERATORS.setLeadingMoveText, ([x, y]) => this.#setLeadingMoveText(toNumber(x), toNumber(y))],
      [OPERATORS.nextLine, () => this.#moveText(0, this.#state.leading)],
      [OPERATORS.setLeading, ([leading]) => this.#set("leading", -toNumber(leading))],
      [OPERATORS.setCharSpacing, ([spacing]) => this.#set("charSpacing", toNumber(spacing))],
      [OPERATORS.setWordSpacing, ([spacing]) => this.#set("wordSpacing", toNumber(spacing))],
      [OPERATORS.setHScale, ([percent]) => this.#set("horizontalScale", toNumber(percent) / 100)],
      [OPERATORS.setTextRise, ([rise]) => this.#set("rise", toNumber(rise))],
      [OPERATORS.setTextRenderingMode, ([mode]) => this.#set("mode", toNumber(mode))],
      [OPERATORS.showText, ([glyphs]) => this.#showText(Array.isArray(glyphs) ? glyphs : [])],
    ];
  }

  #set(key: TextSetting, value: number): void {
    this.#state[key] = value;
  }

  #save(): void {
    this.#saved.push({ ...this.#state });
  }

  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  #transform(matrix: Matrix): void {
    this.#state.ctm = multiply(this.#state.ctm, matrix);
  }

  #begin(from: Matrix, matrices: readonly unknown[]): void {
    this.#save();
    this.#state.ctm = from;
    for (const matrix of matrices) this.#transform(toMatrix(matrix));
  }

  #setFontOfGState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries as [string, unknown][]) {
      if (key === "Font" && Array.isArray(value)) this.#setFont(value[0], toNumber(value[1]));
    }
  }

  #setFont(name: unknown, size: number): void {
    const font = typeof name === "string" ? this.#fontOf(name) : null;
    this.#state.fontSize = size;
    this.#state.fontMatrix = font?.fontMatrix?.[0] ?? DEFAULT_FONT_MATRIX;
  }

  #setTextMatrix(matrix: Matrix): void {
    Object.assign(this.#state, { textMatrix: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
  }

  #setLeadingMoveText(x: number, y: number): void {
    this.#state.leading = y;
    this.#moveText(x, y);
  }

  #moveText(x: number, y: number): void {
    const state = this.#state;
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  }

  #showText(glyphs: readonly (GlyphOperand | number)[]): void {
    const state = this.#state;
    const matrix = multiply(state.ctm, state.textMatrix);
    const size = Math.hypot(matrix[2], matrix[3]) * Math.abs(state.fontSize);
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        state.x -= (glyph / 1000) * state.fontSize * state.horizontalScale;
        continue;
      }
      const width = glyph.width * state.fontMatrix * state.fontSize * state.horizontalScale;
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const [x, y] = applyTo(matrix, state.x, state.y + state.rise);
      const [endX, endY] = applyTo(matrix, state.x + width, state.y + state.rise);
      const visible = !INVISIBLE_MODES.has(state.mode);
      this.glyphs.push({ text: glyph.unicode, x, y, dx: endX - x, dy: endY - y, size, visible });
      state.x += width + spacing * state.horizontalScale;
    }
  }

  #pictureObject(picture: unknown): void {
    const { width, height } = (picture ?? {}) as { width?: unknown; height?: unknown };
    this.#picture(width, height);
  }

  /** Pictures are painted into the unit square. */
  #picture(width: unknown, height: unknown): void {
    const corners = [0, 1].flatMap((x) => [0, 1].map((y) => applyTo(this.#state.ctm, x, y)));
    const left = Math.min(...corners.map(([x]) => x));
    const top = Math.min(...corners.map(([, y]) => y));
    this.pictures.push({
      left,
      top,
      width: Math.max(...corners.map(([x]) => x)) - left,
      height: Math.max(...corners.map(([, y]) => y)) - top,
      pixels: { width: toNumber(width), height: toNumber(height) },
      after: this.glyphs.length,
    });
  }
}

function initialState(ctm: Matrix): PaintState {
  return {
    ctm,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    fontSize: 0,
    fontMatrix: DEFAULT_FONT_MATRIX,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

function toNumber(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
