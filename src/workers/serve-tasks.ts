import process from "node:process";
import { openEngine } from "../ocr/open-engine.ts";
import { mediaTypeOf } from "../pipeline/media-type.ts";
import { isModest } from "../pipeline/memory-need.ts";
import { Pipeline } from "../pipeline/pipeline.ts";
import type { Answer, Order } from "./child-process.ts";
import { MODEST_GROWTH, MODEST_SHARE } from "./limits.ts";
import type { TaskName, TaskProgress, Tasks } from "./protocol.ts";
import { createTasks } from "./tasks.ts";
import { startWatchdog } from "./watchdog.ts";
import { outcomeOf } from "./wire-error.ts";

type AnyTask = (argument: unknown, onProgress: (progress: TaskProgress) => void) => Promise<unknown>;

/** Tasks that look at a file before anything of it can take time or memory. */
const OPENING: ReadonlySet<TaskName> = new Set<TaskName>(["open", "begin"]);

/** Bytes of a text that is understood in a second or two, within the memory that the heap's limit leaves it. */
const SHORT_TEXT = 128 * 1024;

/** Not watched: the watchdog's thread costs a tenth of the processor time that such a letter takes in all. */
function isShortText(bytes: Uint8Array): boolean {
  return bytes.byteLength <= SHORT_TEXT && mediaTypeOf(bytes) === "text/plain";
}

/** Lets this process do one task after the other, as its parent orders, and tell how each ended. */
export function serveTasks(): void {
  // pdf.js rejects promises that nobody holds any more, when the file is done and the next one in hand: that one must
  // not die of it. What a task itself throws reaches the parent as its outcome.
  process.on("unhandledRejection", (reason) => process.stderr.write(`${String(reason)}\n`));

  // Its memory in bytes is what the parent gives it on the way.
  const most = Number(process.argv[2]);
  let allow: ((bytes: number) => void) | null = null;
  const watch = (): ((bytes: number) => void) => {
    allow ??= startWatchdog(most);
    return allow;
  };
  const tasks: Tasks = createTasks(new Pipeline(openEngine), (bytes) => {
    if (allow === null && isShortText(bytes)) return;
    watch()(isModest(bytes) ? modest(most) : most);
  });
  process.on("message", (order: Order) => {
    if (!OPENING.has(order.name)) watch();
    void serve(tasks, order);
  });
  answer({ ready: true });
}

async function serve(tasks: Tasks, { name, argument }: Order): Promise<void> {
  const task = tasks[name] as AnyTask;
  answer({ outcome: await outcomeOf(() => task(argument, (progress) => answer({ progress }))) });
}

/** What cannot be sent nobody waits for: the parent is gone. */
function answer(given: Answer): void {
  process.send?.(given, () => {});
}

/** Bytes for a file that declares nothing large, beside what files before it have left in the process. */
function modest(most: number): number {
  return Math.min(most, Math.max(MODEST_SHARE * most, process.memoryUsage.rss() + MODEST_GROWTH * most));
}
