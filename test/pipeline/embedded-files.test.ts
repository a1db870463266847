import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { INVISIBLE } from "../../src/model/invisible.ts";
import type { MemoRecord } from "../../src/model/record.ts";
import type { OcrReader } from "../../src/ocr/engine.ts";
import { identityOf, type ReadDocument, readAllPages } from "../../src/pipeline/document.ts";
import { embeddedFileFindings } from "../../src/pipeline/embedded-file-findings.ts";
import { openDocument } from "../../src/pipeline/read-document.ts";
import { understandDocument } from "../../src/pipeline/understand-document.ts";
import { type Attached, withAttached, withPinned } from "../pdf/attached.ts";
import { pdfOf } from "../pdf/build-pdf.ts";
import { baselineOf, shown } from "../pdf/own-letter.ts";
import { letterOf } from "../structure/letter.ts";

/** A whole letter as a page's content, in the font's encoding. */
const LETTER_PAGE = letterOf("„1. Der Brunnen wird betrieben.“\n\nDer Brunnen wird seit dem Mai wieder betrieben.")
  .replace(/Dresden\.\n.*\n\n□ vertraulich\n/u, "")
  .replace("„", "\x84")
  .replace("“", "\x93")
  .split("\n")
  .map((words, line) => shown(words, 70, baselineOf(line)))
  .join("\n");

const NO_ENGINE: OcrReader = {
  recognise: async () => {
    throw new Error("The page needs no engine.");
  },
};

async function readingOf(objects: readonly string[]): Promise<ReadDocument> {
  const bytes = pdfOf(objects);
  const document = await openDocument(bytes, { source: "text-layer" });
  try {
    const file = {
      ...document,
      identity: identityOf("mappe.pdf", bytes),
      readPage: (number: number) => document.readPage(number, NO_ENGINE),
    };
    return await readAllPages(file);
  } finally {
    await document.close();
  }
}

async function understood(document: ReadDocument): Promise<MemoRecord[]> {
  return understandDocument(document, { lexicon: await loadLexicon(), correct: true, minConfidence: 0.5, names: [] });
}

const recordsOf = async (objects: readonly string[]): Promise<MemoRecord[]> => understood(await readingOf(objects));

const LETTER: Attached = { name: "(brief.pdf)", bytes: "%PDF-1.4" };
const DATA: Attached = { name: "(rechnung.xml)", bytes: "<?xml version='1.0'?>" };

const embeddedIn = ([record]: readonly MemoRecord[]): unknown[] =>
  record?.diagnostics.filter(({ code }) => code.startsWith("embedded-file")) ?? [];

describe("a PDF with files in it", () => {
  it("says so in the record: a warning where one may be a letter", async () => {
    const records = await recordsOf(withAttached(LETTER_PAGE, [LETTER, DATA]));
    expect(embeddedIn(records)).toEqual([
      {
        severity: "warning",
        code: "embedded-file-unread",
        message: 'A file within the PDF was not read and may hold a letter: "brief.pdf".',
      },
      {
        severity: "info",
        code: "embedded-file-left-out",
        message: 'A file within the PDF was left out: "rechnung.xml".',
      },
    ]);
  });

  it("names the page that they are pinned to", async () => {
    const records = await recordsOf(withPinned(LETTER_PAGE, [LETTER]));
    expect(embeddedIn(records)).toMatchObject([{ severity: "warning", code: "embedded-file-unread", page: 1 }]);
  });

  it("says so also where they are pinned to a page of no letter", async () => {
    const letter = await readingOf(withAttached(LETTER_PAGE, []));
    const cover = await readingOf(withPinned(shown("Deckblatt", 70, 700), [LETTER]));
    const pages = [...cover.pages, ...letter.pages.map((page) => ({ ...page, number: 2 }))];
    const records = await understood({ ...cover, pages });
    expect(records).toMatchObject([{ source: { pages: { first: 2, last: 2, of: 2 } } }]);
    expect(embeddedIn(records)).toMatchObject([{ severity: "warning", page: 1 }]);
  });

  it("says nothing where there are none", async () => {
    const records = await recordsOf(withAttached(LETTER_PAGE, []));
    expect(records).toHaveLength(1);
    expect(embeddedIn(records)).toEqual([]);
  });

  it.each([
    ["a cover sheet", shown("Die Mappe kann nur mit einem anderen Programm gelesen werden.", 70, 700), "not-a-memo"],
    ["an empty page", "", "no-text"],
  ])("fails by their names where its own page is %s", async (_, content, code) => {
    const failing = recordsOf(withAttached(content, [LETTER, { ...LETTER, name: "(zweiter.pdf)" }]));
    await expect(failing).rejects.toMatchObject({
      code,
      message: expect.stringContaining('2 files within the PDF were not read and may hold a letter: "brief.pdf", "zw'),
    });
  });
});

describe("what is told of files within a PDF", () => {
  const file = (name: string, head: string | null) => ({ name, head: head === null ? null : Buffer.from(head) });
  const severityOf = (name: string, head: string | null) =>
    embeddedFileFindings({ files: [file(name, head)], more: 0 }).map(({ severity }) => severity);

  it.each([
    ["a PDF by another name", "brief.dat", "%PDF-1.7", "warning"],
    ["what its name calls a picture", "scan.TIFF ", "?", "warning"],
    ["what nobody can look into", "brief", null, "warning"],
    ["a text", "liesmich.txt", "Guten Tag", "info"],
    ["an archive", "alles.zip", "PK\u0003\u0004\u0000", "info"],
  ])("is a warning or not: %s", (_, name, head, severity) => {
    expect(severityOf(name, head)).toEqual([severity]);
  });

  it("is a short line that shows what it holds, whatever the names", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.constantFrom("a\u0007\n\u202egpj.exe", "\ud800".repeat(70), "x".repeat(9_000_000), "../../etc/passwd", ""),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), fc.nat(10_000), (names, more) => {
        for (const { message } of embeddedFileFindings({ files: names.map((given) => file(given, "?")), more })) {
          expect(message).not.toMatch(new RegExp(INVISIBLE.source, "u"));
          expect(message.length).toBeLessThan(1000);
          expect(message).not.toContain("etc/");
        }
      }),
    );
  });

  it("counts what it does not name", () => {
    const files = Array.from({ length: 7 }, (_, index) => file(`${index}.pdf`, "%PDF-"));
    const [finding] = embeddedFileFindings({ files, more: 4900 });
    expect(finding?.message).toBe(
      '4907 files within the PDF were not read and may hold a letter: "0.pdf", "1.pdf", "2.pdf", "3.pdf", "4.pdf", 4902 more.',
    );
  });
});
