import {
  type Bounds,
  DEFAULT_FONT_MATRIX,
  type GraphicsState,
  initialState,
  intersection,
  type Paint,
} from "./graphics-state.ts";
import { applyTo, type Matrix, multiply, toMatrix } from "./matrix.ts";
import { OPERATORS } from "./operators.ts";
import { type Operation, type PageContext, toNumber } from "./page-context.ts";
import { boundsOf } from "./path.ts";

/** Fainter ink than this is none. */
const FAINTEST = 0.08;

/** Ink as dense as this lets nothing through. */
const DENSE = 0.95;

/** The graphics state at a place in a page's operators, and whether what is painted there is shown at all. */
export class PaintScope {
  state: GraphicsState;
  /** pdf.js's name of the annotation that is painted; null for print. */
  annotation: string | null = null;
  readonly context: PageContext;
  readonly #base: Matrix;
  readonly #page: Bounds;
  readonly #saved: GraphicsState[] = [];
  /** Of the marked content around, whether each part is shown. */
  readonly #layers: boolean[] = [];
  /** How many of them are not. */
  #off = 0;
  /** Number of groups around that are no paint, but a mask for paint. */
  #masks = 0;
  #clipsNext = false;

  constructor(context: PageContext) {
    this.context = context;
    this.#base = toMatrix(context.transform);
    this.#page = [0, 0, context.width, context.height];
    this.state = initialState(this.#base, this.#page);
  }

  get isShown(): boolean {
    return this.#masks === 0 && this.#off === 0;
  }

  operations(): [number, Operation][] {
    return [
      [OPERATORS.save, () => this.#save()],
      [OPERATORS.restore, () => this.#restore()],
      [OPERATORS.transform, (args) => this.#transform(args)],
      [OPERATORS.setGState, ([entries]) => this.#setGState(entries)],
      [OPERATORS.clip, () => this.#clipWithNextPath()],
      [OPERATORS.eoClip, () => this.#clipWithNextPath()],
      [OPERATORS.beginMarkedContent, () => this.#beginContent(null, null)],
      [OPERATORS.beginMarkedContentProps, ([tag, layer]) => this.#beginContent(tag, layer)],
      [OPERATORS.endMarkedContent, () => this.#endContent()],
      [OPERATORS.beginGroup, ([group]) => this.#beginGroup(group)],
      [OPERATORS.endGroup, ([group]) => this.#endGroup(group)],
      [OPERATORS.paintFormXObjectBegin, ([matrix, box]) => this.#beginForm(matrix, box)],
      [OPERATORS.paintFormXObjectEnd, () => this.#restore()],
      [OPERATORS.beginAnnotation, (args) => this.#beginAnnotation(args)],
      [OPERATORS.endAnnotation, () => this.#endAnnotation()],
    ];
  }

  setPaint(key: "fill" | "stroke", paint: Partial<Paint>): void {
    this.state[key] = { ...this.state[key], ...paint };
  }

  setFont(name: unknown, size: number): void {
    const font = typeof name === "string" ? this.context.fontOf(name) : null;
    this.state.font = typeof name === "string" ? name : "";
    this.state.fontSize = size;
    this.state.fontMatrix = font?.fontMatrix?.[0] ?? DEFAULT_FONT_MATRIX;
  }

  isInked(paint: Paint): boolean {
    return paint.alpha * this.state.groupAlpha >= FAINTEST;
  }

  /** Whether nothing shines through what is filled. */
  get isSolid(): boolean {
    const { covers, fill, groupAlpha } = this.state;
    return covers && fill.alpha * groupAlpha >= DENSE;
  }

  /** To be called when a path has been painted: it may be one that clips. */
  endPath(box: unknown): void {
    if (this.#clipsNext) this.#clip(box);
    this.#clipsNext = false;
  }

  /** [x1, y1, x2, y2] in user space, as a list or typed array, on the page; null of anything else. */
  onPage(box: unknown): Bounds | null {
    if (!Array.isArray(box) && !ArrayBuffer.isView(box)) return null;
    const [left, bottom, right, top] = Array.from(box as ArrayLike<number>);
    if (![left, bottom, right, top].every((side) => Number.isFinite(side))) return null;
    const corners = [left, right].flatMap((x) => [bottom, top].map((y) => [x ?? 0, y ?? 0] as const));
    return boundsOf(corners.map(([x, y]) => applyTo(this.state.ctm, x, y)));
  }

  #save(): void {
    this.#saved.push({ ...this.state });
  }

  #restore(): void {
    this.state = this.#saved.pop() ?? this.state;
  }

  #transform(matrix: unknown): void {
    this.state.ctm = multiply(this.state.ctm, toMatrix(matrix));
  }

  #clip(box: unknown): void {
    const bounds = this.onPage(box);
    if (bounds !== null) this.state.clip = intersection(this.state.clip, bounds);
  }

  #clipWithNextPath(): void {
    this.#clipsNext = true;
  }

  #beginForm(matrix: unknown, box: unknown): void {
    this.#save();
    this.#transform(matrix);
    this.#clip(box);
  }

  #beginContent(tag: unknown, layer: unknown): void {
    const isOn = tag !== "OC" || this.context.isShown(layer);
    this.#layers.push(isOn);
    if (!isOn) this.#off++;
  }

  #endContent(): void {
    if (this.#layers.pop() === false) this.#off--;
  }

  /** A group is painted as a whole, as faint as the state around says; within it begins with full ink. */
  #beginGroup(group: unknown): void {
    this.#save();
    if (isMask(group)) this.#masks++;
    this.state.groupAlpha *= this.state.fill.alpha;
    this.setPaint("fill", { alpha: 1 });
    this.setPaint("stroke", { alpha: 1 });
  }

  #endGroup(group: unknown): void {
    if (isMask(group)) this.#masks--;
    this.#restore();
  }

  #beginAnnotation([name, rect, transform, matrix]: readonly unknown[]): void {
    this.#save();
    this.state = initialState(this.#base, this.#page);
    this.#clip(rect);
    this.#transform(transform);
    this.#transform(matrix);
    this.annotation = String(name);
  }

  #endAnnotation(): void {
    this.annotation = null;
    this.#restore();
  }

  #setGState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries as [string, unknown][]) {
      if (key === "Font" && Array.isArray(value)) this.setFont(value[0], toNumber(value[1]));
      if (key === "LW") this.state.lineWidth = toNumber(value);
      if (key === "ca") this.setPaint("fill", { alpha: toNumber(value) });
      if (key === "CA") this.setPaint("stroke", { alpha: toNumber(value) });
      if (key === "BM") this.state.covers = value === "source-over";
      if (key === "SMask") this.state.covers = value === false;
    }
  }
}

function isMask(group: unknown): boolean {
  return typeof group === "object" && group !== null && "smask" in group && Boolean(group.smask);
}
