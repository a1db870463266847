import { MemoError } from "../model/failure.ts";
import type { Limits } from "../model/limits.ts";
import type { TaskName } from "./protocol.ts";

/** The stage a task begins with, before it has told any. */
const FIRST_STAGE: Readonly<Record<TaskName, string>> = {
  open: "open",
  begin: "open",
  readPage: "read",
  picture: "render",
  finish: "understand",
};

/** Milliseconds a stage may take. The stages are those that tasks tell. */
function timeFor(stage: string, limits: Limits): number {
  if (stage === "open") return Math.min(limits.parseTime, limits.documentTime);
  // A page at a time.
  if (stage === "read") return Math.min(limits.renderTime + limits.ocrTime, limits.documentTime);
  if (stage === "render") return Math.min(limits.renderTime, limits.documentTime);
  return limits.documentTime;
}

/** Watches over a task's time, stage by stage: a hanging page is found long before a long document is done. */
export class TimeWatch {
  readonly #limits: Limits;
  readonly #onLate: () => void;
  #stage: string;
  #alarm: NodeJS.Timeout | undefined;
  #isLate = false;

  /** @param onLate called once, when a stage takes too long */
  constructor(task: TaskName, limits: Limits, onLate: () => void) {
    this.#limits = limits;
    this.#onLate = onLate;
    this.#stage = FIRST_STAGE[task];
    this.#set();
  }

  /** A stage begins, or the next page in it. */
  enter(stage: string): void {
    this.#stage = stage;
    this.#set();
  }

  stop(): void {
    clearTimeout(this.#alarm);
  }

  /** Why the task was ended; null where it was not for its time. */
  get failure(): MemoError | null {
    if (!this.#isLate) return null;
    const seconds = timeFor(this.#stage, this.#limits) / 1000;
    return new MemoError("time-limit", `Work on the file took longer than ${seconds} seconds (${this.#stage}).`);
  }

  #set(): void {
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(
      () => {
        this.#isLate = true;
        this.#onLate();
      },
      timeFor(this.#stage, this.#limits),
    );
  }
}
