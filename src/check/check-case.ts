import { resolve } from "node:path";
import type { CaseReport, CaseVerdict } from "../evaluate/check-report.ts";
import { differencesBetween } from "../evaluate/differences.ts";
import type { ScoredMemo } from "../evaluate/evaluation.ts";
import { scoreMemo } from "../evaluate/score-memo.ts";
import { type Scorable, truthOf } from "../evaluate/truth.ts";
import { failureOf } from "../model/outcome.ts";
import type { ReadDocument } from "../pipeline/document.ts";
import type { PipelineOptions } from "../pipeline/pipeline.ts";
import { readingVersion } from "../pipeline/reading-version.ts";
import { parseFile } from "../workers/parse-file.ts";
import type { FileTask } from "../workers/protocol.ts";
import { readFile } from "../workers/read-file.ts";
import type { TaskListener, TaskRunner } from "../workers/worker-pool.ts";
import { compareOutcome, expectationText, type Outcome } from "./expectation.ts";
import type { LoadedCase } from "./load-case.ts";
import { recordingText } from "./recording.ts";

/** Cases are parsed as `parse` does it without options. */
const OPTIONS: PipelineOptions = { source: "auto", correct: true, minConfidence: 0, words: [] };

export interface CheckTools {
  readonly runner: TaskRunner;
  readonly listener: TaskListener;
  /** Read with the engine, and record what it reads. */
  readonly record: boolean;
  /** Expect from now on what is given now. */
  readonly update: boolean;
}

/** A file to be written. */
interface Write {
  readonly path: string;
  readonly text: string;
}

export interface CheckedCase {
  readonly report: CaseReport;
  readonly outcome: Outcome;
  readonly scored: readonly ScoredMemo[];
  /** For the caller to write: a check itself changes nothing. */
  readonly writes: readonly Write[];
}

/** Parses the input of a case, from its recorded pages where they hold, and compares what comes out. */
export async function checkCase(loaded: LoadedCase, tools: CheckTools): Promise<CheckedCase> {
  const { input, expectation, recorded } = loaded;
  const parsed = await parseCase(loaded, tools);
  const differences = expectation === null ? [] : compareOutcome(expectation, parsed.outcome);
  const text = tools.update && !isFault(parsed.outcome) ? expectationText(parsed.outcome, expectation) : null;
  const isUpdate = text !== null && (expectation === null || differences.length > 0);
  const stale = recorded.staleBecause === null || tools.record ? [] : [`stale recording: ${recorded.staleBecause}`];
  return {
    report: {
      name: input.name,
      expectationPath: input.expectation.path,
      verdict: isUpdate ? "updated" : verdictOf(loaded, differences.length),
      differences,
      notes: differences.length > 0 ? [...stale, ...parsed.notes] : stale,
    },
    outcome: parsed.outcome,
    scored: scoresOf(loaded, parsed.outcome),
    writes: [...parsed.writes, ...(isUpdate ? [{ path: input.expectation.path, text }] : [])],
  };
}

function verdictOf({ expectation, truth }: LoadedCase, differences: number): CaseVerdict {
  if (expectation === null) return truth === null ? "new" : "scored";
  return differences === 0 ? "same" : "differs";
}

interface ParsedCase {
  readonly outcome: Outcome;
  readonly notes: readonly string[];
  readonly writes: readonly Write[];
}

/** What cannot be parsed is an outcome, which may be the one expected. */
async function parseCase({ input, recorded }: LoadedCase, tools: CheckTools): Promise<ParsedCase> {
  const { runner, listener } = tools;
  const task: FileTask = { path: resolve(input.path), name: input.file, options: OPTIONS };
  let writes: readonly Write[] = [];
  try {
    if (!tools.record && recorded.recording === null) {
      return { outcome: { records: await parseFile(runner, task, listener) }, notes: [], writes };
    }
    const document = tools.record ? await readFile(runner, task, listener) : recorded.recording?.document;
    if (document === undefined) throw new Error("A case that has a recording was left without one.");
    if (tools.record && isWorthRecording(document)) {
      writes = [{ path: recorded.path, text: recordingText({ readBy: readingVersion(), document }) }];
    }
    return {
      outcome: { records: await runner.run("finish", { document, options: OPTIONS }, listener) },
      notes: [],
      writes,
    };
  } catch (error) {
    const { failure, detail } = failureOf(input.path, error);
    const isExpectable = failure.code !== "internal-error" || detail === null;
    return { outcome: { failure: failure.code }, notes: [isExpectable ? failure.message : detail], writes };
  }
}

/** Reading other pages than scanned ones takes no time. */
function isWorthRecording(document: ReadDocument): boolean {
  return document.pages.some((page) => page.source === "ocr");
}

/** A fault of this program is nothing to be expected. */
function isFault(outcome: Outcome): boolean {
  return "failure" in outcome && outcome.failure === "internal-error";
}

/** By the case's truth; where it states none, by what is expected. */
function scoresOf({ input, expectation, truth }: LoadedCase, outcome: Outcome): ScoredMemo[] {
  const truths = truth === null ? (expectation?.memos ?? []) : [truth];
  const records: readonly Scorable[] = "records" in outcome ? outcome.records : [];
  return truths.map((memo, index) => {
    const record = records[index] ?? null;
    const name = truths.length > 1 ? `${input.name} (${index + 1})` : input.name;
    const differences = record === null ? [] : differencesBetween(truthOf(memo), record);
    return { name, group: input.file, score: scoreMemo(memo, record), differences };
  });
}
