import { failureOf } from "../model/outcome.ts";
import type { MemoRecord } from "../model/record.ts";
import { type CrewSource, FILES_PER_JOB } from "./crew.ts";
import { type NamedInput, nameOf, type ParseInput } from "./input.ts";
import { joined, quietController } from "./joined-signal.ts";
import {
  type CallOptions,
  checkedCallOptions,
  checkedManyOptions,
  type ManyOptions,
  type ParseProgress,
  type ParserOptions,
} from "./options.ts";
import { parseOne } from "./parse-one.ts";
import type { ManyOutcome, Parser } from "./parser.ts";
import { sideBySide } from "./side-by-side.ts";

type Input = ParseInput | NamedInput;

/** A parser over a crew, its own or one that it shares. */
export class PooledParser implements Parser {
  readonly #options: ParserOptions;
  readonly #crew: CrewSource;
  /** Ends all calls. */
  readonly #end = quietController();
  #isClosed = false;
  #calls = 0;
  #active = 0;

  constructor(options: ParserOptions, crew: CrewSource) {
    this.#options = options;
    this.#crew = crew;
    const { signal } = options;
    if (signal?.aborted === true) this.#end.abort(signal.reason);
    signal?.addEventListener("abort", this.#onAbort);
  }

  get active(): number {
    return this.#active;
  }

  get waiting(): number {
    return this.#calls - this.#active;
  }

  async parse(input: Input, options: CallOptions = {}): Promise<readonly MemoRecord[]> {
    const call = checkedCallOptions(options);
    const { signal, release } = this.#signalOf(call);
    try {
      return await this.#parseOne(input, signal, (progress) => call.onProgress?.(progress));
    } finally {
      release();
    }
  }

  async *parseMany(
    inputs: Iterable<Input> | AsyncIterable<Input>,
    options: ManyOptions = {},
  ): AsyncGenerator<ManyOutcome, void, undefined> {
    const { order = "input", onProgress, ...call } = checkedManyOptions(options);
    const left = new AbortController();
    const { signal, release } = this.#signalOf(call, left.signal);
    const work = async (input: Input, index: number): Promise<ManyOutcome> => {
      const source = nameOf(input);
      try {
        return { source, records: await this.#parseOne(input, signal, (progress) => onProgress?.(progress)), index };
      } catch (error) {
        signal.throwIfAborted();
        return { ...failureOf(source, error), index };
      }
    };
    try {
      signal.throwIfAborted();
      const { runner } = await this.#crew.open();
      yield* sideBySide(inputs, { window: FILES_PER_JOB * runner.jobs, order, signal, work });
    } finally {
      left.abort(new Error("The loop over the outcomes was left."));
      release();
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    this.#end.abort(Object.assign(new Error("The parser was closed."), { name: "AbortError" }));
    await this.#crew.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  readonly #onAbort = (): void => this.#end.abort(this.#options.signal?.reason);

  #signalOf({ signal }: CallOptions, left?: AbortSignal): ReturnType<typeof joined> {
    return joined([this.#end.signal, signal, left]);
  }

  async #parseOne(
    input: Input,
    signal: AbortSignal,
    onProgress: (progress: ParseProgress) => void,
  ): Promise<readonly MemoRecord[]> {
    signal.throwIfAborted();
    let isActive = false;
    this.#calls += 1;
    try {
      return await parseOne(await this.#crew.open(), input, this.#options, {
        signal,
        onProgress: (progress) => {
          onProgress(progress);
          this.#options.onProgress?.(progress);
        },
        onTurn: () => {
          isActive = true;
          this.#active += 1;
        },
      });
    } finally {
      this.#calls -= 1;
      if (isActive) this.#active -= 1;
    }
  }
}
