import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { FailureCode } from "../../src/model/failure.ts";
import { FIXTURES } from "./program.ts";

const SEED = join(FIXTURES, "solidaritaetspartnerschaft");

/** A file and what is to become of it: "record", or one of the failures it may rightly be. */
export interface HostileFile {
  readonly path: string;
  readonly becomes: "record" | readonly FailureCode[];
}

/** Broken and strange files, and good ones among them, made in a folder. */
export async function hostileFiles(folder: string): Promise<HostileFile[]> {
  const memoPdf = readFileSync(join(SEED, "memo.pdf"));
  const scanPdf = readFileSync(join(SEED, "scan.pdf"));
  const make = (name: string, bytes: string | Uint8Array, ...becomes: FailureCode[]): HostileFile => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { path, becomes };
  };
  return [
    good(folder, "first.txt"),
    make("empty.pdf", "", "file-empty"),
    make("half.pdf", memoPdf.subarray(0, memoPdf.length / 2), "pdf-invalid", "no-text", "not-a-memo"),
    make(
      "half-scan.pdf",
      scanPdf.subarray(0, scanPdf.length / 2),
      "pdf-invalid",
      "image-invalid",
      "page-blank-render",
      "no-text",
      "not-a-memo",
    ),
    make("head-only.pdf", "%PDF-1.7\n", "pdf-invalid"),
    make("head-only.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "image-invalid"),
    make("head-only.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "image-invalid"),
    make("head-only.tif", Uint8Array.of(0x49, 0x49, 0x2a, 0x00), "image-invalid"),
    make("noise.pdf", noise(100_000), "type-unsupported"),
    make("zeros.pdf", new Uint8Array(100_000), "type-unsupported", "no-text"),
    make("utf16.txt", Buffer.from("\ufeffHausmitteilung", "utf16le"), "type-unsupported", "not-a-memo"),
    make("blank.txt", " \n\n\f \n", "no-text"),
    make("novel.txt", "Es war einmal ein kleiner Fuchs, der wohnte am Waldrand.\n".repeat(50), "not-a-memo"),
    make("liar.png", "Es war einmal ein Text, der hielt sich für ein Bild.\n", "not-a-memo"),
    make("locked.pdf", await lockedPdf(), "pdf-encrypted"),
    make("blank.pdf", await printedPdf((pdf) => pdf.rect(0, 0, 1, 1)), "no-text"),
    { path: folderNamed(join(folder, "folder.pdf")), becomes: ["file-unreadable"] },
    { path: pipeNamed(join(folder, "pipe.pdf")), becomes: ["file-unreadable"] },
    { path: join(folder, "missing.pdf"), becomes: ["file-not-found"] },
    { path: "/dev/zero", becomes: ["file-unreadable"] },
    good(folder, "zwei\nZeilen 🏛️ \u001b[31m.txt"),
  ];
}

function good(folder: string, name: string): HostileFile {
  const path = join(folder, name);
  copyFileSync(join(SEED, "memo.txt"), path);
  return { path, becomes: "record" };
}

function folderNamed(path: string): string {
  mkdirSync(path);
  return path;
}

function pipeNamed(path: string): string {
  execFileSync("mkfifo", [path]);
  return path;
}

/** Bytes without a pattern, the same each time (a linear congruential generator). */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state >> 16;
  });
}

function lockedPdf(): Promise<Uint8Array> {
  return printedPdf((pdf) => pdf.text("Geheim"), { userPassword: "geheim", ownerPassword: "geheimer" });
}

function printedPdf(
  print: (pdf: PDFKit.PDFDocument) => unknown,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument(options);
  const chunks: Buffer[] = [];
  print(pdf);
  pdf.end();
  return new Promise((resolve) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
  });
}
