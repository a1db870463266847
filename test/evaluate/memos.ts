import type { PartialMemo, Truth } from "../../src/evaluate/truth.ts";
import { type MemoRecord, recordSchema } from "../../src/model/record.ts";

type Memo = MemoRecord["memo"];

/** An invented letter, all of whose fields are filled. */
export const MEMO: Memo = {
  kind: "Beschlusskontrolle",
  confidential: false,
  authority: "Landeshauptstadt Dresden",
  office: "Die Oberbürgermeisterin",
  recipient: "An alle Fraktionen",
  fileReference: "(OB) GB 3",
  date: "2019-05-17",
  references: [{ paper: "V0815/18", meeting: "SR/011/2018" }],
  subject: "Bänke am Elbufer",
  salutation: "Sehr geehrte Damen und Herren,",
  introduction: "folgende Information gebe ich Ihnen:",
  reportStatus: "interim",
  items: [
    {
      leadIn: null,
      clauses: [{ number: "1", text: "Die Bänke am Elbufer werden bis zum Herbst neu gestrichen." }],
      response: "Die Arbeiten haben im Mai begonnen und dauern noch an.",
      fulfilment: null,
    },
    {
      leadIn: null,
      clauses: [{ number: "2", text: "Über den Stand der Arbeiten ist zu berichten." }],
      response: "Der Beschlusspunkt ist erfüllt.",
      fulfilment: "fulfilled",
    },
  ],
  nextReview: "2019-12-31",
  closing: "Mit freundlichen Grüßen",
  signatures: [{ name: "Walburga Steinhoff", role: null, capacity: "signed" }],
  attachments: [],
};

export function truth(memo: PartialMemo, unscored: readonly string[] = []): Truth {
  return { memo, unscored };
}

/** A whole record of a letter, with the evidence and corrections given. */
export function recordOf(memo: Memo, parts: Partial<MemoRecord> = {}): MemoRecord {
  return recordSchema.parse({
    schemaVersion: "1.1",
    source: {
      file: "scan.pdf",
      sha256: "0".repeat(64),
      bytes: 1000,
      mediaType: "application/pdf",
      pages: { first: 1, last: 2, of: 2, annex: [] },
      text: "ocr",
      engine: "tesseract.js",
    },
    status: "ok",
    memo,
    evidence: {},
    corrections: [],
    diagnostics: [],
    ...parts,
  });
}
