/**
 * Turns scanned Hausmitteilung memos into validated records, offline.
 *
 * Nothing here prints or ends the process. The package reads its data and starts its children beside its own files:
 * leave it out of bundles (`external`).
 *
 * @packageDocumentation
 */
export { createParser } from "./library/create-parser.ts";
export type { NamedInput, ParseInput } from "./library/input.ts";
export type {
  CallOptions,
  ManyOptions,
  ParseProgress,
  ParserOptions,
  ParserOptions as ParseOptions,
  RepairTextOptions,
} from "./library/options.ts";
export { parseFiles } from "./library/parse-files.ts";
export { parseMemo } from "./library/parse-memo.ts";
export type { ManyOutcome, Parser } from "./library/parser.ts";
export { type RepairedText, repairText } from "./library/repair-text.ts";
export { type Failure, type FailureCode, MemoError } from "./model/failure.ts";
export { recordJsonSchema } from "./model/json-schema.ts";
export type { FileOutcome } from "./model/outcome.ts";
export { recordSchema } from "./model/record.ts";
export type {
  Cell,
  Clause,
  Correction,
  Diagnostic,
  DiagnosticCode,
  Doubt,
  Evidence,
  Item,
  Memo,
  MemoRecord,
  Pages,
  Reference,
  Region,
  Signature,
  Source,
} from "./model/record-types.ts";
export { type Table, type TableCell, tablesOf } from "./model/tables.ts";
export { type OparlFileFacts, type OparlOptions, type OparlPaper, paperId, paperOf } from "./oparl/paper.ts";
export { type RegisterOptions, registerOf } from "./register/register-of.ts";
export { type Register, registerSchema } from "./register/schema.ts";
export type { Change } from "./text/traced-text.ts";
