import process from "node:process";
import workerpool from "workerpool";
import { Pipeline } from "../pipeline/pipeline.ts";
import type { TaskOutcome, TaskProgress, Tasks } from "./protocol.ts";
import { createTasks } from "./tasks.ts";
import { startWatchdog } from "./watchdog.ts";
import { outcomeOf } from "./wire-error.ts";

/** The child process: does one task after the other, and tells how each ended. */
const tasks = createTasks(new Pipeline());

const tell = (progress: TaskProgress): void => workerpool.workerEmit(progress);

type OverTheWire = { [N in keyof Tasks]: (task: Parameters<Tasks[N]>[0]) => Promise<TaskOutcome<unknown>> };

const methods: OverTheWire = {
  open: (task) => outcomeOf(() => tasks.open(task, tell)),
  begin: (task) => outcomeOf(() => tasks.begin(task, tell)),
  readPage: (task) => outcomeOf(() => tasks.readPage(task, tell)),
  picture: (task) => outcomeOf(() => tasks.picture(task, tell)),
  finish: (task) => outcomeOf(() => tasks.finish(task, tell)),
};

// A terminal sends Ctrl-C to all processes; what comes of it is the parent's to decide.
process.on("SIGINT", () => {});

// pdf.js rejects promises that nobody holds any more, when the file is done and the next one in hand: that one must
// not die of it. What a task itself throws reaches the parent as its outcome.
process.on("unhandledRejection", (reason) => process.stderr.write(`${String(reason)}\n`));

// Its memory in bytes is what the parent gives it on the way.
startWatchdog(Number(process.argv[2]));
workerpool.worker(methods);
