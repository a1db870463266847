import { describe, expect, it } from "vitest";
import type { Page } from "../../src/model/page.ts";
import type { RecordSource } from "../../src/model/record.ts";
import { buildRecord } from "../../src/record/build-record.ts";
import type { Leaf, MemoTree } from "../../src/text/memo-tree.ts";
import { readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";

const source: RecordSource = {
  file: "memo.pdf",
  sha256: "0".repeat(64),
  bytes: 10,
  mediaType: "application/pdf",
  pages: { first: 1, last: 1, of: 1, annex: [] },
  text: "ocr",
  engine: "tesseract.js",
};

/** Two lines, "Willen be" and "kundet.", 10 pt high, at x 50 and y 100 and 114. */
const page: Page = {
  number: 1,
  source: "ocr",
  size: { width: 595, height: 842 },
  lines: [
    {
      text: "Willen be",
      box: [50, 100, 90, 10],
      words: [
        { start: 0, end: 6, box: [50, 100, 60, 10], confidence: 0.9 },
        { start: 7, end: 9, box: [120, 100, 20, 10], confidence: 0.9 },
      ],
    },
    {
      text: "kundet.",
      box: [50, 114, 65, 10],
      words: [{ start: 0, end: 7, box: [50, 114, 65, 10], confidence: 0.9 }],
    },
  ],
};

const read = readTextOf([page]);
const repaired = TracedText.of(read).apply([
  { rule: "line-break", start: 7, end: 16, after: "bekundet", confidence: 0.97 },
]);

function leaf<T>(value: T, text: TracedText): Leaf<T> {
  return { value, text, confidence: 0.91237 };
}

function treeWith(response: Leaf | null): MemoTree {
  return {
    kind: leaf("Beschlusskontrolle", repaired),
    confidential: null,
    authority: null,
    office: null,
    recipient: null,
    fileReference: null,
    date: null,
    references: [],
    subject: null,
    salutation: null,
    introduction: null,
    reportStatus: null,
    items: [{ leadIn: null, clauses: [], response, fulfilment: null }],
    nextReview: null,
    closing: null,
    signatures: [],
    attachments: [],
  };
}

describe("buildRecord", () => {
  const record = buildRecord(treeWith(leaf(repaired.text, repaired)), source, []);

  it("gives each filled leaf its evidence, in points on the page", () => {
    expect(record.memo.items[0]?.response).toBe("Willen bekundet.");
    expect(record.evidence["/memo/items/0/response"]).toEqual({
      raw: "Willen be\nkundet.",
      confidence: 0.912,
      regions: [{ page: 1, box: [50, 100, 90, 24] }],
    });
  });

  it("places a correction in its leaf, with a region for each half of a broken word", () => {
    expect(record.corrections).toEqual([
      {
        rule: "line-break",
        from: "be\nkundet",
        to: "bekundet",
        confidence: 0.97,
        at: "/memo/items/0/response",
        offset: 7,
        regions: [
          { page: 1, box: [120, 100, 20, 10] },
          { page: 1, box: [50, 114, 65, 10] },
        ],
      },
    ]);
  });

  it("asks for review when a finding is a warning, not when it is for information", () => {
    const finding = { stage: "structure", code: "date-missing", message: "No date." } as const;
    const tree = treeWith(null);
    expect(buildRecord(tree, source, [{ ...finding, severity: "info" }]).status).toBe("ok");
    expect(buildRecord(tree, source, [{ ...finding, severity: "warning" }]).status).toBe("needs-review");
  });

  it("refuses a record that breaks the schema", () => {
    expect(() => buildRecord(treeWith(leaf("", repaired)), source, [])).toThrowError(
      expect.objectContaining({ code: "record-invalid" }),
    );
  });
});
