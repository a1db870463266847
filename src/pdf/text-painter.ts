import { type Bounds, isWithin } from "./graphics-state.ts";
import { applyTo, IDENTITY, type Matrix, multiply, toMatrix } from "./matrix.ts";
import { OPERATORS } from "./operators.ts";
import { type Operation, toNumber } from "./page-context.ts";
import type { PaintScope } from "./paint-scope.ts";
import { middleOfGlyph, type PaintedGlyph } from "./painted.ts";
import { mayBeSign, type SignTable, signOf, signsOfFont } from "./signs.ts";

/** A glyph in an operator list; a number between glyphs moves back by thousandths of the font size. */
interface GlyphOperand {
  readonly unicode: string;
  readonly originalCharCode?: number;
  readonly width: number;
  readonly isSpace: boolean;
}

type TextSetting = "leading" | "charSpacing" | "wordSpacing" | "horizontalScale" | "rise" | "mode";

/** Text render modes that leave no ink: 3 (none) and 7 (clip only). */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);

/** Those that only draw outlines. */
const OUTLINE_MODES: ReadonlySet<number> = new Set([1, 5]);

/** Places the glyphs that a page's operators paint. */
export class TextPainter {
  readonly glyphs: PaintedGlyph[] = [];
  /** Number of glyphs that are not on the page. */
  leftOut = 0;
  readonly #scope: PaintScope;
  /** Of each font on the page, the signs that it shows; null for letters. */
  readonly #signs = new Map<string, SignTable | null>();

  constructor(scope: PaintScope) {
    this.#scope = scope;
  }

  operations(): [number, Operation][] {
    return [
      [OPERATORS.beginText, () => this.#setTextMatrix(IDENTITY)],
      [OPERATORS.setTextMatrix, ([matrix]) => this.#setTextMatrix(toMatrix(matrix))],
      [OPERATORS.setFont, ([name, size]) => this.#scope.setFont(name, toNumber(size))],
      [OPERATORS.moveText, ([x, y]) => this.#moveText(toNumber(x), toNumber(y))],
      [OPERATORS.setLeadingMoveText, ([x, y]) => this.#setLeadingMoveText(toNumber(x), toNumber(y))],
      [OPERATORS.nextLine, () => this.#moveText(0, this.#scope.state.leading)],
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
    this.#scope.state[key] = value;
  }

  #setTextMatrix(matrix: Matrix): void {
    Object.assign(this.#scope.state, { textMatrix: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
  }

  #setLeadingMoveText(x: number, y: number): void {
    this.#scope.state.leading = y;
    this.#moveText(x, y);
  }

  #moveText(x: number, y: number): void {
    const { state } = this.#scope;
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  }

  #showText(glyphs: readonly (GlyphOperand | number)[]): void {
    const { state, isShown } = this.#scope;
    const matrix = multiply(state.ctm, state.textMatrix);
    const signs = this.#signsOf(state.font);
    const { size, tracking, font, visible, colour, annotation } = this.#run(matrix);
    const [left, top, right, bottom] = inside(state.clip, size);
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        state.x -= (glyph / 1000) * state.fontSize * state.horizontalScale;
        continue;
      }
      const width = glyph.width * state.fontMatrix * state.fontSize * state.horizontalScale;
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const [x, y] = applyTo(matrix, state.x, state.y + state.rise);
      const [endX, endY] = applyTo(matrix, state.x + width, state.y + state.rise);
      state.x += width + spacing * state.horizontalScale;
      const text = mayBeSign(glyph.unicode, signs)
        ? signOf(glyph.unicode, signs, glyph.originalCharCode)
        : glyph.unicode;
      const dx = endX - x;
      const dy = endY - y;
      const painted: PaintedGlyph = { text, x, y, dx, dy, size, tracking, font, visible, colour, annotation };
      const isWellInside = x > left && endX < right && y > top && y < bottom;
      if (isShown && (isWellInside || isWithin(state.clip, ...middleOfGlyph(painted)))) this.glyphs.push(painted);
      else if (text.trim() !== "") this.leftOut++;
    }
  }

  #signsOf(font: string): SignTable | null {
    const known = this.#signs.get(font);
    if (known !== undefined) return known;
    const signs = signsOfFont(this.#scope.context.fontOf(font)?.name ?? "");
    this.#signs.set(font, signs);
    return signs;
  }

  /** What the glyphs that are shown at once have in common. */
  #run(matrix: Matrix): Omit<PaintedGlyph, "text" | "x" | "y" | "dx" | "dy"> {
    const { state, annotation } = this.#scope;
    const paint = OUTLINE_MODES.has(state.mode) ? state.stroke : state.fill;
    return {
      size: Math.hypot(matrix[2], matrix[3]) * Math.abs(state.fontSize),
      tracking: state.charSpacing * state.horizontalScale * Math.hypot(matrix[0], matrix[1]),
      font: state.font,
      visible: !INVISIBLE_MODES.has(state.mode) && this.#scope.isInked(paint),
      colour: paint.colour,
      annotation,
    };
  }
}

/** Where a glyph of some size begins and ends, none of it is outside. */
function inside([left, top, right, bottom]: Bounds, size: number): Bounds {
  return [left + size, top + size, right - size, bottom - size];
}
