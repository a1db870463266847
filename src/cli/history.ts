import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { listMemosOf, listSources } from "../archive/listing.ts";
import { ArchivePaths, type MemoKey, memoKeyOf, nameOf } from "../archive/paths.ts";
import { unlessDamaged } from "../archive/read-json.ts";
import { readEvents } from "../archive/review-log.ts";
import { readSource } from "../archive/sources.ts";
import { printable } from "../report/printable.ts";
import type { ReviewEvent } from "../revise/event.ts";
import { standingEvents } from "../revise/standing.ts";
import { existingArchive } from "./archive-folder.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { historyLines } from "./history-lines.ts";
import { type Language, languageOf } from "./language.ts";
import { type Shell, WrongUse } from "./shell.ts";
import { writeOut } from "./streams.ts";

export interface HistoryFlags {
  readonly json?: true;
}

const NOBODY: Readonly<Record<Language, string>> = {
  de: "Zu diesem Brief hat noch niemand etwas entschieden.",
  en: "Nobody has decided anything about this record.",
};

/**
 * `hausmitteilung history`: the decisions on a record, in the order they were made.
 * @param place a record's file; or an archive's folder, where `file` says which file was read
 * @throws WrongUse, OutputBroken
 */
export async function history(
  place: string,
  file: string | undefined,
  flags: HistoryFlags,
  shell: Shell,
): Promise<ExitCode> {
  const language = languageOf(shell.environment as Readonly<Record<string, string | undefined>>);
  const { paths, keys } = file === undefined ? await recordAt(place) : await recordsOf(place, file);
  for (const key of keys) {
    const events = await readEvents(paths, key);
    if (keys.length > 1 && flags.json === undefined) await writeOut(shell.stdout, `${nameOf(key)}\n`);
    if (events.length === 0) shell.stderr.write(`${NOBODY[language]}\n`);
    const standing = new Set<ReviewEvent>(standingEvents(events));
    for (const [index, event] of events.entries()) {
      const lines = flags.json
        ? [JSON.stringify(event)]
        : historyLines(event, index + 1, standing.has(event), language).map(printable);
      await writeOut(shell.stdout, `${lines.join("\n")}\n`);
    }
  }
  return EXIT_CODES.allGood.code;
}

interface Found {
  readonly paths: ArchivePaths;
  readonly keys: readonly MemoKey[];
}

async function recordAt(record: string): Promise<Found> {
  const path = resolve(record);
  const key = memoKeyOf(basename(path));
  if (key === null || (await stat(path).catch(() => null)) === null) {
    throw new WrongUse(
      `${JSON.stringify(record)} is no record of an archive (records/ab/<sha256>.json). With an archive's folder name the file that was read as well: history archive scan-0001.pdf`,
    );
  }
  return { paths: new ArchivePaths(dirname(dirname(dirname(path)))), keys: [key] };
}

/** All memos of the files with this name, or with a path that ends in it. */
async function recordsOf(folder: string, file: string): Promise<Found> {
  const paths = await existingArchive(folder);
  const keys: MemoKey[] = [];
  const wanted = `/${file.replaceAll("\\", "/").replace(/^\.?\//u, "")}`;
  for await (const sha256 of listSources(paths)) {
    const names = (await unlessDamaged(readSource(paths, sha256)))?.names ?? [];
    const isIt = names.some((name) => `/${name.replaceAll("\\", "/")}`.endsWith(wanted));
    if (isIt) keys.push(...(await listMemosOf(paths, sha256)));
  }
  if (keys.length === 0) throw new WrongUse(`The archive has no record of a file ${JSON.stringify(file)}.`);
  return { paths, keys };
}
