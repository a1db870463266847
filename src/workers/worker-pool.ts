import process from "node:process";
import { fileURLToPath } from "node:url";
import workerpool from "workerpool";
import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import { HEAP_SHARE } from "./limits.ts";
import type { TaskName, TaskOutcome, TaskProgress, Tasks } from "./protocol.ts";
import { Semaphore } from "./semaphore.ts";
import { TimeWatch } from "./time-watch.ts";
import { fromWire } from "./wire-error.ts";

type Argument<N extends TaskName> = Parameters<Tasks[N]>[0];
type Result<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;

/** What is heard of a task while it runs. */
export interface TaskListener {
  onProgress(progress: TaskProgress): void;
  /** What libraries in the child print; never meant for the user's stdout. */
  onChatter(text: string): void;
  /** The child died and the task is tried once more. */
  onRetry(): void;
  /** A task has come to its end; what it took, waiting for a free child not counted. */
  onWorked?(milliseconds: number): void;
}

/** Does tasks, so many at once as it has jobs. */
export interface TaskRunner {
  readonly jobs: number;
  run<N extends TaskName>(name: N, argument: Argument<N>, listener: TaskListener): Promise<Result<N>>;
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  /** Number of child processes at most. */
  readonly jobs: number;
  /** Child processes to start before there is work for them; the others start when needed. */
  readonly warm?: number;
  /** Path of the child's script. */
  readonly script?: string;
  readonly limits?: Limits | undefined;
}

/** What a child prints, as the pool hands it on. */
interface Chatter {
  readonly stdout?: string;
  readonly stderr?: string;
}

const CHILD_SCRIPT = fileURLToPath(new URL("./child.js", import.meta.url));

/**
 * On Linux glibc gives each thread a heap of its own, and what a page's pictures leave behind stays in all of them: with
 * two such heaps two children hold 606 MiB over 32 scanned pages, and not 793.
 */
const FEW_ARENAS = { MALLOC_ARENA_MAX: "2" };

/** Milliseconds a child gets to end by itself before it is killed. */
const GRACE_MS = 200;

/** Child processes that do tasks, one each at a time. No task can crash, hang or starve the program. */
export class WorkerPool implements TaskRunner {
  readonly jobs: number;
  readonly #pool: workerpool.Pool;
  readonly #limits: Limits;
  /** Children are as many, so that whoever is let in finds one free: time spent waiting counts for no task. */
  readonly #places: Semaphore;
  #closing: Promise<void> | null = null;

  constructor(options: WorkerPoolOptions) {
    this.jobs = options.jobs;
    this.#limits = options.limits ?? DEFAULT_LIMITS;
    this.#places = new Semaphore(options.jobs);
    const { childBytes } = this.#limits;
    this.#pool = workerpool.pool(options.script ?? CHILD_SCRIPT, {
      workerType: "process",
      minWorkers: Math.min(options.warm ?? 0, options.jobs),
      maxWorkers: options.jobs,
      workerTerminateTimeout: GRACE_MS,
      emitStdStreams: true,
      forkArgs: [String(childBytes)],
      forkOpts: {
        execArgv: [`--max-old-space-size=${Math.floor((childBytes * HEAP_SHARE) / 1024 ** 2)}`],
        env: { ...FEW_ARENAS, ...process.env },
      },
    });
  }

  /**
   * Does a task in the next free child; a second time if the child dies of it.
   * @throws MemoError what the task threw, "time-limit", "worker-crashed"
   */
  async run<N extends TaskName>(name: N, argument: Argument<N>, listener: TaskListener): Promise<Result<N>> {
    try {
      return await this.#inPlace(name, argument, listener);
    } catch (error) {
      if (!(error instanceof workerpool.TerminateError) || this.#closing !== null) throw failureOf(error);
      listener.onRetry();
    }
    return this.#inPlace(name, argument, listener).catch((error: unknown) => {
      throw failureOf(error);
    });
  }

  /** Ends all children; tasks still running are lost. */
  async close(): Promise<void> {
    this.#closing ??= this.#terminate();
    await this.#closing;
  }

  async #terminate(): Promise<void> {
    try {
      await this.#pool.terminate(true);
    } catch {
      // The pool complains of children that are gone already, and no more is asked.
    }
  }

  #inPlace<N extends TaskName>(name: N, argument: Argument<N>, listener: TaskListener): Promise<Result<N>> {
    return this.#places.run(() => {
      const begun = performance.now();
      return this.#attempt(name, argument, listener).finally(() => listener.onWorked?.(performance.now() - begun));
    });
  }

  async #attempt<N extends TaskName>(name: N, argument: Argument<N>, listener: TaskListener): Promise<Result<N>> {
    const on = (event: TaskProgress | Chatter): void => {
      if ("stage" in event) {
        watch.enter(event.stage);
        listener.onProgress(event);
      } else listener.onChatter(event.stderr ?? event.stdout ?? "");
    };
    const job = this.#pool.exec(name, [argument], { on });
    const watch = new TimeWatch(name, this.#limits, () => job.cancel());
    try {
      const outcome: TaskOutcome<Result<N>> = await job;
      if ("error" in outcome) throw fromWire(outcome.error);
      return outcome.value;
    } catch (error) {
      throw watch.failure ?? error;
    } finally {
      watch.stop();
    }
  }
}

/** The pool's own errors as failures of the file; any other stays what it is. */
function failureOf(error: unknown): unknown {
  if (error instanceof workerpool.TerminateError) return new MemoError("worker-crashed", undefined, { cause: error });
  return error;
}
