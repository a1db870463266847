import { join } from "node:path";
import { InvalidFile } from "../check/invalid-file.ts";
import { type SourcePicture, sourcePictures } from "../check/source-pictures.ts";
import { groupsIn, type NamedTruth, readRecord, readTruths } from "../check/truth-folder.ts";
import { differencesBetween } from "../evaluate/differences.ts";
import { type Evaluation, evaluate, type ScoredMemo, worstOf } from "../evaluate/evaluation.ts";
import type { GateLimits } from "../evaluate/gates.ts";
import { scoreMemo } from "../evaluate/score-memo.ts";
import { isWholeRecord, type Scorable, truthOf } from "../evaluate/truth.ts";
import { evaluationJson } from "../report/evaluation-json.ts";
import { evaluationPage, MOST_WORST } from "../report/page/evaluation-page.ts";
import { paintForResults } from "../report/paint.ts";
import { printable } from "../report/printable.ts";
import { scoresTable } from "../report/scores-table.ts";
import { type TaskRunner, WorkerPool } from "../workers/worker-pool.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { type Shell, WrongUse } from "./shell.ts";
import { writeOut } from "./streams.ts";

export interface EvaluateFlags {
  readonly format: "table" | "json" | "html";
  /** Folder of the files the records were made from. */
  readonly sources?: string;
  readonly limits: GateLimits;
}

/** A memo scored, and what it was scored by. */
interface Scored {
  readonly id: string;
  readonly record: Scorable | null;
  readonly memo: ScoredMemo;
}

/**
 * `hausmitteilung evaluate`: scores records against truths.
 * @throws WrongUse, ReaderGone, OutputBroken
 */
export async function evaluateFolders(
  truthFolder: string,
  recordFolder: string,
  flags: EvaluateFlags,
  shell: Shell,
  createRunner: () => TaskRunner = () => new WorkerPool({ jobs: 1 }),
): Promise<ExitCode> {
  const truths = await loadTruths(truthFolder);
  const scored = await scoreAll(truths, recordFolder, shell);
  const evaluation = evaluate(
    scored.map(({ memo }) => memo),
    flags.limits,
  );
  await writeOut(shell.stdout, await textOf(evaluation, scored, truthFolder, flags, shell, createRunner));
  return evaluation.gates.every(({ met }) => met) ? EXIT_CODES.allGood.code : EXIT_CODES.differs.code;
}

/** @throws WrongUse */
async function loadTruths(folder: string): Promise<NamedTruth[]> {
  const truths = await readTruths(folder).catch((error: unknown) => {
    if (error instanceof InvalidFile) throw new WrongUse(error.message, { cause: error });
    throw new WrongUse(`The folder ${JSON.stringify(folder)} cannot be read.`, { cause: error });
  });
  if (truths.length === 0) {
    throw new WrongUse(`There is no <id>.json and no <id>/truth.json in ${JSON.stringify(folder)}.`);
  }
  return truths;
}

async function scoreAll(truths: readonly NamedTruth[], folder: string, shell: Shell): Promise<Scored[]> {
  const groups = await groupsIn(folder).catch((error: unknown) => {
    throw new WrongUse(`The folder ${JSON.stringify(folder)} cannot be read.`, { cause: error });
  });
  const scored: Scored[] = [];
  for (const group of groups) {
    for (const { id, truth } of truths) {
      const { record, invalid } = await readRecord(folder, group, id);
      shell.interrupted.throwIfAborted();
      if (invalid !== null) shell.stderr.write(`${invalid.message.split("\n").map(printable).join("\n")}\n`);
      scored.push({ id, record, memo: scoredMemo(id, group ?? groupOf(record), truth, record) });
    }
  }
  return scored;
}

function scoredMemo(id: string, group: string, truth: Scorable, record: Scorable | null): ScoredMemo {
  const differences = record === null ? [] : differencesBetween(truthOf(truth), record);
  return { name: id, group, score: scoreMemo(truth, record), differences };
}

/** Records that lie together are told apart by where their text came from. */
function groupOf(record: Scorable | null): string {
  if (record === null) return "no record";
  return isWholeRecord(record) ? record.source.text : "of unknown origin";
}

async function textOf(
  evaluation: Evaluation,
  scored: readonly Scored[],
  truthFolder: string,
  { format, sources }: EvaluateFlags,
  shell: Shell,
  createRunner: () => TaskRunner,
): Promise<string> {
  if (format === "table") return `${scoresTable(evaluation, paintForResults(shell.environment))}\n`;
  if (format === "json") return evaluationJson(evaluation);
  const foldersOf = (id: string): string[] =>
    sources === undefined ? [join(truthFolder, id), truthFolder] : [sources];
  const pictures = await picturesOfWorst(evaluation, scored, foldersOf, createRunner());
  return evaluationPage(evaluation, (memo) => pictures.get(memo) ?? []);
}

const DEAF = { onProgress: () => {}, onChatter: () => {}, onRetry: () => {} };

/** The pages on which the worst memos differ. */
async function picturesOfWorst(
  evaluation: Evaluation,
  scored: readonly Scored[],
  foldersOf: (id: string) => string[],
  runner: TaskRunner,
): Promise<Map<ScoredMemo, SourcePicture[]>> {
  const pictures = new Map<ScoredMemo, SourcePicture[]>();
  try {
    for (const memo of worstOf(evaluation.memos, MOST_WORST)) {
      const { id, record } = scored.find((one) => one.memo === memo) ?? { id: "", record: null };
      const pages = [...new Set(memo.differences.flatMap((difference) => difference.pages))].sort((a, b) => a - b);
      pictures.set(memo, await sourcePictures(record, pages, foldersOf(id), { runner, listener: DEAF }));
    }
  } finally {
    await runner.close();
  }
  return pictures;
}
