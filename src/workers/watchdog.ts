import { Worker } from "node:worker_threads";

export interface WatchdogOrders {
  readonly maxBytes: number;
  /** Milliseconds between two looks. */
  readonly interval: number;
}

/** A page bomb fills some 300 MB in this time. */
const INTERVAL_MS = 200;

/**
 * Ends this process at once when it holds too much memory or its parent is gone, whatever it is doing:
 * the watchdog is a thread of its own, so it looks even while the main thread is stuck.
 */
export function startWatchdog(maxBytes: number): void {
  const orders: WatchdogOrders = { maxBytes, interval: INTERVAL_MS };
  new Worker(new URL("./watchdog-thread.js", import.meta.url), { workerData: orders }).unref();
}
