import { constants, inflateSync } from "node:zlib";
import { type ObjectFile, unlessUnusual } from "./object-file.ts";
import {
  isArray,
  isDict,
  PdfName,
  PdfRef,
  PdfStream,
  PdfString,
  PdfSyntaxError,
  type PdfValue,
} from "./object-syntax.ts";
import type { PdfJsFile } from "./pdf-js.ts";

/** A file within a PDF. */
export interface EmbeddedFile {
  /** As its writer gave it: of any length, with any characters. */
  readonly name: string;
  /** Its first bytes; null where they cannot be had. */
  readonly head: Uint8Array | null;
}

export interface EmbeddedFiles {
  readonly files: readonly EmbeddedFile[];
  /** How many further ones were not looked into. */
  readonly more: number;
}

/** Files that are looked into: far more than any letter has. */
const MOST_FILES = 100;

/** Nodes of the tree of names. */
const MOST_NODES = 200;

/** Marks on a page that are looked at; a form has some dozens. */
const MOST_ANNOTATIONS = 2000;

/** Enough to tell a kind by: a PDF's header stands within so many bytes. */
const HEAD_BYTES = 1024;

/** Packed bytes that the head is unpacked from: at most a thousand times as many. */
const PACKED_HEAD_BYTES = 4096;

/**
 * The files in the document's tree of names. Of each, no more than the head is unpacked.
 * @throws PdfSyntaxError
 */
export function filesOfDocument(objects: ObjectFile): EmbeddedFiles {
  const { catalogue } = objects;
  if (!isDict(catalogue)) throw new PdfSyntaxError("no catalogue");
  const names = objects.get(catalogue, "Names");
  if (!isDict(names)) return { files: [], more: 0 };
  return lookedInto(objects, namedValues(objects, names.get("EmbeddedFiles")));
}

/**
 * The files that marks on a page hold.
 * @param page number of the page's object
 * @throws PdfSyntaxError
 */
export function filesOfPage(objects: ObjectFile, page: number): EmbeddedFiles {
  const dict = objects.object(page);
  if (!isDict(dict)) throw new PdfSyntaxError("no page");
  const annotations = objects.get(dict, "Annots");
  if (!isArray(annotations)) return { files: [], more: 0 };
  const specifications: PdfValue[] = [];
  for (const value of annotations.slice(0, MOST_ANNOTATIONS)) {
    const annotation = objects.resolve(value);
    const subtype = isDict(annotation) ? objects.get(annotation, "Subtype") : null;
    if (!isDict(annotation) || !(subtype instanceof PdfName) || subtype.name !== "FileAttachment") continue;
    specifications.push(annotation.get("FS") ?? null);
  }
  return lookedInto(objects, specifications);
}

/** The files that pdf.js lists. It unpacks them whole, so it is asked only where a PDF is not written by the book. */
export function filesToldOf(listed: readonly PdfJsFile[]): EmbeddedFiles {
  const files = listed.slice(0, MOST_FILES).map(({ filename, content }) => {
    return { name: filename, head: content?.slice(0, HEAD_BYTES) ?? null };
  });
  return { files, more: listed.length - files.length };
}

function lookedInto(objects: ObjectFile, specifications: readonly PdfValue[]): EmbeddedFiles {
  const files = specifications.slice(0, MOST_FILES).flatMap((value) => fileOf(objects, value) ?? []);
  return { files, more: Math.max(0, specifications.length - MOST_FILES) };
}

/** The values of a tree of names, in its order. */
function namedValues(objects: ObjectFile, root: PdfValue | undefined): PdfValue[] {
  const values: PdfValue[] = [];
  const seen = new Set<number>();
  const open: PdfValue[] = [root ?? null];
  for (let node = open.pop(), visited = 0; node !== undefined && visited < MOST_NODES; node = open.pop(), visited++) {
    if (node instanceof PdfRef) {
      if (seen.has(node.number)) continue;
      seen.add(node.number);
    }
    const dict = objects.resolve(node);
    if (!isDict(dict)) continue;
    const [kids, names] = [objects.get(dict, "Kids"), objects.get(dict, "Names")];
    if (isArray(kids)) for (const kid of kids.slice(0, MOST_NODES).toReversed()) open.push(kid);
    else if (isArray(names)) for (let at = 1; at < names.length; at += 2) values.push(names[at] ?? null);
  }
  return values;
}

/** null for what only names a file elsewhere. */
function fileOf(objects: ObjectFile, value: PdfValue): EmbeddedFile | null {
  const specification = objects.resolve(value);
  if (!isDict(specification)) return null;
  const embedded = objects.get(specification, "EF");
  if (!isDict(embedded)) return null;
  const names = ["UF", "F"].map((key) => objects.get(specification, key));
  const name = names.find((candidate) => candidate instanceof PdfString);
  const stream = objects.resolve(embedded.get("UF") ?? embedded.get("F"));
  const head = stream instanceof PdfStream ? unlessUnusual(() => headOf(objects, stream)) : null;
  return { name: name === undefined ? "" : textOf(name), head };
}

/** null where the bytes are packed in a way that nobody packs files in. */
function headOf(objects: ObjectFile, stream: PdfStream): Uint8Array | null {
  const raw = objects.rawBytes(stream);
  const filter = objects.get(stream.dict, "Filter");
  const filters = isArray(filter) ? filter.map((entry) => objects.resolve(entry)) : [filter];
  const [first = null] = filters;
  if (first === null) return raw.subarray(0, HEAD_BYTES);
  if (filters.length > 1 || !(first instanceof PdfName) || first.name !== "FlateDecode") return null;
  if (stream.dict.has("DecodeParms")) return null;
  const packed = raw.subarray(0, PACKED_HEAD_BYTES);
  return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEAD_BYTES);
}

/** A text string: UTF-16 or UTF-8 where it begins with the mark, else nearly Latin-1. */
function textOf({ text }: PdfString): string {
  const bytes = Buffer.from(text, "latin1");
  const encoding = ENCODINGS.find(([mark]) => text.startsWith(mark))?.[1];
  return encoding === undefined ? text : new TextDecoder(encoding).decode(bytes);
}

const ENCODINGS = [
  ["\u00fe\u00ff", "utf-16be"],
  ["\u00ff\u00fe", "utf-16le"],
  ["\u00ef\u00bb\u00bf", "utf-8"],
] as const;
