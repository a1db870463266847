import { z } from "zod";
import type { FindingCode } from "./diagnostic.ts";
import type { MemoRecord } from "./record-types.ts";

export type {
  Cell,
  Correction,
  DiagnosticCode,
  Doubt,
  Evidence,
  Memo,
  MemoRecord,
  Source as RecordSource,
} from "./record-types.ts";

/**
 * The record: what the tool writes for one memo. These schemas are its one definition. The types of `record-types.ts`,
 * the JSON Schema of `hausmitteilung schema` and the field tables of the documents are made from them, descriptions
 * included, by `UPDATE_GOLDEN=1 npx vitest run --project unit test/model`.
 */
export const SCHEMA_VERSION = "1.1";

const text = z.string().min(1);
const confidence = z.number().min(0).max(1);
const pageNumber = z.int().min(1);
const isoDate = z.iso.date();
const isoMonth = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const pointer = z.string().regex(/^(\/[^/]*)*$/);

/** Open in the schema, so that a code of a later version breaks nobody's validation; a union in the types. */
const code = text.meta({ title: "DiagnosticCode" }) as unknown as z.ZodType<FindingCode, string>;

/** Where something stands on paper. */
const place = {
  page: pageNumber.describe("Page of the file, from 1."),
  box: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .describe(
      "[x, y, width, height] in PDF points (1/72 inch), with the origin at the top left of the page as displayed.",
    ),
};

const regionSchema = z.strictObject(place).meta({ title: "Region", description: "A rectangle on a page." });

const pagesSchema = z
  .strictObject({
    first: pageNumber.describe("The memo's first page in the file, from 1."),
    last: pageNumber.describe("Its last page, plans and tables after the letter included."),
    of: pageNumber.describe("How many pages the file has."),
    annex: z.array(pageNumber).describe("Pages of plans and tables after the letter, which are in no text."),
  })
  .meta({ title: "Pages" });

