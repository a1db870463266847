import process from "node:process";
import { workerData } from "node:worker_threads";
import { OUT_OF_MEMORY } from "./limits.ts";
import type { WatchdogOrders } from "./watchdog.ts";

const orders = workerData as WatchdogOrders;
const parent = process.ppid;

/** Windows knows no such signals. */
const deathByMemory = process.platform === "win32" ? "SIGKILL" : OUT_OF_MEMORY;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
  if (process.memoryUsage.rss() > (orders.maxBytes[0] ?? 0)) process.kill(process.pid, deathByMemory);
}, orders.interval);
