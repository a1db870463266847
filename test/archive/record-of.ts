import type { Job } from "../../src/archive/job-store.ts";
import type { MemoRecord } from "../../src/model/record.ts";

/** A record of a job's file, as far as stores look into it. */
export function recordOf(job: Pick<Job, "sha256" | "bytes" | "name">, subject: string): MemoRecord {
  return {
    schemaVersion: "1.1",
    source: {
      file: job.name,
      sha256: job.sha256,
      bytes: job.bytes,
      mediaType: "text/plain",
      pages: { first: 1, last: 1, of: 1, annex: [] },
      text: "plain-text",
      engine: null,
    },
    status: "ok",
    memo: {
      kind: "Sonstiges",
      confidential: null,
      authority: null,
      office: null,
      recipient: null,
      fileReference: null,
      date: "2024-05-17",
      references: [],
      subject,
      salutation: null,
      introduction: null,
      reportStatus: null,
      items: [],
      nextReview: null,
      closing: null,
      signatures: [],
      attachments: [],
    },
    evidence: {},
    corrections: [],
    diagnostics: [],
  };
}