const sourceSchema = z
  .strictObject({
    file: text.describe('Base name of the file; "-" for standard input, and for bytes without a name.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe("SHA-256 of the file, in hexadecimal."),
    bytes: z.int().min(0).describe("Size of the file."),
    mediaType: z
      .enum(["application/pdf", "image/png", "image/jpeg", "image/tiff", "text/plain"])
      .describe("What the file is, as its bytes show."),
    pages: pagesSchema.describe("Where the memo stands in the file."),
    text: z.enum(["ocr", "text-layer", "mixed", "plain-text"]).describe("Where the text of its pages was taken from."),
    engine: z
      .enum(["tesseract.js", "native"])
      .nullable()
      .describe("What read its pictures; null where its text was taken from none."),
  })
  .meta({ title: "Source", description: "The file that a memo stands in." });

const clauseSchema = z
  .strictObject({
    number: z.string().nullable().describe('As printed, without its punctuation: "1", "2a"; null where it bears none.'),
    text: text.describe("Without the quotation marks around it."),
  })
  .meta({ title: "Clause", description: "A point of the resolution, inquiry or proposal that the memo quotes." });

const itemSchema = z
  .strictObject({
    leadIn: text
      .nullable()
      .describe('What the quotation says before its first point: "Der Oberbürgermeister wird beauftragt,".'),
    clauses: z.array(clauseSchema).describe("The points; empty for what is said before the first of them."),
    response: text.nullable().describe("The administration's response; null where there is none."),
    fulfilment: z
      .enum(["fulfilled", "partly-fulfilled", "not-fulfilled"])
      .nullable()
      .describe("Only what the response says outright of the point; null where it does not."),
  })
  .meta({ title: "Item", description: "Clauses answered together, and the response that answers them." });

const referenceSchema = z
  .strictObject({
    paper: text.describe('The paper\'s number: "V2072/23".'),
    meeting: text.nullable().describe('The meeting that decided on it: "SR/049/2023".'),
  })
  .meta({ title: "Reference", description: "A paper that the memo is about." });

const signatureSchema = z
  .strictObject({
    name: text.nullable().describe("As printed or stamped; null where it cannot be read."),
    role: text.nullable().describe('The office held: "Beigeordnete".'),
    capacity: z
      .enum(["signed", "noted"])
      .nullable()
      .describe('"noted" under "Kenntnisnahme", "signed" else; null where the letter does not show which.'),
  })
  .meta({ title: "Signature" });

const memoSchema = z
  .strictObject({
    kind: z
      .enum(["Beschlusskontrolle", "Anfrage", "Vorschlag", "Stellungnahme", "Sonstiges"])
      .describe(
        "What the memo answers: the control of a resolution, an inquiry, a proposal, a request for a statement.",
      ),
    confidential: z.boolean().nullable().describe('Whether the box "vertraulich" is ticked; null where there is none.'),
    authority: text.nullable().describe('The first line of the sender: "Landeshauptstadt Dresden".'),
    office: text.nullable().describe("The office below it, in one line."),
    recipient: text.nullable().describe("The address block, in one line."),
    fileReference: text.nullable().describe('What stands after "GZ:": "(OB) 15".'),
    date: isoDate.nullable().describe('What stands after "Datum:", usually a rubber stamp; YYYY-MM-DD.'),
    references: z.array(referenceSchema).describe("The papers named in the heading."),
    subject: text.nullable().describe("The heading without the line that names paper and meeting."),
    salutation: text.nullable().describe('"Sehr geehrte Damen und Herren,"'),
    introduction: text.nullable().describe("The sentence that opens the report."),
    reportStatus: z
      .enum(["final", "interim"])
      .nullable()
      .describe('"final" (abschließend) or "interim" (Zwischenstand); null where the letter says neither.'),
    items: z.array(itemSchema).describe("The clauses and their responses, in printed order."),
    nextReview: z
      .union([isoDate, isoMonth])
      .nullable()
      .describe('What stands after "nächste Beschlusskontrolle:": YYYY-MM-DD, or YYYY-MM where no day is given.'),
    closing: text.nullable().describe('"Mit freundlichen Grüßen"'),
    signatures: z.array(signatureSchema).describe("Who signed or took note, in printed order."),
    attachments: z.array(text).describe("As listed after the signatures."),
  })
  .meta({
    title: "Memo",
    description: "The letter's values. null, or an empty list, where it has no such thing or where it cannot be read.",
  });

/** A stretch of a value. */
const stretch = {
  offset: z.int().min(0).describe("Where it begins in the value, in UTF-16 units."),
  length: z.int().min(0).describe("In UTF-16 units."),
};

const doubtSchema = z
  .strictObject({
    ...stretch,
    length: z.int().min(1).describe("In UTF-16 units."),
    reason: text.describe("The code of the finding that doubts it."),
  })
  .meta({ title: "Doubt", description: "Words of a value that a person should look at." });

const cellSchema = z
  .strictObject({
    ...stretch,
    row: z.int().min(0).describe("From 0."),
    column: z.int().min(0).describe("From 0."),
    ...place,
  })
  .meta({ title: "Cell", description: "A cell of a table in a value; an empty one has the length 0." });

const evidenceSchema = z
  .strictObject({
    raw: z.string().describe("The text as read, before any correction."),
    confidence: confidence.describe("How sure the value is, from 0 to 1."),
    regions: z.array(regionSchema).describe("Where it stands on paper; none for plain text."),
    doubts: z.array(doubtSchema).min(1).optional().describe("What to look at; absent where there is nothing."),
    cells: z.array(cellSchema).min(1).optional().describe("The cells of a table in it; absent where there is none."),
  })
  .meta({ title: "Evidence", description: "What a value was read from." });

const correctionSchema = z
  .strictObject({
    rule: text.describe('The repair rule, or "human" for what a person changed.'),
    from: z.string().describe("The text before."),
    to: z.string().describe("The text after."),
    confidence: confidence.describe("How sure the rule is, from 0 to 1."),
    at: pointer.describe("JSON Pointer to the value."),
    offset: z.int().min(0).describe("Where `to` begins in the value, in UTF-16 units."),
    regions: z.array(regionSchema).describe("Where it stands on paper; none for plain text."),
  })
  .meta({
    title: "Correction",
    description:
      "A change of the text read. Replacing `to` by `from`, from the last correction of a value to its first, gives the `raw` of its evidence back.",
  });

const diagnosticSchema = z
  .strictObject({
    severity: z.enum(["info", "warning", "error"]).describe('"warning" and "error" put the record up for review.'),
    code: code.describe("Stable; the list stands in the documents."),
    message: text.describe("One English sentence for a person, with the particulars."),
    at: pointer.optional().describe("JSON Pointer to the value concerned."),
    page: pageNumber.optional().describe("The page concerned, from 1."),
    regions: z.array(regionSchema).optional().describe("Where on paper, if no value's evidence shows it."),
  })
  .meta({ title: "Diagnostic", description: "Something that was found while reading." });

export const recordSchema = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION).describe("Version of this shape."),
    source: sourceSchema.describe("The file that the memo stands in."),
    status: z.enum(["ok", "needs-review"]).describe('"needs-review" if any diagnostic is a warning or worse.'),
    memo: memoSchema.describe("The letter's values."),
    evidence: z
      .record(pointer, evidenceSchema)
      .describe("What each filled value was read from, by JSON Pointer: `/memo/date`."),
    corrections: z.array(correctionSchema).describe("Every change of the text read, in reading order."),
    diagnostics: z.array(diagnosticSchema).describe("Everything found that a person or program may want to know."),
  })
  .meta({ title: "MemoRecord", description: "What the tool writes for one memo." }) satisfies z.ZodType<MemoRecord>;
