import { deflateSync } from "node:zlib";

/** Writes small PDFs by hand, so that tests can break every rule. Object 1 is the catalogue, 3 the first page. */

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

/** A stream as an object: further entries of its dictionary, and its bytes. */
export function stream(entries: string, data: Buffer | string): string {
  const bytes = typeof data === "string" ? latin1(data) : data;
  return `<< ${entries} /Length ${bytes.length} >>\nstream\n${bytes.toString("latin1")}\nendstream`;
}

/** Objects 1, 2, 3 …, with a classic cross-reference table. */
export function pdfOf(objects: readonly string[], trailer = ""): Uint8Array {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  const tail = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(latin1(text + table + tail));
}

/** The same objects, those that are no streams packed into one, found by a cross-reference stream. */
export function packedPdfOf(objects: readonly string[]): Uint8Array {
  const packed = objects
    .map((object, index) => ({ object, number: index + 1 }))
    .filter(({ object }) => !isStream(object));
  const packNumber = objects.length + 1;
  const pairs: string[] = [];
  let body = "";
  for (const { object, number } of packed) {
    pairs.push(`${number} ${body.length}`);
    body += `${object} `;
  }
  const header = `${pairs.join(" ")} `;
  const pack = stream(
    `/Type /ObjStm /N ${packed.length} /First ${header.length} /Filter /FlateDecode`,
    deflateSync(latin1(header + body)),
  );
  let text = "%PDF-1.5\n";
  const places = new Map<number, readonly [number, number, number]>([[0, [0, 0, 255]]]);
  packed.forEach(({ number }, index) => {
    places.set(number, [2, packNumber, index]);
  });
  const write = (number: number, object: string): void => {
    places.set(number, [1, text.length, 0]);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  };
  objects.forEach((object, index) => {
    if (isStream(object)) write(index + 1, object);
  });
  write(packNumber, pack);
  const start = text.length;
  const xrefNumber = packNumber + 1;
  places.set(xrefNumber, [1, start, 0]);
  const table = Buffer.alloc((xrefNumber + 1) * 6);
  let above = Buffer.alloc(5);
  for (let number = 0; number <= xrefNumber; number++) {
    const [type, second, third] = places.get(number) ?? [0, 0, 0];
    const row = Buffer.from([type, second >> 16, (second >> 8) & 255, second & 255, third]);
    table[number * 6] = 2;
    for (let column = 0; column < 5; column++) {
      table[number * 6 + 1 + column] = ((row[column] ?? 0) - (above[column] ?? 0)) & 255;
    }
    above = row;
  }
  const entries = `/Type /XRef /Size ${xrefNumber + 1} /W [1 3 1] /Root 1 0 R /Filter /FlateDecode`;
  const xref = stream(`${entries} /DecodeParms << /Predictor 12 /Columns 5 >>`, deflateSync(table));
  text += `${xrefNumber} 0 obj\n${xref}\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(latin1(text));
}

function isStream(object: string): boolean {
  return object.includes("\nstream\n");
}

export interface PageParts {
  readonly content: string;
  /** Further entries of the page's dictionary. */
  readonly page?: string;
  /** Dictionary entries and bytes of the picture /Im0. */
  readonly picture?: readonly [entries: string, data: Buffer];
}

/** The objects of an A4 page with the font /F0 (Helvetica) and the picture /Im0. */
export function pageObjects({ content, page = "", picture }: PageParts): string[] {
  const pictureEntry = picture === undefined ? "" : "/XObject << /Im0 6 0 R >>";
  return [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
    `<< /Type /Page /Parent 2 0 R ${page} /Resources << /Font << /F0 4 0 R >> ${pictureEntry} >> /Contents 5 0 R >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    stream("", content),
    ...(picture === undefined ? [] : [stream(`/Type /XObject /Subtype /Image ${picture[0]}`, picture[1])]),
  ];
}

/** Paints /Im0 over the whole page. */
export const PAINT_PICTURE = "q 595 0 0 842 0 0 cm /Im0 Do Q";
