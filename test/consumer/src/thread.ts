import process from "node:process";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { createParser } from "hausmitteilung";

// A worker thread that parses, and ends with its children when its work is done.
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { workerData: process.argv[2] });
  worker.on("message", (date) => console.log("thread", date));
  worker.on("exit", (code) => console.log("exit", code));
} else {
  const parser = createParser({ jobs: 1 });
  const [record] = await parser.parse(String(workerData));
  parentPort?.postMessage(record?.memo.date);
}
