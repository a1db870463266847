import { pageObjects, stream } from "./build-pdf.ts";

/** A file to be put into a PDF. */
export interface Attached {
  /** A string as PDF writes it: "(brief.pdf)", "<feff…>". */
  readonly name: string;
  readonly bytes: Buffer | string;
  /** Entries of the stream's dictionary. */
  readonly entries?: string;
}

/** Each file as two objects, its specification and its bytes; the first has the number `from`. */
export function fileObjects(files: readonly Attached[], from: number): string[] {
  return files.flatMap(({ name, bytes, entries = "" }, index) => [
    `<< /Type /Filespec /F ${name} /UF ${name} /EF << /F ${from + 2 * index + 1} 0 R >> >>`,
    stream(`/Type /EmbeddedFile ${entries}`, bytes),
  ]);
}

/** Number of the first object after those of a page. */
export const FREE = 6;

/** A page, and files in the document's tree of names. */
export function withAttached(content: string, files: readonly Attached[]): string[] {
  const [, ...page] = pageObjects({ content });
  const names = files.map(({ name }, index) => `${name} ${FREE + 2 * index} 0 R`).join(" ");
  const catalogue = `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names}] >> >> >>`;
  return [catalogue, ...page, ...fileObjects(files, FREE)];
}

/** A page with marks that files are pinned by. */
export function withPinned(content: string, files: readonly Attached[]): string[] {
  const marks = files.map((_, index) => {
    return `<< /Type /Annot /Subtype /FileAttachment /Rect [9 9 20 20] /FS ${FREE + 2 * index} 0 R >>`;
  });
  return [...pageObjects({ content, page: `/Annots [${marks.join(" ")}]` }), ...fileObjects(files, FREE)];
}
