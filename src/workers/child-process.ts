import { type ChildProcess, fork } from "node:child_process";
import type { Readable } from "node:stream";
import type { TaskName, TaskOutcome, TaskProgress } from "./protocol.ts";

/** A task as it is sent to a child. */
export interface Order {
  readonly name: TaskName;
  readonly argument: unknown;
}

/** What a child sends back: how far it has come, as often as it likes, then how the task ended. */
export type Answer = { readonly progress: TaskProgress } | { readonly outcome: TaskOutcome<unknown> };

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

/** Thrown where a child dies over its task. */
export class ChildDied extends Error {
  override readonly name = "ChildDied";
  /** null where it ended by itself. */
  readonly signal: NodeJS.Signals | null;

  constructor(signal: NodeJS.Signals | null, code: number | null) {
    super(`The child process ended with ${signal ?? `code ${code}`}.`);
    this.signal = signal;
  }
}

/** Milliseconds that a child gets to end by itself before it is killed. */
const GRACE_MS = 200;

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

  constructor({ script, args, execArgv, env }: ChildOptions) {
    this.#process = fork(script, args, { execArgv: [...execArgv], env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
    this.#process.on("message", (answer) => this.#hear(answer as Answer));
    this.#listenTo(this.#process.stdout);
    this.#listenTo(this.#process.stderr);
    this.#rest();
    this.#gone = new Promise((resolve) => {
      this.#onGone = resolve;
    });
    this.#process.on("exit", (code, signal) => this.#die(new ChildDied(signal, code)));
    // One that cannot be started has no exit.
    this.#process.on("error", () => {
      if (this.#process.pid === undefined) this.#die(new ChildDied(null, null));
    });
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

  /** Lets this program end though the child does not. */
  #abandon(): void {
    this.#process.unref();
    this.#process.stdout?.destroy();
    this.#process.stderr?.destroy();
    this.#die(new ChildDied("SIGKILL", null));
  }

  #hear(answer: Answer): void {
    const running = this.#running;
    if ("progress" in answer) {
      running?.listener.onProgress(answer.progress);
      return;
    }
    this.#running = null;
    this.#rest();
    running?.resolve(answer.outcome);
  }

  /** A child in hand keeps this program from ending; one that waits for work does not, and ends with it. */
  #rest(): void {
    const { channel, stdout, stderr } = this.#process;
    const handles = [this.#process, channel, stdout, stderr] as readonly Partial<Handle>[];
    for (const handle of handles) this.#running === null ? handle?.unref?.() : handle?.ref?.();
  }

  #die(death: ChildDied): void {
    this.#death ??= death;
    const running = this.#running;
    this.#running = null;
    running?.reject(this.#death);
    this.#onGone();
  }

  #listenTo(stream: Readable | null): void {
    stream?.setEncoding("utf8").on("data", (text: string) => this.#running?.listener.onChatter(text));
  }
}
