import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import type { FailureCode } from "../../src/model/failure.ts";
import { PAINT_PICTURE, pageObjects, pdfOf } from "../pdf/build-pdf.ts";
import type { HostileFile } from "./hostile-files.ts";

/** What no typed failure names better: the pages show nothing that can be read. */
const BLANK: readonly FailureCode[] = ["no-text", "page-blank-render"];

const CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>";

/** Files that cost more than they seem to, or never end, made in a folder: each meets a limit, or nothing at all. */
export function costlyFiles(folder: string): HostileFile[] {
  const make = (name: string, bytes: string | Uint8Array, becomes: readonly FailureCode[]): HostileFile => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { path, becomes };
  };
  return [
    huge(make("huge.pdf", "%PDF-1.7\n", ["file-too-large"]), 201 * 1024 ** 2),
    make("many-pages.pdf", manyPages(50_000), ["page-limit"]),
    make("many-pages.txt", "Seite\f".repeat(501), ["page-limit"]),
    make("long-page.txt", "Wort ".repeat(50_000), ["text-too-long"]),
    make("page-bomb.pdf", pdfOf(pageObjects({ content: "", page: "/MediaBox [0 0 100 14401]" })), ["page-too-large"]),
    make("image-bomb.png", pngOf(30_000, 30_000), ["page-too-large"]),
    make("picture-bomb.pdf", pictureBomb(""), ["page-too-large"]),
    make("picture-bomb-beside-text.pdf", pictureBomb("BT /F0 12 Tf 50 800 Td (Sehr geehrte Damen und Herren) Tj ET"), [
      "page-too-large",
    ]),
    make("stream-bomb.pdf", streamBomb(), ["page-content-too-costly", "time-limit", ...BLANK]),
    make("nested.pdf", pdfOf(pageObjects({ content: "[".repeat(400_000) })), BLANK),
    make("nested-forms.pdf", nestedForms(), BLANK),
    make("pattern-loop.pdf", patternLoop(), ["page-content-too-costly", "time-limit", ...BLANK]),
    make("large-bits.pdf", largePicture("/ColorSpace /DeviceGray"), ["no-text"]),
    make("large-mask.pdf", largePicture("/ImageMask true"), ["no-text"]),
    make("tree-loop.pdf", treeLoop(), ["pdf-invalid"]),
    make("own-child.pdf", pdfOf([CATALOGUE, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]), ["pdf-invalid"]),
    make("no-pages.pdf", pdfOf([CATALOGUE, "<< /Type /Pages /Kids [] /Count 0 >>"]), ["pdf-invalid"]),
    make("script.pdf", scripts(), BLANK),
  ];
}

/** Makes a file long without writing what it holds. */
function huge(file: HostileFile, bytes: number): HostileFile {
  truncateSync(file.path, bytes);
  return file;
}

function manyPages(count: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(" ");
  const pages = `<< /Type /Pages /Kids [${kids}] /Count ${count} /MediaBox [0 0 595 842] >>`;
  return pdfOf([CATALOGUE, pages, ...Array.from({ length: count }, () => "<< /Type /Page /Parent 2 0 R >>")]);
}

/** 400 million pixels in 50 kB. */
function pictureBomb(text: string): Uint8Array {
  const entries = "/Width 20000 /Height 20000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode";
  const picture = [entries, deflateSync(Buffer.alloc(50_000_000))] as const;
  return pdfOf(pageObjects({ content: `${text} ${PAINT_PICTURE}`, picture }));
}

/** A page's content of 500 MB in half a megabyte. */
function streamBomb(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(500_000_000, " "));
  const content = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString("latin1")}\nendstream`;
  const page = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>";
  return pdfOf([CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>", page, content]);
}

/** A form that paints itself. */
function nestedForms(): Uint8Array {
  const resources = "/Resources << /XObject << /F 5 0 R >> >>";
  const stream = (entries: string): string => `<< ${entries} /Length 5 >>\nstream\n/F Do\nendstream`;
  return pdfOf([
    CATALOGUE,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
    `<< /Type /Page /Parent 2 0 R /Contents 4 0 R ${resources} >>`,
    stream(""),
    stream(`/Type /XObject /Subtype /Form /BBox [0 0 1 1] ${resources}`),
  ]);
}

/** A form filled with a pattern whose cell is the form: pdf.js lists it within itself until memory ends. */
function patternLoop(): Uint8Array {
  const stream = (entries: string, content: string): string =>
    `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const resources = "/Resources << /XObject << /F 5 0 R >> >>";
  return pdfOf([
    CATALOGUE,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
    `<< /Type /Page /Parent 2 0 R /Contents 4 0 R ${resources} >>`,
    stream("", "/F Do"),
    stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 225 161] /Resources << /Pattern << /P 6 0 R >> >>",
      "/Pattern cs /P scn 0 0 224 160 re f",
    ),
    stream(
      `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 225 161] /XStep 225 /YStep 161 ${resources}`,
      "/F Do",
    ),
  ]);
}

/** 225 million points of black and white, some of them black: 28 MB of bits, and 900 MB as a painter holds them. */
function largePicture(kind: string): Uint8Array {
  const [side, row] = [15_000, 1875];
  const bits = Buffer.alloc(row * side, 255);
  for (let y = 1000; y < 14_000; y += 600) bits.fill(0, y * row + 100, y * row + 900);
  const entries = `/Width ${side} /Height ${side} ${kind} /BitsPerComponent 1 /Filter /FlateDecode`;
  return pdfOf(pageObjects({ content: PAINT_PICTURE, picture: [entries, deflateSync(bits)] as const }));
}

/** Two nodes of a page tree, each the other's child. */
function treeLoop(): Uint8Array {
  return pdfOf([
    CATALOGUE,
    "<< /Type /Pages /Kids [3 0 R] /Count 5 >>",
    "<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>",
  ]);
}

/** Scripts that would never end, if anything ran them. */
function scripts(): Uint8Array {
  const script = "<< /S /JavaScript /JS (while\\(true\\){}) >>";
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
    `<< /Type /Page /Parent 2 0 R /AA << /O ${script} >> >>`,
  ]);
}

/** The head of a PNG of so many black and white pixels, with next to no data. */
function pngOf(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
