import { isArray, isDict, type PdfDict, PdfReader, PdfSyntaxError, type PdfValue } from "./object-syntax.ts";

/** Where an object stands: at an offset in the file, or packed within an object stream. */
export type Place =
  | { readonly kind: "offset"; readonly offset: number }
  | { readonly kind: "packed"; readonly stream: number; readonly index: number };

/** Objects in one section: far more than any file of letters has. */
const MAX_OBJECTS = 1_000_000;

/** A classic table: "xref", sections of 20-byte entries, "trailer" and its dictionary. */
export function placesInTable(text: string, offset: number): { places: Map<number, Place>; trailer: PdfDict } {
  const places = new Map<number, Place>();
  const section = /\s*(?:(\d+) (\d+)\s*|trailer)/uy;
  section.lastIndex = offset + "xref".length;
  for (let match = section.exec(text); match !== null; match = section.exec(text)) {
    if (match[1] === undefined) return { places, trailer: dictAt(text, section.lastIndex) };
    const [first, count] = [Number(match[1]), Number(match[2])];
    if (count > MAX_OBJECTS) throw new PdfSyntaxError("too many objects");
    section.lastIndex = readEntries(text, section.lastIndex, first, count, places);
  }
  throw new PdfSyntaxError("no trailer");
}

/** Gives the offset behind the entries. */
function readEntries(text: string, offset: number, first: number, count: number, places: Map<number, Place>): number {
  const entry = /(\d{10}) \d{5} ([nf])[ \r\n]{1,2}/uy;
  entry.lastIndex = offset;
  let end = offset;
  for (let index = 0; index < count; index++) {
    const match = entry.exec(text);
    if (match === null) throw new PdfSyntaxError("broken cross-reference");
    if (match[2] === "n") places.set(first + index, { kind: "offset", offset: Number(match[1]) });
    end = entry.lastIndex;
  }
  return end;
}

function dictAt(text: string, offset: number): PdfDict {
  const value = new PdfReader(text, offset).value();
  if (!isDict(value)) throw new PdfSyntaxError("no trailer");
  return value;
}

/** A cross-reference stream: entries of three numbers, each of as many bytes as "W" says. */
export function placesInStream(unpacked: Uint8Array, dict: PdfDict): Map<number, Place> {
  const widths = numbers(dict.get("W"));
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const entryWidth = typeWidth + secondWidth + thirdWidth;
  if (widths.length !== 3 || entryWidth === 0 || entryWidth > 24) throw new PdfSyntaxError("broken widths");
  const bytes = withoutPredictor(unpacked, dict, entryWidth);
  const places = new Map<number, Place>();
  let at = 0;
  for (const number of objectNumbers(dict)) {
    if (at + entryWidth > bytes.length) break;
    const type = typeWidth === 0 ? 1 : readNumber(bytes, at, typeWidth);
    const second = readNumber(bytes, at + typeWidth, secondWidth);
    const third = readNumber(bytes, at + typeWidth + secondWidth, thirdWidth);
    if (type === 1) places.set(number, { kind: "offset", offset: second });
    if (type === 2) places.set(number, { kind: "packed", stream: second, index: third });
    at += entryWidth;
  }
  return places;
}

function* objectNumbers(dict: PdfDict): Generator<number> {
  const size = dict.get("Size");
  const index = dict.has("Index") ? numbers(dict.get("Index")) : [0, typeof size === "number" ? size : 0];
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2);
    if (count > MAX_OBJECTS) throw new PdfSyntaxError("too many objects");
    for (let number = first; number < first + count; number++) yield number;
  }
}

/** PNG predictor "up" (2) undone, which writers use for these streams; others are not read. */
function withoutPredictor(bytes: Uint8Array, dict: PdfDict, columns: number): Uint8Array {
  const parms = dict.get("DecodeParms");
  const predictor = isDict(parms) ? parms.get("Predictor") : undefined;
  if (predictor === undefined || predictor === 1) return bytes;
  if (!isDict(parms) || parms.get("Columns") !== columns) throw new PdfSyntaxError("unknown predictor");
  const rows = Math.floor(bytes.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const filter = bytes[row * (columns + 1)];
    if (filter !== 0 && filter !== 2) throw new PdfSyntaxError("unknown predictor");
    for (let column = 0; column < columns; column++) {
      const above = filter === 2 && row > 0 ? (plain[(row - 1) * columns + column] ?? 0) : 0;
      plain[row * columns + column] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + above;
    }
  }
  return plain;
}

function readNumber(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index++) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

function numbers(value: PdfValue | undefined): number[] {
  return isArray(value) ? value.filter((entry) => typeof entry === "number") : [];
}
