import { type ChildProcess, fork } from "node:child_process";
import type { Readable } from "node:stream";
import { OUT_OF_MEMORY } from "./limits.ts";
import type { TaskName, TaskOutcome, TaskProgress } from "./protocol.ts";

/** A task as it is sent to a child. */
export interface Order {
  readonly name: TaskName;
  readonly argument: unknown;
}

/** What a child sends back: that it has started; how far it has come, as often as it likes; how the task ended. */
export type Answer =
  | { readonly ready: true }
  | { readonly progress: TaskProgress }
  | { readonly outcome: TaskOutcome<unknown> };

/** What is heard of a child while it does a task. */
export interface ChildListener {
  onProgress(progress: TaskProgress): void;
  /** What its libraries print. */
  onChatter(text: string): void;
}

export interface ChildOptions {
  readonly script: string;
  readonly args: readonly string[];
  readonly execArgv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Why a child died: it could not even start, crashed, was killed from outside, held more memory than one may, or had to
 * give way because all children together held too much.
 */
export type DeathCause = "no-start" | "crash" | "outside" | "memory" | "gave-way";

/** Thrown where no child can be started: the install is broken, or the machine is at its end. No file is to blame. */
export class ChildrenBroken extends Error {
  override readonly name = "ChildrenBroken";

  /** @param words the last that a child printed */
  constructor(words: string, options?: ErrorOptions) {
    super(`The processes that read files cannot be started: ${words || "they say nothing"}`, options);
  }
}

/** Thrown where a child dies over its task. */
export class ChildDied extends Error {
  override readonly name = "ChildDied";
  readonly why: DeathCause;
  /** Tasks that it had done before, whose remains it may have held. */
  readonly tasksBefore: number;
  /** The last that it printed. */
  readonly lastWords: string;

  constructor(why: DeathCause, end: string | number | null, tasksBefore: number, lastWords: string) {
    super(`The child process ended with ${typeof end === "string" ? end : `code ${end}`}.`);
    this.why = why;
    this.tasksBefore = tasksBefore;
    this.lastWords = lastWords;
  }
}

/** What a user, a terminal or a system short of memory sends; a child that crashes dies of others. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"]);

/** V8's last words where its heap is full; it ends the process then as in any other fault of its own. */
const HEAP_IS_FULL = /JavaScript heap out of memory|Allocation failed/u;

/** Milliseconds that a child gets to end by itself before it is killed. */
const GRACE_MS = 200;

/** Characters of what a child prints that are kept: the message of an error, and where it was thrown. */
const LAST_WORDS_LENGTH = 2000;

/** Milliseconds that the last words of a dead child are waited for. */
const LAST_WORDS_MS = 200;

/** Milliseconds after which a killed child is not waited for any more: a share that hangs holds it in the kernel. */
const GIVEN_UP_MS = 2000;

/** What may keep a program from ending. */
interface Handle {
  ref(): void;
  unref(): void;
}

interface Running {
  readonly listener: ChildListener;
  readonly resolve: (outcome: TaskOutcome<unknown>) => void;
  readonly reject: (error: Error) => void;
}

/** A child process that does one task after the other. */
export class Child {
  readonly #process: ChildProcess;
  readonly #gone: Promise<void>;
  #onGone: () => void = () => {};
  #running: Running | null = null;
  #death: ChildDied | null = null;
  #isEnding = false;
  #givesWay = false;
  #isHeapFull = false;
  #isReady = false;
  #lastWords = "";
  #tasksDone = 0;

  constructor({ script, args, execArgv, env }: ChildOptions) {
    this.#process = fork(script, args, { execArgv: [...execArgv], env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
    this.#process.on("message", (answer) => this.#hear(answer as Answer));
    this.#listenTo(this.#process.stdout);
    this.#listenTo(this.#process.stderr);
    this.#rest();
    this.#gone = new Promise((resolve) => {
      this.#onGone = resolve;
    });
    // What it said last is read a little later; longer than a little where a process of its own has its streams.
    this.#process.on("close", (code, signal) => this.#die(signal ?? code));
    this.#process.on("exit", (code, signal) => setTimeout(() => this.#die(signal ?? code), LAST_WORDS_MS).unref());
    // One that cannot be started has no exit.
    this.#process.on("error", () => {
      if (this.#process.pid === undefined) this.#die(null);
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Whether it takes a task now. */
  get isFree(): boolean {
    return this.#running === null && !this.isLost;
  }

  /** Whether it takes no task any more. */
  get isLost(): boolean {
    return this.#isEnding || this.#death !== null;
  }

  /** Does a task; only for a child that is free. @throws ChildDied */
  do(order: Order, listener: ChildListener): Promise<TaskOutcome<unknown>> {
    if (this.#death !== null) return Promise.reject(this.#death);
    return new Promise((resolve, reject) => {
      this.#running = { listener, resolve, reject };
      this.#rest();
      // Where it cannot be sent the child is dying, and its end is heard of.
      this.#process.send(order, () => {});
    });
  }

  /** Ends the process, whatever it is doing; it is gone when this is done, as far as the system lets it go. */
  async end(): Promise<void> {
    this.#isEnding = true;
    if (this.#process.connected) this.#process.disconnect();
    const kill = setTimeout(() => this.#process.kill("SIGKILL"), GRACE_MS);
    const giveUp = setTimeout(() => this.#abandon(), GIVEN_UP_MS);
    await this.#gone;
    clearTimeout(kill);
    clearTimeout(giveUp);
  }

  /** Ends the process at once, so that the others have its memory; its task may be done again. */
  giveWay(): void {
    this.#givesWay = true;
    this.#isEnding = true;
    this.#process.kill("SIGKILL");
  }

  /** Lets this program end though the child does not. */
  #abandon(): void {
    this.#process.unref();
    this.#process.stdout?.destroy();
    this.#process.stderr?.destroy();
    this.#die("SIGKILL");
  }

  #hear(answer: Answer): void {
    const running = this.#running;
    this.#isReady = true;
    if ("ready" in answer) return;
    if ("progress" in answer) {
      running?.listener.onProgress(answer.progress);
      return;
    }
    this.#running = null;
    this.#tasksDone += 1;
    this.#rest();
    running?.resolve(answer.outcome);
  }

  /** A child in hand keeps this program from ending; one that waits for work does not, and ends with it. */
  #rest(): void {
    const { channel, stdout, stderr } = this.#process;
    const handles = [this.#process, channel, stdout, stderr] as readonly Partial<Handle>[];
    for (const handle of handles) this.#running === null ? handle?.unref?.() : handle?.ref?.();
  }

  #die(end: string | number | null): void {
    this.#death ??= new ChildDied(this.#causeOf(end), end, this.#tasksDone, this.#lastWords.trim());
    const running = this.#running;
    this.#running = null;
    running?.reject(this.#death);
    this.#onGone();
  }

  #causeOf(end: string | number | null): DeathCause {
    if (this.#givesWay) return "gave-way";
    if (end === OUT_OF_MEMORY || this.#isHeapFull) return "memory";
    if (typeof end === "string" && FROM_OUTSIDE.has(end)) return "outside";
    return this.#isReady ? "crash" : "no-start";
  }

  #listenTo(stream: Readable | null): void {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      this.#isHeapFull ||= HEAP_IS_FULL.test(text);
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS_LENGTH);
      this.#running?.listener.onChatter(text);
    });
  }
}
