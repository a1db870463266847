import type { PaintFont } from "./painted.ts";

/** A page's size and what its operators refer to. */
export interface PageContext {
  /** Of the page as displayed, in points. */
  readonly width: number;
  readonly height: number;
  /** From user space to the page as displayed. */
  readonly transform: readonly number[];
  fontOf(name: string): PaintFont | null;
  /** Whether a layer, as pdf.js names it, is switched on. */
  isShown(layer: unknown): boolean;
  /** Whether a picture has no transparent parts. */
  isOpaque(name: string): boolean;
}

/** What an operator of pdf.js does, given its operands. */
export type Operation = (args: readonly unknown[]) => void;

export function toNumber(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
