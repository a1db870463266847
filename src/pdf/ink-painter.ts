import { append } from "../model/long-lists.ts";
import type { Ruling } from "../model/rulings.ts";
import { type Bounds, intersection } from "./graphics-state.ts";
import { applyTo } from "./matrix.ts";
import { OPERATORS } from "./operators.ts";
import { type Operation, toNumber } from "./page-context.ts";
import type { PaintScope } from "./paint-scope.ts";
import type { PaintedArea, PaintedPicture, PaintedRule } from "./painted.ts";
import { boundsOf, boxesOf, type Rule, rulesOf, strokesOf, uprightsOf } from "./path.ts";

/** Filled boxes no thicker than this, in points, are rules. */
const RULE_THICKNESS = 2.5;

/** More shapes than this on a page are a drawing, and are not compared with its text. */
const MOST_SHAPES = 1500;

const { stroke, closeStroke, fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke } = OPERATORS;
const BOTH: readonly unknown[] = [fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke];
const STROKES: ReadonlySet<unknown> = new Set([stroke, closeStroke, ...BOTH]);
const FILLS: ReadonlySet<unknown> = new Set([fill, eoFill, ...BOTH]);

/** Places the pictures, coloured areas and lines that a page's operators paint. */
export class InkPainter {
  readonly pictures: PaintedPicture[] = [];
  readonly areas: PaintedArea[] = [];
  readonly rules: PaintedRule[] = [];
  readonly uprights: Ruling[] = [];
  readonly #scope: PaintScope;
  readonly #glyphs: { readonly length: number };

  /** @param glyphs painted so far */
  constructor(scope: PaintScope, glyphs: { readonly length: number }) {
    this.#scope = scope;
    this.#glyphs = glyphs;
  }

  operations(): [number, Operation][] {
    const scope = this.#scope;
    return [
      [OPERATORS.setLineWidth, ([width]) => this.#setLineWidth(width)],
      [OPERATORS.setFillRGBColor, ([colour]) => scope.setPaint("fill", { colour: toColour(colour) })],
      [OPERATORS.setStrokeRGBColor, ([colour]) => scope.setPaint("stroke", { colour: toColour(colour) })],
      [OPERATORS.setFillColorN, () => scope.setPaint("fill", { colour: null })],
      [OPERATORS.setStrokeColorN, () => scope.setPaint("stroke", { colour: null })],
      [OPERATORS.setFillTransparent, () => scope.setPaint("fill", { alpha: 0 })],
      [OPERATORS.setStrokeTransparent, () => scope.setPaint("stroke", { alpha: 0 })],
      [OPERATORS.constructPath, ([kind, data, box]) => this.#path(kind, data, box)],
      [OPERATORS.shadingFill, () => this.#area(scope.state.clip, null)],
      [OPERATORS.paintSolidColorImageMask, () => this.#area(this.#unitSquare(), this.#solidColour())],
      [OPERATORS.paintImageXObject, ([name]) => this.#picture(this.#isOpaque(name))],
      [OPERATORS.paintImageMaskXObject, () => this.#picture(false)],
      [OPERATORS.paintInlineImageXObject, () => this.#picture(false)],
    ];
  }

  #setLineWidth(width: unknown): void {
    this.#scope.state.lineWidth = toNumber(width);
  }

  #path(kind: unknown, data: unknown, box: unknown): void {
    const isRoom = this.areas.length + this.rules.length < MOST_SHAPES;
    if (isRoom && this.#scope.isShown && (FILLS.has(kind) || STROKES.has(kind))) {
      const strokes = strokesOf(Array.isArray(data) ? data[0] : null, this.#scope.state.ctm);
      if (FILLS.has(kind)) this.#fill(boxesOf(strokes), this.#scope.onPage(box));
      if (STROKES.has(kind)) this.#stroke(rulesOf(strokes), uprightsOf(strokes));
    }
    this.#scope.endPath(box);
  }

  #fill(boxes: readonly Bounds[], around: Bounds | null): void {
    if (!this.#scope.isInked(this.#scope.state.fill)) return;
    for (const bounds of boxes) {
      const [left, top, right, bottom] = bounds;
      const thickness = bottom - top;
      if (right - left <= RULE_THICKNESS && thickness > right - left) {
        this.uprights.push({ at: (left + right) / 2, from: top, to: bottom });
      }
      if (thickness <= RULE_THICKNESS) this.rules.push({ left, right, y: (top + bottom) / 2, thickness });
      else this.#area(bounds, this.#solidColour());
    }
    if (boxes.length === 0 && around !== null) this.#area(around, null);
  }

  #stroke(rules: readonly Rule[], uprights: readonly Ruling[]): void {
    const { ctm, lineWidth, stroke: paint } = this.#scope.state;
    if (!this.#scope.isInked(paint)) return;
    const thickness = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    for (const rule of rules) this.rules.push({ ...rule, thickness });
    append(this.uprights, uprights);
  }

  #solidColour(): string | null {
    return this.#scope.isSolid ? this.#scope.state.fill.colour : null;
  }

  #area(bounds: Bounds, colour: string | null): void {
    if (!this.#scope.isShown || this.areas.length >= MOST_SHAPES) return;
    const clipped = intersection(bounds, this.#scope.state.clip);
    this.areas.push({ bounds: clipped, colour, after: this.#glyphs.length });
  }

  #isOpaque(name: unknown): boolean {
    return this.#scope.isSolid && this.#scope.context.isOpaque(String(name));
  }

  #picture(opaque: boolean): void {
    if (!this.#scope.isShown || this.pictures.length >= MOST_SHAPES) return;
    const bounds = intersection(this.#unitSquare(), this.#scope.state.clip);
    this.pictures.push({ bounds, opaque, after: this.#glyphs.length });
  }

  /** Pictures are painted into it. */
  #unitSquare(): Bounds {
    return boundsOf([0, 1].flatMap((x) => [0, 1].map((y) => applyTo(this.#scope.state.ctm, x, y))));
  }
}

function toColour(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
