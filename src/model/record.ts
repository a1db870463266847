import { z } from "zod";

/**
 * The record: what the tool writes for one memo. These schemas are its one definition;
 * types are inferred from them, and the JSON Schema of `hausmitteilung schema` is made from them.
 */
export const SCHEMA_VERSION = "1.1";

const text = z.string().min(1);
const confidence = z.number().min(0).max(1);
const pageNumber = z.int().min(1);
const isoDate = z.iso.date().describe("ISO 8601 calendar date, YYYY-MM-DD");
const isoMonth = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .describe("ISO 8601 month, YYYY-MM, where no day is given");
const pointer = z
  .string()
  .regex(/^(\/[^/]*)*$/)
  .describe("JSON Pointer into the record");

/** Where something stands on paper. */
const place = {
  page: pageNumber,
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
};

const regionSchema = z
  .strictObject(place)
  .describe("box: [x, y, width, height] in PDF points, origin top left of the page as displayed");

const sourceSchema = z.strictObject({
  file: text.describe('Base name of the file; "-" for standard input'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  mediaType: z.enum(["application/pdf", "image/png", "image/jpeg", "image/tiff", "text/plain"]),
  pages: z
    .strictObject({ first: pageNumber, last: pageNumber, of: pageNumber, annex: z.array(pageNumber) })
    .describe("Where this memo stands in the file; annex: pages of plans and tables after the letter"),
  text: z.enum(["ocr", "text-layer", "mixed", "plain-text"]),
  engine: z.enum(["tesseract.js", "native"]).nullable().describe("What read pictures; null: no picture was read"),
});

const clauseSchema = z.strictObject({
  number: z.string().nullable().describe('"1", "2a"; null where the point bears none'),
  text,
});

const itemSchema = z
  .strictObject({
    leadIn: text.nullable().describe("What the quotation says before its first point"),
    clauses: z.array(clauseSchema),
    response: text.nullable(),
    fulfilment: z.enum(["fulfilled", "partly-fulfilled", "not-fulfilled"]).nullable(),
  })
  .describe("Clauses answered together, and the response that answers them");

const signatureSchema = z.strictObject({
  name: text.nullable(),
  role: text.nullable(),
  capacity: z.enum(["signed", "noted"]).nullable(),
});

const memoSchema = z.strictObject({
  kind: z.enum(["Beschlusskontrolle", "Anfrage", "Vorschlag", "Stellungnahme", "Sonstiges"]),
  confidential: z.boolean().nullable(),
  authority: text.nullable(),
  office: text.nullable(),
  recipient: text.nullable(),
  fileReference: text.nullable(),
  date: isoDate.nullable(),
  references: z.array(z.strictObject({ paper: text, meeting: text.nullable() })),
  subject: text.nullable(),
  salutation: text.nullable(),
  introduction: text.nullable(),
  reportStatus: z.enum(["final", "interim"]).nullable(),
  items: z.array(itemSchema),
  nextReview: z.union([isoDate, isoMonth]).nullable(),
  closing: text.nullable(),
  signatures: z.array(signatureSchema),
  attachments: z.array(text),
});

/** A stretch of a value. */
const stretch = {
  offset: z.int().min(0).describe("UTF-16 offset into the value"),
  length: z.int().min(0),
};

const doubtSchema = z
  .strictObject({ ...stretch, length: z.int().min(1), reason: text })
  .describe("Words of the value to look at, and why");

const cellSchema = z
  .strictObject({ ...stretch, row: z.int().min(0), column: z.int().min(0), ...place })
  .describe("A cell of a table in the value; rows and columns from 0, an empty cell has the length 0");

const evidenceSchema = z.strictObject({
  raw: z.string().describe("The text as read, before any correction"),
  confidence,
  regions: z.array(regionSchema),
  doubts: z.array(doubtSchema).min(1).optional(),
  cells: z.array(cellSchema).min(1).optional(),
});

const correctionSchema = z.strictObject({
  rule: text,
  from: z.string(),
  to: z.string(),
  confidence,
  at: pointer,
  offset: z.int().min(0).describe("UTF-16 offset of `from` in the raw text of the evidence at `at`"),
  regions: z.array(regionSchema),
});

const diagnosticSchema = z.strictObject({
  severity: z.enum(["info", "warning", "error"]),
  code: text,
  message: text,
  at: pointer.optional(),
  page: pageNumber.optional(),
  regions: z.array(regionSchema).optional(),
});

export const recordSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  source: sourceSchema,
  status: z.enum(["ok", "needs-review"]),
  memo: memoSchema,
  evidence: z.record(pointer, evidenceSchema),
  corrections: z.array(correctionSchema),
  diagnostics: z.array(diagnosticSchema),
});

export type MemoRecord = z.infer<typeof recordSchema>;
export type Memo = MemoRecord["memo"];
export type RecordSource = MemoRecord["source"];
export type Evidence = z.infer<typeof evidenceSchema>;
export type Doubt = z.infer<typeof doubtSchema>;
export type Cell = z.infer<typeof cellSchema>;
export type Correction = z.infer<typeof correctionSchema>;
