import process from "node:process";
import { fileURLToPath } from "node:url";
import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import { Child, ChildDied, type ChildOptions } from "./child-process.ts";
import { HEAP_SHARE, OUT_OF_MEMORY } from "./limits.ts";
import type { TaskName, TaskOutcome, TaskProgress, Tasks } from "./protocol.ts";
import { PutDown, Semaphore } from "./semaphore.ts";
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
  /**
   * @param notAfter once aborted, the task is not begun any more
   * @throws PutDown; what the task throws
   */
  run<N extends TaskName>(
    name: N,
    argument: Argument<N>,
    listener: TaskListener,
    notAfter?: AbortSignal,
  ): Promise<Result<N>>;
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

/** As the build bundled it, which loads in half the time. */
const CHILD_SCRIPT = fileURLToPath(new URL("../program/child.js", import.meta.url));

/**
 * On Linux glibc gives each thread a heap of its own, and what a page's pictures leave behind stays in all of them: with
 * two such heaps two children hold 606 MiB over 32 scanned pages, and not 793.
 */
const FEW_ARENAS = { MALLOC_ARENA_MAX: "2" };

/** What a user, a terminal or a system short of memory sends; a child that crashes dies of others. */
const FROM_OUTSIDE: ReadonlySet<NodeJS.Signals> = new Set(["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"]);

/** Child processes that do tasks, one each at a time. No task can crash, hang or starve the program. */
export class WorkerPool implements TaskRunner {
  readonly jobs: number;
  readonly #limits: Limits;
  readonly #childOptions: ChildOptions;
  #children: readonly Child[] = [];
  /** Children are as many, so that whoever is let in finds one free: time spent waiting counts for no task. */
  readonly #places: Semaphore;
  #closing: Promise<unknown> | null = null;

  constructor({ jobs, warm = 0, script = CHILD_SCRIPT, limits = DEFAULT_LIMITS }: WorkerPoolOptions) {
    this.jobs = jobs;
    this.#limits = limits;
    this.#places = new Semaphore(jobs);
    const heap = Math.floor((limits.childBytes * HEAP_SHARE) / 1024 ** 2);
    this.#childOptions = {
      script,
      args: [String(limits.childBytes)],
      execArgv: [`--max-old-space-size=${heap}`],
      env: { ...FEW_ARENAS, ...process.env },
    };
    for (let child = 0; child < Math.min(warm, jobs); child++) this.#start();
  }

  /**
   * Does a task in the next free child; a second time if the child dies of it.
   * @throws MemoError what the task threw, "time-limit", "worker-crashed", "worker-killed"; PutDown, also once closed
   */
  async run<N extends TaskName>(
    name: N,
    argument: Argument<N>,
    listener: TaskListener,
    notAfter?: AbortSignal,
  ): Promise<Result<N>> {
    const attempt = (): Promise<Result<N>> =>
      this.#places
        .run(() => this.#timed(name, argument, listener), notAfter)
        .catch((error: unknown) => {
          throw this.#closing === null ? error : new PutDown("The work was ended.", { cause: error });
        });
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ChildDied)) throw error;
      if (notAfter?.aborted !== true) listener.onRetry();
    }
    return attempt().catch((error: unknown) => {
      throw error instanceof ChildDied ? failureOf(error, this.#limits) : error;
    });
  }

  /** Ends all children; tasks still running are lost, those that wait are not begun. */
  async close(): Promise<void> {
    this.#places.close();
    this.#closing ??= Promise.all(this.#children.map((child) => child.end()));
    await this.#closing;
  }

  async #timed<N extends TaskName>(name: N, argument: Argument<N>, listener: TaskListener): Promise<Result<N>> {
    const begun = performance.now();
    try {
      return await this.#attempt(name, argument, listener);
    } finally {
      listener.onWorked?.(performance.now() - begun);
    }
  }

  async #attempt<N extends TaskName>(name: N, argument: Argument<N>, listener: TaskListener): Promise<Result<N>> {
    const child = this.#freeChild();
    const watch = new TimeWatch(name, this.#limits, () => void child.end());
    const onProgress = (progress: TaskProgress): void => {
      watch.enter(progress.stage);
      listener.onProgress(progress);
    };
    const onChatter = (text: string): void => listener.onChatter(text);
    try {
      const outcome = await child.do({ name, argument }, { onProgress, onChatter });
      if ("error" in outcome) throw fromWire(outcome.error);
      return (outcome as Extract<TaskOutcome<Result<N>>, { value: unknown }>).value;
    } catch (error) {
      throw watch.failure ?? error;
    } finally {
      watch.stop();
    }
  }

  #freeChild(): Child {
    if (this.#closing !== null) throw new PutDown("The pool was closed.");
    return this.#children.find(({ isFree }) => isFree) ?? this.#start();
  }

  #start(): Child {
    const child = new Child(this.#childOptions);
    this.#children = [...this.#children.filter(({ isLost }) => !isLost), child];
    return child;
  }
}

/** Why a file gave nothing over which children died. */
function failureOf(death: ChildDied, { childBytes }: Limits): MemoError {
  if (death.signal === OUT_OF_MEMORY) {
    const limit = `${Math.floor(childBytes / 1024 ** 2)} MiB`;
    return new MemoError("worker-crashed", `The process that read the file took more memory than ${limit}.`, {
      cause: death,
    });
  }
  const isKilled = death.signal !== null && FROM_OUTSIDE.has(death.signal);
  return new MemoError(isKilled ? "worker-killed" : "worker-crashed", undefined, { cause: death });
}
