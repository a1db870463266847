import process from "node:process";
import { fileURLToPath } from "node:url";
import { type FailureCode, MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import { Child, ChildDied, type ChildOptions, ChildrenBroken, type DeathCause } from "./child-process.ts";
import { HEAP_SHARE } from "./limits.ts";
import { bytesOfChild, defaultMemory, MemoryWatch } from "./memory-watch.ts";
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
  /** Once aborted, nobody waits for the task: the child that does it is ended, and it is not tried again. */
  readonly unwanted?: AbortSignal | undefined;
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
  /** Bytes that all children may hold together; as `defaultMemory` where it is not said. */
  readonly memory?: number | undefined;
}

/** As the build bundled it, which loads in half the time. */
const CHILD_SCRIPT = fileURLToPath(new URL("../program/child.js", import.meta.url));

/**
 * On Linux glibc gives each thread a heap of its own, and what a page's pictures leave behind stays in all of them: with
 * two such heaps two children hold 606 MiB over 32 scanned pages, and not 793.
 */
const FEW_ARENAS = { MALLOC_ARENA_MAX: "2" };

/**
 * Child processes that do tasks, one each at a time. No task can crash, hang or starve the program, and all together
 * hold no more memory than they may: a task for which there is not enough beside the others is done alone.
 */
export class WorkerPool implements TaskRunner {
  readonly jobs: number;
  readonly #limits: Limits;
  readonly #childOptions: ChildOptions;
  #children: readonly Child[] = [];
  /** Children are as many, so that whoever is let in finds one free: time spent waiting counts for no task. */
  readonly #places: Semaphore;
  readonly #memory: MemoryWatch;
  #closing: Promise<unknown> | null = null;

  constructor({ jobs, warm = 0, script = CHILD_SCRIPT, limits = DEFAULT_LIMITS, memory }: WorkerPoolOptions) {
    this.jobs = jobs;
    this.#limits = limits;
    this.#places = new Semaphore(jobs);
    const together = memory ?? defaultMemory(jobs, limits.childBytes);
    const childBytes = bytesOfChild(limits.childBytes, together, jobs);
    this.#memory = new MemoryWatch(together, () => this.#children);
    const heap = Math.floor((childBytes * HEAP_SHARE) / 1024 ** 2);
    this.#childOptions = {
      script,
      args: [String(childBytes)],
      execArgv: [`--max-old-space-size=${heap}`],
      env: { ...FEW_ARENAS, ...process.env },
    };
    for (let child = 0; child < Math.min(warm, jobs); child++) this.#start();
  }

  /**
   * Does a task in the next free child; a second time if the child dies of it, unless it filled a child of its own.
   * @throws MemoError what the task threw, "time-limit", "page-content-too-costly", "worker-crashed", "worker-killed";
   *   ChildrenBroken; PutDown, also once closed
   */
  async run<N extends TaskName>(
    name: N,
    argument: Argument<N>,
    listener: TaskListener,
    notAfter?: AbortSignal,
  ): Promise<Result<N>> {
    const work = (): Promise<Result<N>> => this.#timed(name, argument, listener);
    try {
      return await this.#unlessClosed(this.#places.run(work, notAfter));
    } catch (error) {
      if (!(error instanceof ChildDied)) throw error;
      if (listener.unwanted?.aborted === true) throw unwanted();
      if (error.why === "memory" && error.tasksBefore === 0) throw failureOf(error);
      if (notAfter?.aborted !== true) listener.onRetry();
      const again = error.why === "gave-way" ? this.#alone(work, notAfter) : this.#places.run(work, notAfter);
      return await this.#unlessClosed(again).catch((second: unknown) => {
        throw second instanceof ChildDied ? failureOf(second) : second;
      });
    }
  }

  async #unlessClosed<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw this.#closing === null ? error : new PutDown("The work was ended.", { cause: error });
    }
  }

  /** Does some work while no other child does or holds anything. */
  #alone<T>(work: () => Promise<T>, notAfter: AbortSignal | undefined): Promise<T> {
    return this.#places.runAlone(async () => {
      await Promise.all(this.#children.map((child) => child.end()));
      return work();
    }, notAfter);
  }

  /** Ends all children; tasks still running are lost, those that wait are not begun. */
  async close(): Promise<void> {
    this.#places.close();
    this.#memory.stop();
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
    if (listener.unwanted?.aborted === true) throw unwanted();
    const child = this.#freeChild();
    const end = (): void => void child.end();
    const watch = new TimeWatch(name, this.#limits, end);
    const onProgress = (progress: TaskProgress): void => {
      watch.enter(progress.stage);
      listener.onProgress(progress);
    };
    const onChatter = (text: string): void => listener.onChatter(text);
    listener.unwanted?.addEventListener("abort", end);
    try {
      const outcome = await child.do({ name, argument }, { onProgress, onChatter });
      if ("error" in outcome) throw fromWire(outcome.error);
      return (outcome as Extract<TaskOutcome<Result<N>>, { value: unknown }>).value;
    } catch (error) {
      throw watch.failure ?? error;
    } finally {
      watch.stop();
      listener.unwanted?.removeEventListener("abort", end);
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

function unwanted(): PutDown {
  return new PutDown("Nobody waits for the task any more.");
}

const FAILURE_OF: Readonly<Record<Exclude<DeathCause, "no-start">, FailureCode>> = {
  memory: "page-content-too-costly",
  crash: "worker-crashed",
  outside: "worker-killed",
  "gave-way": "worker-killed",
};

/** Why a file gave nothing over which children died. */
function failureOf(death: ChildDied): MemoError | ChildrenBroken {
  if (death.why === "no-start") return new ChildrenBroken(death.lastWords, { cause: death });
  return new MemoError(FAILURE_OF[death.why], undefined, { cause: death });
}
