import { z } from "zod";
import { FAILURES, type FailureCode } from "../model/failure.ts";
import { prettyJson } from "../model/pretty-json.ts";
import { listFailures } from "./listing.ts";
import type { ArchivePaths } from "./paths.ts";
import { readJson } from "./read-json.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

const failureCode = z.enum(Object.keys(FAILURES) as [FailureCode, ...FailureCode[]]);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

const sealSchema = z.strictObject({
  /** SHA-256 of the record's file as it was written with this entry. */
  record: sha256,
  /** Number of decisions that it holds. */
  events: z.int().min(0),
  /** SHA-256 of the machine's record beside it; absent where there were no decisions. */
  machine: sha256.optional(),
});

/** By what a memo's record is known again. */
export type Seal = Readonly<z.infer<typeof sealSchema>>;

const sourceEntrySchema = z.strictObject({
  sha256,
  bytes: z.int().min(0),
  /** Absolute paths under which the content was found, sorted. */
  names: z.array(z.string()),
  /** Of the pipeline that made the outcome. */
  pipelineVersion: z.string(),
  outcome: z.union([z.strictObject({ records: z.int().min(1) }), z.strictObject({ failure: failureCode })]),
  /** Of the records in their order; absent in archives from before they were kept. */
  seals: z.array(sealSchema).optional(),
  /** Of records that are about to take the place of these: the content is done again where it stands. */
  pending: z.array(sealSchema).optional(),
});

/** What the archive knows of a content. It is written last: where it stands, the outcome it tells of stands too. */
export type SourceEntry = Readonly<z.infer<typeof sourceEntrySchema>>;

const failureEntrySchema = z.strictObject({
  code: failureCode,
  message: z.string(),
  /** Base name. */
  source: z.string(),
  /** null for a file that could not even be read. */
  sha256: sha256.nullable(),
  bytes: z.int().min(0).nullable(),
  names: z.array(z.string()),
  /** A person has said that the file is no letter, and asks for nothing. */
  dismissed: z.strictObject({ who: z.string(), when: z.iso.datetime() }).optional(),
});

/** Why a file gave no record. */
export type FailureEntry = Readonly<z.infer<typeof failureEntrySchema>>;

/** @throws ArchiveDamaged */
export function readSource(paths: ArchivePaths, hash: string): Promise<SourceEntry | null> {
  return readJson(paths.source(hash), sourceEntrySchema);
}

export async function writeSource(paths: ArchivePaths, entry: SourceEntry): Promise<void> {
  await writeFileAtomically(paths.source(entry.sha256), prettyJson(entry));
}

/**
 * @param name as `listFailures` gives it
 * @throws ArchiveDamaged
 */
export function readFailure(paths: ArchivePaths, name: string): Promise<FailureEntry | null> {
  return readJson(paths.failure(name), failureEntrySchema);
}

/**
 * All failures, in no order that means anything.
 * @throws ArchiveDamaged
 */
export async function allFailures(paths: ArchivePaths): Promise<FailureEntry[]> {
  const entries: FailureEntry[] = [];
  for (const name of await listFailures(paths)) {
    const entry = await readFailure(paths, name);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** Writes a failure under the hash of the content, or that of its one path where no content could be read. */
export async function writeFailure(paths: ArchivePaths, entry: FailureEntry): Promise<void> {
  const [only = ""] = entry.names;
  const path = entry.sha256 === null ? paths.pathFailure(only) : paths.failure(entry.sha256);
  await writeFileAtomically(path, prettyJson(entry));
}

/** Names put together: each once, sorted by their characters' codes, which no locale changes. */
export function mergedNames(...lists: readonly Iterable<string>[]): string[] {
  return [...new Set(lists.flatMap((list) => [...list]))].toSorted();
}
