import { type Box, unionBox } from "../model/box.ts";
import type { Line, Word } from "../model/page.ts";
import type { OcrReading } from "./engine.ts";

/** The level of a row that tells a word; rows above it tell pages, blocks, paragraphs and lines. */
const WORD = "5";

/** Tesseract's table of several pictures, a page each. @param count of pictures */
export function readingsOfTsv(table: string, count: number): OcrReading[] {
  const tables = Array.from({ length: count }, (): string[] => []);
  for (const row of table.split("\n")) tables[Number(row.split("\t")[1]) - 1]?.push(row);
  return tables.map((rows) => ({ lines: linesOfTsv(rows.join("\n")) }));
}

/**
 * Tesseract's table of a picture as lines, in its own reading order; words are joined by single spaces. Its columns:
 * level, page, block, paragraph, line, word, left, top, width, height, confidence (0 to 100), text.
 */
export function linesOfTsv(table: string): Line[] {
  const lines = new Map<string, string[][]>();
  for (const row of table.split("\n")) {
    const cells = row.split("\t");
    if (cells[0] !== WORD || (cells[11] ?? "").trim() === "") continue;
    const name = cells.slice(1, 5).join(".");
    const words = lines.get(name);
    if (words === undefined) lines.set(name, [cells]);
    else words.push(cells);
  }
  return [...lines.values()].map(asLine);
}

function asLine(rows: readonly (readonly string[])[]): Line {
  const words: Word[] = [];
  let text = "";
  for (const cells of rows) {
    if (text !== "") text += " ";
    const start = text.length;
    text += (cells[11] ?? "").trim();
    words.push({ start, end: text.length, box: boxOf(cells), confidence: asShare(Number(cells[10])) });
  }
  return { text, box: unionBox(words.map((word) => word.box)), words };
}

function boxOf(cells: readonly string[]): Box {
  return [Number(cells[6]), Number(cells[7]), Number(cells[8]), Number(cells[9])];
}

function asShare(percent: number): number {
  return Math.round(Math.min(100, Math.max(0, percent)) * 10) / 1000;
}
