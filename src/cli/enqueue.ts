import { resolve } from "node:path";
import process from "node:process";
import { PlaceUnusable } from "../archive/place-unusable.ts";
import { addDocuments, addUnreadable, type FoundDocument } from "../fleet/add-documents.ts";
import { findDocuments, NothingFound } from "../fleet/find-documents.ts";
import { lazyS3 } from "../fleet/lazy-s3.ts";
import { isS3, locate } from "../fleet/locations.ts";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import { failureMessages } from "../report/messages.ts";
import { paintFor } from "../report/paint.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { type Fleet, PERSON, withFleet } from "./fleet-session.ts";
import { type ReadingFlags, versionWith } from "./reading-options.ts";
import { CommandFailed, type Shell } from "./shell.ts";

/** Options of reading are those that the workers have: `--redo` is about what was made with others. */
export interface EnqueueFlags
  extends Pick<ReadingFlags, "source" | "correct" | "minConfidence" | "tessdata" | "engine"> {
  readonly db: string;
  readonly base?: string;
  readonly redo?: true;
}

/** Documents of one transaction: a crash loses no more than these, and the same command finds them again. */
const DOCUMENTS_AT_ONCE = 500;

/** What an `enqueue` came to. */
interface Counts {
  files: number;
  queued: number;
  unreadable: number;
}

/**
 * `hausmitteilung enqueue`: makes the tables where they are missing, and a job for each content found.
 * @throws CommandFailed; AbortError when interrupted
 */
export async function enqueue(inputs: readonly string[], flags: EnqueueFlags, shell: Shell): Promise<ExitCode> {
  const places = inputs.length === 0 && flags.base !== undefined ? [""] : inputs;
  const locations = places.map((place) => locate(place, flags.base ?? process.cwd()));
  const { files, queued, unreadable } = await withFleet({ ...PERSON, url: flags.db, prepare: true }, shell, (fleet) =>
    enqueueAll(locations, fleet, flags, shell).catch((error: unknown) => {
      throw inWords(error);
    }),
  );
  const known = files - queued - unreadable;
  shell.stderr.write(`${files} files: ${queued} queued, ${known} known already, ${unreadable} unreadable\n`);
  return unreadable === 0 ? EXIT_CODES.allGood.code : EXIT_CODES.someFailed.code;
}

function inWords(error: unknown): unknown {
  const { wrongUse, placeUnusable } = EXIT_CODES;
  if (error instanceof NothingFound) return new CommandFailed(wrongUse.code, error.message, { cause: error });
  if (error instanceof PlaceUnusable) return new CommandFailed(placeUnusable.code, error.message, { cause: error });
  return error;
}

async function enqueueAll(
  locations: readonly string[],
  { database, boss }: Fleet,
  flags: EnqueueFlags,
  shell: Shell,
): Promise<Counts> {
  const { source, engine, correct, minConfidence, tessdata } = flags;
  const model = tessdata === undefined ? {} : { tessdata: resolve(tessdata) };
  const version = await versionWith({ source, engine, correct, minConfidence, ...model });
  const options = { version, redo: flags.redo === true };
  const base = flags.base === undefined || isS3(flags.base) ? null : resolve(flags.base);
  const counts: Counts = { files: 0, queued: 0, unreadable: 0 };
  const report = failureMessages(shell.stderr, paintFor(shell.environment));
  let some: FoundDocument[] = [];
  const flush = async (): Promise<void> => {
    if (some.length > 0) counts.queued += await addDocuments(database, boss, some, options);
    some = [];
  };
  for await (const found of findDocuments(locations, lazyS3(), DEFAULT_LIMITS.fileBytes, base)) {
    shell.interrupted.throwIfAborted();
    counts.files += 1;
    if ("error" in found) {
      counts.unreadable += 1;
      const { code, message } = found.error;
      report({ event: "file-failed", code, message, source: found.location, detail: null });
      await addUnreadable(database, found, { code, message });
    } else if (some.push(found) >= DOCUMENTS_AT_ONCE) await flush();
  }
  await flush();
  return counts;
}
