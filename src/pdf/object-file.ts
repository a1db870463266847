import { inflateSync } from "node:zlib";
import { type Place, placesInStream, placesInTable } from "./cross-reference.ts";
import {
  isArray,
  isDict,
  type PdfDict,
  PdfName,
  PdfOperator,
  PdfReader,
  PdfRef,
  PdfStream,
  PdfSyntaxError,
  type PdfValue,
} from "./object-syntax.ts";

/** Versions of a file appended to one another. */
const MAX_SECTIONS = 100;

/** Bytes of an unpacked stream that is no picture. */
const MAX_UNPACKED = 50_000_000;

/** Bytes of an unpacked object stream: writers put some hundred objects into one. */
const MAX_PACK = 5_000_000;

/** References to references. */
const MAX_HOPS = 10;

/**
 * The objects of an unencrypted PDF, as far as they are needed to find a scan's own bytes. It reads what is
 * written by the book, and throws on everything else: pdf.js has the patience for the rest.
 */
export class ObjectFile {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #places = new Map<number, Place>();
  #root: PdfValue = null;
  /** The object stream unpacked last: what is asked for next often stands in the same. */
  #pack: Pack | null = null;

  /** @throws PdfSyntaxError */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#text = this.#bytes.toString("latin1");
    this.#readSections();
  }

  /** The document's catalogue. */
  get catalogue(): PdfValue {
    return this.resolve(this.#root);
  }

  /** The object a reference leads to; any other value as it is; null where there is none. */
  resolve(value: PdfValue | undefined): PdfValue {
    let resolved = value ?? null;
    for (let hop = 0; resolved instanceof PdfRef; hop++) {
      if (hop === MAX_HOPS) throw new PdfSyntaxError("references in a circle");
      resolved = this.object(resolved.number);
    }
    return resolved;
  }

  get(dict: PdfDict, key: string): PdfValue {
    return this.resolve(dict.get(key));
  }

  /** The object of a number; null where there is none. */
  object(number: number): PdfValue {
    const place = this.#places.get(number);
    if (place === undefined) return null;
    return place.kind === "offset"
      ? this.#objectAt(place.offset, number)
      : this.#packedObject(place.stream, place.index);
  }

  /** The bytes of a stream as they stand in the file. */
  rawBytes(stream: PdfStream): Buffer {
    const length = this.get(stream.dict, "Length");
    const end = typeof length === "number" ? stream.start + length : -1;
    const tail = end < stream.start ? "" : this.#text.slice(end, end + 20);
    if (!/^\s*endstream/u.test(tail)) throw new PdfSyntaxError("a stream's length is wrong");
    return this.#bytes.subarray(stream.start, end);
  }

  /** The unpacked bytes of a stream with no filter or the one every writer uses. */
  plainBytes(stream: PdfStream, maxBytes: number = MAX_UNPACKED): Buffer {
    const filter = this.get(stream.dict, "Filter");
    const [first] = isArray(filter) && filter.length <= 1 ? filter : [filter];
    if (first === undefined || first === null) return this.rawBytes(stream);
    if (!(first instanceof PdfName) || first.name !== "FlateDecode") throw new PdfSyntaxError("unknown filter");
    return inflateSync(this.rawBytes(stream), { maxOutputLength: maxBytes });
  }

  #readSections(): void {
    const startxref = /startxref\s+(\d+)\s/u.exec(this.#text.slice(-2048));
    let next: PdfValue = startxref === null ? null : Number(startxref[1]);
    for (let section = 0; typeof next === "number"; section++) {
      if (section === MAX_SECTIONS) throw new PdfSyntaxError("too many sections");
      const trailer = this.#readSection(next);
      if (trailer.has("Encrypt")) throw new PdfSyntaxError("encrypted");
      this.#root ??= trailer.get("Root") ?? null;
      next = trailer.get("Prev") ?? null;
    }
  }

  /** Newer sections are read first: what they say holds. */
  #readSection(offset: number): PdfDict {
    const { places, trailer } = this.#text.startsWith("xref", offset)
      ? placesInTable(this.#text, offset)
      : this.#streamSection(offset);
    for (const [number, place] of places) {
      if (!this.#places.has(number)) this.#places.set(number, place);
    }
    const hybrid = trailer.get("XRefStm");
    if (typeof hybrid === "number") this.#readSection(hybrid);
    return trailer;
  }

  #streamSection(offset: number): { places: Map<number, Place>; trailer: PdfDict } {
    const stream = this.#objectAt(offset, null);
    if (!(stream instanceof PdfStream)) throw new PdfSyntaxError("no cross-reference");
    return { places: placesInStream(this.plainBytes(stream), stream.dict), trailer: stream.dict };
  }

  #objectAt(offset: number, expected: number | null): PdfValue {
    const reader = new PdfReader(this.#text, offset);
    const [number, , word] = [reader.value(), reader.value(), reader.value()];
    if (!(word instanceof PdfOperator) || word.word !== "obj") throw new PdfSyntaxError("no object");
    if (expected !== null && number !== expected) throw new PdfSyntaxError("another object");
    return reader.value();
  }

  #packedObject(streamNumber: number, index: number): PdfValue {
    if (this.#pack?.stream !== streamNumber) this.#pack = this.#unpack(streamNumber);
    const { text, first, header } = this.#pack;
    return new PdfReader(text, first + Number(header[index * 2 + 1])).value();
  }

  #unpack(streamNumber: number): Pack {
    const place = this.#places.get(streamNumber);
    const stream = place?.kind === "offset" ? this.#objectAt(place.offset, streamNumber) : null;
    if (!(stream instanceof PdfStream)) throw new PdfSyntaxError("no object stream");
    const first = Number(this.get(stream.dict, "First"));
    const text = this.plainBytes(stream, MAX_PACK).toString("latin1");
    return { stream: streamNumber, text, first, header: text.slice(0, first).trim().split(/\s+/u) };
  }
}

/** An object stream: after its header, pairs of an object's number and place, the objects. */
interface Pack {
  readonly stream: number;
  readonly text: string;
  readonly first: number;
  readonly header: readonly string[];
}

/** What this short reader makes of a file; null where the file is not written by the book. */
export function unlessUnusual<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof PdfSyntaxError || isZlibError(error)) return null;
    throw error;
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(?:Z_|ERR_)/u.test(String(error.code));
}

/** A dictionary's own or inherited entry: page attributes may stand in the nodes above. */
export function inherited(file: ObjectFile, page: PdfDict, key: string): PdfValue {
  let node: PdfValue = page;
  for (let hop = 0; isDict(node) && hop < MAX_HOPS; hop++) {
    if (node.has(key)) return file.get(node, key);
    node = file.get(node, "Parent");
  }
  return null;
}
