import process from "node:process";
import { openEngine } from "../ocr/open-engine.ts";
import { Pipeline } from "../pipeline/pipeline.ts";
import type { Answer, Order } from "./child-process.ts";
import type { TaskProgress, Tasks } from "./protocol.ts";
import { createTasks } from "./tasks.ts";
import { startWatchdog } from "./watchdog.ts";
import { outcomeOf } from "./wire-error.ts";

type AnyTask = (argument: unknown, onProgress: (progress: TaskProgress) => void) => Promise<unknown>;

/** Lets this process do one task after the other, as its parent orders, and tell how each ended. */
export function serveTasks(): void {
  // pdf.js rejects promises that nobody holds any more, when the file is done and the next one in hand: that one must
  // not die of it. What a task itself throws reaches the parent as its outcome.
  process.on("unhandledRejection", (reason) => process.stderr.write(`${String(reason)}\n`));

  const tasks: Tasks = createTasks(new Pipeline(openEngine), watchOnce());
  process.on("message", (order) => void serve(tasks, order as Order));
}

/**
 * Starts the watchdog when first called. Its thread costs as much processor time as a tenth of a whole letter, so
 * it is not started before there is something to watch.
 */
function watchOnce(): () => void {
  let isWatched = false;
  return () => {
    // Its memory in bytes is what the parent gives it on the way.
    if (!isWatched) startWatchdog(Number(process.argv[2]));
    isWatched = true;
  };
}

async function serve(tasks: Tasks, { name, argument }: Order): Promise<void> {
  const task = tasks[name] as AnyTask;
  answer({ outcome: await outcomeOf(() => task(argument, (progress) => answer({ progress }))) });
}

/** What cannot be sent nobody waits for: the parent is gone. */
function answer(given: Answer): void {
  process.send?.(given, () => {});
}
