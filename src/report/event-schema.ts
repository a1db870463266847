import { z } from "zod";
import { FAILURES, type FailureCode } from "../model/failure.ts";
import { recordSchema } from "../model/record.ts";
import type { RunEvent } from "./run-event.ts";

const count = z.int().min(0);
const time = z.iso.datetime().describe("When it happened, in UTC.");
const source = z.string().describe('The file as it was named; "-" for standard input.');
const code = z.enum(Object.keys(FAILURES) as [FailureCode, ...FailureCode[]]).describe("Why a file gave no record.");
const failures = z.partialRecord(code, count).describe("Files that gave no record, by reason.");
const diagnostic = recordSchema.shape.diagnostics.element.shape;

const event = <N extends RunEvent["event"], S extends z.ZodRawShape>(name: N, description: string, shape: S) =>
  z.strictObject({ time, event: z.literal(name), ...shape }).meta({ title: name, description });

const archiveSchema = z.strictObject({
  records: count,
  needReview: count,
  failures,
  failedFiles: z.array(z.strictObject({ name: z.string(), code })).describe("The first files that gave none, by name."),
  failedNames: count.describe("How many there are."),
});

/** What is done in a run, a line of JSON each: `--json-logs`, `--progress json`, and the log of a `worker`. */
export const logEventSchema = z
  .discriminatedUnion("event", [
    event("run-begun", "All files are found; of a watched folder, more were.", { files: count }),
    event("file-begun", "Work on a file begins.", { source }),
    event("progress", "A step of that work.", {
      source,
      stage: z.string().describe('"open", "read", "understand"; "render" for a picture.'),
      page: z.int().min(1).exactOptional().describe("From 1."),
      of: z.int().min(1).exactOptional().describe("How many pages there are."),
    }),
    event("chatter", "What a library printed while it worked on the file.", { source, text: z.string() }),
    event("retried", "The process that read the file died; the work is tried once more.", { source }),
    event("finding", "A finding of a record.", { source, ...diagnostic }),
    event("file-done", "A file gave records.", {
      source,
      records: count,
      needReview: count.describe("Those of them that a person should look at."),
      pages: count,
    }),
    event("file-skipped", "A file was passed over.", {
      source,
      why: z.enum(["done", "duplicate", "outdated"]).describe("It is done; under another name; by another version."),
      failure: code.nullable().describe("Why its content gave no record; null where it did, or is in hand."),
    }),
    event("record-withheld", "A record is not written in a format for the public.", {
      source,
      why: z.literal("confidential"),
    }),
    event("file-failed", "A file gave no record.", {
      source,
      code,
      message: z.string().describe("For a person."),
      detail: z.string().nullable().describe("For developers: the stack of the error behind it."),
    }),
    event("run-draining", "The user interrupted: nothing more is begun.", {}),
    event("service", "Something that concerns no file.", { level: z.enum(["info", "warn"]), message: z.string() }),
    event("run-done", "The end of `parse`.", { files: count, records: count, needReview: count, failed: count }),
    event("batch-done", "The end of `batch`.", {
      files: count,
      records: count,
      needReview: count,
      failures,
      skipped: z.strictObject({ done: count, duplicate: count, outdated: count }),
      pages: count,
      seconds: z.number().min(0),
      failedFiles: z.array(z.strictObject({ source, code })).describe("The first files of this run that gave none."),
      left: count.nullable().describe("Files that an interrupted run left; null where none was interrupted."),
      archive: archiveSchema.describe("What the archive holds now."),
    }),
  ])
  .meta({ title: "LogEvent" }) satisfies z.ZodType<{ time: string } & RunEvent>;
