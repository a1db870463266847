import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import { type FileFailure, failureOf } from "../model/outcome.ts";
import { failureMessages } from "../report/messages.ts";
import { paintFor } from "../report/paint.ts";
import type { TracedText } from "../text/traced-text.ts";
import { readInput } from "../workers/read-input.ts";
import { placeCorrections } from "./correction-places.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { refuseTwiceStandardInput, STANDARD_INPUT } from "./inputs.ts";
import type { Shell } from "./shell.ts";
import { readAll, writeOut } from "./streams.ts";
import { readUserWords } from "./user-words.ts";

export interface RepairFlags {
  readonly json?: true;
  readonly correct: boolean;
  readonly minConfidence: number;
  /** Path of a word list. */
  readonly words?: string;
}

/** Repairs a text; the lexicon behind it is loaded once. */
type RepairText = (raw: string) => TracedText;

export type LoadRepair = (flags: RepairFlags, words: readonly string[]) => Promise<RepairText>;

/**
 * `hausmitteilung repair`: the texts one after the other, or a JSON line for each file.
 * @throws WrongUse, ReaderGone, OutputBroken; AbortError when interrupted
 */
export async function repairFiles(
  files: readonly string[],
  flags: RepairFlags,
  shell: Shell,
  load: LoadRepair = loadRepair,
): Promise<ExitCode> {
  refuseTwiceStandardInput(files);
  const repairText = await load(flags, await readUserWords(flags.words));
  const report = failureMessages(shell.stderr, paintFor(shell.environment));
  const failed: FileFailure[] = [];
  for (const file of files) {
    const repaired = await repairFile(file, shell, repairText);
    if ("failure" in repaired) {
      report({ event: "file-failed", ...repaired.failure, detail: repaired.detail });
      failed.push(repaired);
    }
    await writeOut(shell.stdout, flags.json === true ? jsonLine(file, repaired) : plainText(repaired));
  }
  return exitCodeOf({ failures: failed.map(({ failure }) => failure.code), needReview: 0 }, false);
}

async function repairFile(file: string, shell: Shell, repairText: RepairText): Promise<TracedText | FileFailure> {
  try {
    return repairText(decode(await readBytes(file, shell)));
  } catch (error) {
    shell.interrupted.throwIfAborted();
    return failureOf(file, error);
  }
}

function readBytes(file: string, shell: Shell): Promise<Uint8Array> {
  if (file === STANDARD_INPUT) return readAll(shell.stdin, DEFAULT_LIMITS.fileBytes, shell.interrupted);
  return readInput(file);
}

/** A byte order mark stays, so that undoing all corrections gives the file to the byte. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new MemoError("type-unsupported", "The file is no UTF-8 text.", { cause: error });
  }
}

function plainText(repaired: TracedText | FileFailure): string {
  return "failure" in repaired ? "" : repaired.text;
}

function jsonLine(file: string, repaired: TracedText | FileFailure): string {
  if ("failure" in repaired) return `${JSON.stringify({ failure: repaired.failure })}\n`;
  const corrections = placeCorrections(repaired.read.raw, repaired.changes());
  return `${JSON.stringify({ file, text: repaired.text, corrections })}\n`;
}

async function loadRepair(flags: RepairFlags, words: readonly string[]): Promise<RepairText> {
  const [{ loadLexicon }, { repair }, { pagesOfPlainText, readTextOf }] = await Promise.all([
    import("../lexicon/lexicon.ts"),
    import("../repair/repair.ts"),
    import("../text/read-text.ts"),
  ]);
  const lexicon = await loadLexicon({ userWords: words });
  return (raw) => repair(readTextOf(pagesOfPlainText(raw)), lexicon, flags).text;
}
