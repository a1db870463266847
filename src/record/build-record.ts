import type { Diagnostic } from "../model/diagnostic.ts";
import { MemoError } from "../model/failure.ts";
import { type MemoRecord, type RecordSource, recordSchema, SCHEMA_VERSION } from "../model/record.ts";
import { leavesOf, valuesOf } from "../text/leaves.ts";
import type { MemoTree } from "../text/memo-tree.ts";
import { correctionsOf, evidenceOf } from "./evidence.ts";

/**
 * Puts a record together and validates it against its schema.
 * @throws MemoError "record-invalid" if the record breaks the schema: a fault of this program
 */
export function buildRecord(tree: MemoTree, source: RecordSource, diagnostics: readonly Diagnostic[]): MemoRecord {
  const leaves = leavesOf(tree);
  const record = {
    schemaVersion: SCHEMA_VERSION,
    source,
    status: diagnostics.some((diagnostic) => diagnostic.severity !== "info") ? "needs-review" : "ok",
    memo: valuesOf(tree),
    evidence: Object.fromEntries(leaves.map((placed) => [placed.pointer, evidenceOf(placed)])),
    corrections: leaves
      .flatMap(correctionsOf)
      .sort((a, b) => a.rawStart - b.rawStart)
      .map(({ correction }) => correction),
    diagnostics: diagnostics.map(({ stage: _stage, ...located }) => located),
  };
  const checked = recordSchema.safeParse(record);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map((issue) => `/${issue.path.join("/")}: ${issue.message}`).join("; ");
  throw new MemoError("record-invalid", `The record breaks its schema at ${faults}.`);
}
