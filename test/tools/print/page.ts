import type { LineEnd } from "./break-lines.ts";
import type { HeadPart, Print } from "./letter.ts";

/**
 * The printed page as data: pieces with their place, in PDF points from the top left corner. The PDF is drawn from
 * them (draw-pdf.ts), and the scanner's text is written from them (scanner-text.ts).
 */
export type Piece = TextPiece | BoxPiece | ScribblePiece;

/** The part of the letter a piece belongs to. */
export type Part = HeadPart | "body" | "signature" | "mark" | "annex";
export type Face = "regular" | "bold" | "italic" | "stamp";

interface Placed {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  /** Top of the piece. */
  readonly y: number;
}

interface Stampable {
  /** Degrees, counterclockwise. */
  readonly turn?: number;
  /** In the pale ink of a rubber stamp. */
  readonly stamped?: boolean;
}

export interface TextPiece extends Placed, Stampable {
  readonly kind: "text";
  readonly part: Part;
  readonly text: string;
  readonly face: Face;
  /** Font size in points. */
  readonly size: number;
  /** "cell": the row goes on beside it. */
  readonly ending: LineEnd | "cell";
  /** A number or bullet that hangs before the line. */
  readonly mark?: { readonly text: string; readonly x: number };
  /** Stretch the spaces so that the line has this width. */
  readonly fit?: number;
  /** A pen went across it. */
  readonly inked?: boolean;
}

export interface BoxPiece extends Placed, Stampable {
  readonly kind: "box";
  readonly width: number;
  /** 0: a level line. */
  readonly height: number;
  /** Of its lines, in points. */
  readonly thickness?: number;
}

/** A signature in ink. */
export interface ScribblePiece extends Placed {
  readonly kind: "scribble";
}

/** Width of text in points. */
export type Measure = (text: string, face: Face, size: number) => number;

/** A4 and its type area, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 68, right: 541, top: 62, bottom: 786 } as const;

/** Line distance per font size, as measured on scanned memos. */
const LEADING = 1.4;

export const lineHeight = (size: number): number => size * LEADING;

/** The letter's body size in points. */
export const sizeOf = (print: Print): number => print.size ?? 10.5;

/** Where the next line goes. Lines that no longer fit open a new page. */
export class Flow {
  readonly pieces: Piece[] = [];
  page = 1;
  y: number;

  /** @param y where the flow begins on the first page */
  constructor(y: number) {
    this.y = y;
  }

  /** Leaves room above the next line, but never at the top of a page. */
  space(height: number): void {
    if (this.y > PAGE.top) this.y += height;
  }

  /** Opens a new page unless this much fits on the current one. */
  keepTogether(height: number): void {
    if (this.y + height > PAGE.bottom) this.openPage();
  }

  openPage(): void {
    this.page += 1;
    this.y = PAGE.top;
  }

  /** Places one line and goes on below it. */
  line(line: Omit<TextPiece, "kind" | "page" | "y">): void {
    this.row([line]);
  }

  /** Places cells side by side and goes on below them. */
  row(cells: readonly Omit<TextPiece, "kind" | "page" | "y">[]): void {
    const height = Math.max(...cells.map((cell) => lineHeight(cell.size)));
    this.keepTogether(height);
    for (const cell of cells) this.pieces.push({ kind: "text", page: this.page, y: this.y, ...cell });
    this.y += height;
  }
}

/** Cells of equal width, from left to right, as a row of the page. */
export function evenCells(
  cells: readonly string[],
  left: number,
  setting: { readonly part: Part; readonly face: Face; readonly size: number },
): Omit<TextPiece, "kind" | "page" | "y">[] {
  const step = (PAGE.right - left) / cells.length;
  return cells.map((text, at) => {
    return { ...setting, text, x: left + at * step, ending: at === cells.length - 1 ? "end" : "cell" };
  });
}
