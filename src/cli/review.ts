import { userInfo } from "node:os";
import { Writable } from "node:stream";
import type { ArchivePaths } from "../archive/paths.ts";
import { errorCode } from "../model/error-code.ts";
import { printable } from "../report/printable.ts";
import type { ReadAgain } from "../review/failure-desk.ts";
import { openBrowser } from "../review/open-browser.ts";
import { type RunningDesk, startDesk } from "../review/server.ts";
import { existingArchive } from "./archive-folder.ts";
import { withArchive } from "./archive-session.ts";
import { archiveOptions, createPool, runBatch, type WorkFlags } from "./batch-run.ts";
import { DeskMemory } from "./desk-memory.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { type Language, languageOf } from "./language.ts";
import { CommandFailed, type Shell } from "./shell.ts";
import { writeOut } from "./streams.ts";

export interface ReviewFlags {
  readonly open: boolean;
  /** 0: the one it had last time, or any that is free. */
  readonly port: number;
  readonly who?: string;
}

const TEXTS = {
  de: {
    ready: (records: number) =>
      `${records} Hausmitteilungen auf dem Prüfplatz. Er läuft, bis Sie hier Strg+C drücken; die Seite im Browser kann offen bleiben.`,
    damaged: "nicht gezeigt",
    indexes: "Die Verzeichnisse (index.csv, records.ndjson) ließen sich nicht schreiben",
  },
  en: {
    ready: (records: number) => `${records} records on the desk. Ctrl-C ends it.`,
    damaged: "left out",
    indexes: "The indexes (index.csv, records.ndjson) could not be written",
  },
} as const;

/**
 * `hausmitteilung review`: serves the desk until interrupted. Its address is the result.
 * @throws WrongUse, CommandFailed
 */
export async function review(dir: string, flags: ReviewFlags, shell: Shell): Promise<ExitCode> {
  const paths = await existingArchive(dir);
  const environment = shell.environment as Readonly<Record<string, string | undefined>>;
  const memory = new DeskMemory(environment);
  const language = languageOf(environment);
  const tell = (line: string): void => void shell.stderr.write(`${line}\n`);
  const desk = await started(paths, flags, shell, memory, language);
  try {
    await memory.keepDesk(paths.root, desk);
    await writeOut(shell.stdout, `${desk.url}\n`);
    tell(TEXTS[language].ready(desk.records));
    if (flags.open) await openDesk(desk.url, memory);
    await interrupted(shell.interrupted);
  } finally {
    await desk.close();
  }
  return EXIT_CODES.interrupted.code;
}

async function started(
  paths: ArchivePaths,
  flags: ReviewFlags,
  shell: Shell,
  memory: DeskMemory,
  language: Language,
): Promise<RunningDesk> {
  const tell = (what: string, error: unknown): void =>
    void shell.stderr.write(`${what}: ${printable(error instanceof Error ? error.message : String(error))}\n`);
  const { who, desks } = await memory.read();
  const former = desks[paths.root];
  return startDesk(paths, {
    who: flags.who ?? who,
    suggestedName: userInfo().username,
    keepName: (name) => memory.keepName(name),
    port: flags.port,
    formerPort: former?.port ?? 0,
    token: former?.token ?? null,
    readAgain: readAgain(paths, shell),
    onDamaged: (error) => tell(TEXTS[language].damaged, error),
    onIndexError: (error) => tell(TEXTS[language].indexes, error),
  }).catch((error: unknown) => {
    throw portTaken(error, flags.port) ?? error;
  });
}

/** The door stays as long as a slow browser may need, and goes with the desk at the latest. Milliseconds. */
const DOOR_MS = 60_000;

async function openDesk(url: string, memory: DeskMemory): Promise<void> {
  const door = await memory.writeDoor(url).catch(() => null);
  if (door === null) return;
  openBrowser(door.path);
  setTimeout(() => void door.remove(), DOOR_MS).unref();
}

/** Failed files are read as `batch` reads without options; it is told nothing but how it ended. */
function readAgain(paths: ArchivePaths, shell: Shell): ReadAgain {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const quiet: Shell = Object.create(shell, { stdout: { value: silent }, stderr: { value: silent } });
  return async (failures) => {
    const flags: WorkFlags = { source: "auto", correct: true, minConfidence: 0, progress: "json", jobs: 1 };
    const options = await archiveOptions(flags, paths);
    await withArchive(paths, quiet, (stopped, adopted) =>
      runBatch({
        paths,
        found: [],
        flags,
        redo: false,
        options,
        shell: quiet,
        createRunner: createPool,
        draining: stopped,
        interrupted: stopped,
        adopted,
        prepare: (store) => store.redrive(undefined, new Set(failures)),
        watch: null,
      }),
    );
  };
}

function portTaken(error: unknown, port: number): CommandFailed | null {
  const code = errorCode(error);
  if (code !== "EADDRINUSE" && code !== "EACCES") return null;
  return new CommandFailed(EXIT_CODES.unexpected.code, `Port ${port} cannot be had: ${code}.`, {
    cause: error,
  });
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
