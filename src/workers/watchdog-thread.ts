import process from "node:process";
import { workerData } from "node:worker_threads";
import type { WatchdogOrders } from "./watchdog.ts";

const orders = workerData as WatchdogOrders;
const parent = process.ppid;

setInterval(() => {
  const orphaned = process.ppid !== parent;
  if (orphaned || process.memoryUsage.rss() > orders.maxBytes) process.kill(process.pid, "SIGKILL");
}, orders.interval);
