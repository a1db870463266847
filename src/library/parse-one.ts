import { basename } from "node:path";
import type { MemoRecord } from "../model/record.ts";
import { parseFile } from "../workers/parse-file.ts";
import type { TaskProgress } from "../workers/protocol.ts";
import type { TaskListener } from "../workers/worker-pool.ts";
import type { Crew } from "./crew.ts";
import { type NamedInput, nameOf, type ParseInput, withPathOf } from "./input.ts";
import { limitsOf, type ParseProgress, type ParserOptions, pipelineOptionsOf } from "./options.ts";

/** A call's own part in the work on a file. */
export interface Call {
  readonly signal: AbortSignal;
  onProgress(progress: ParseProgress): void;
  /** It is the file's turn. */
  onTurn(): void;
}

/**
 * Parses one file when it is its turn.
 * @throws MemoError; the signal's reason
 */
export async function parseOne(
  { runner, turns }: Crew,
  input: ParseInput | NamedInput,
  options: ParserOptions,
  call: Call,
): Promise<readonly MemoRecord[]> {
  const { signal } = call;
  const source = nameOf(input);
  const task = { name: basename(source), options: pipelineOptionsOf(options) };
  const listener = listenerOf(source, call);
  const work = (path: string): Promise<readonly MemoRecord[]> => parseFile(runner, { ...task, path }, listener, signal);
  try {
    return await turns.run(() => {
      call.onTurn();
      return withPathOf(input, { maxBytes: limitsOf(options).fileBytes, signal }, work);
    }, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

function listenerOf(source: string, { signal, onProgress }: Call): TaskListener {
  return {
    unwanted: signal,
    onProgress: (progress: TaskProgress) => onProgress({ source, ...progress } as ParseProgress),
    onRetry: () => onProgress({ source, stage: "retry" }),
    // What libraries print is for nobody.
    onChatter: () => {},
  };
}
