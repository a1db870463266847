/**
 * Turns scanned Hausmitteilung memos into validated records, offline.
 *
 * Nothing here prints, ends the process, or keeps state between calls. The package reads its data and starts its
 * children beside its own files: leave it out of bundles (`external`).
 *
 * @packageDocumentation
 */
export type { ParseOptions, RepairTextOptions } from "./library/options.ts";
export { parseFiles } from "./library/parse-files.ts";
export { parseMemo } from "./library/parse-memo.ts";
export { type RepairedText, repairText } from "./library/repair-text.ts";
export { type Failure, type FailureCode, MemoError } from "./model/failure.ts";
export type { FileOutcome } from "./model/outcome.ts";
export { type MemoRecord, recordSchema } from "./model/record.ts";
export { type Table, type TableCell, tablesOf } from "./model/tables.ts";
export { type OparlPaper, paperOf } from "./oparl/paper.ts";
export { type RegisterOptions, registerOf } from "./register/register-of.ts";
export { type Register, registerSchema } from "./register/schema.ts";
export type { Change } from "./text/traced-text.ts";
