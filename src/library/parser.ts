import type { FileOutcome } from "../model/outcome.ts";
import type { MemoRecord } from "../model/record.ts";
import type { NamedInput, ParseInput } from "./input.ts";
import type { CallOptions, ManyOptions } from "./options.ts";

/** What became of one of many inputs. */
export type ManyOutcome = FileOutcome & {
  /** Which of the inputs it is, from 0. */
  readonly index: number;
};

/** Parses files with one pool of child processes; made by `createParser`. */
export interface Parser extends AsyncDisposable {
  /** Files in hand now. */
  readonly active: number;
  /** Files whose turn has not come. A server may refuse new ones from some number on. */
  readonly waiting: number;
  /**
   * Parses one file, as soon as it is its turn: calls are taken in the order made, twice as many at once as there are
   * jobs. A stream is not read, and no bytes are copied, before that.
   * @returns the records of the memos in the file, one each, in their order
   * @throws {@link MemoError} with a stable `code` where there is no record to be had; the signal's reason; an Error
   * named "AbortError" once the parser is closed
   */
  parse(input: ParseInput | NamedInput, options?: CallOptions): Promise<readonly MemoRecord[]>;
  /**
   * Parses many files. A file that fails is an outcome with a `failure`, and the others go on. Inputs are taken only
   * as the work goes on, twice as many as there are jobs ahead of the outcome that is waited for. Leaving the loop
   * ends the work.
   * @throws the signal's reason; what the iterable throws
   */
  parseMany(
    inputs: Iterable<ParseInput | NamedInput> | AsyncIterable<ParseInput | NamedInput>,
    options?: ManyOptions,
  ): AsyncGenerator<ManyOutcome, void, undefined>;
  /** Ends the child processes; calls in hand are rejected. To end gently, wait for them first. */
  close(): Promise<void>;
}
