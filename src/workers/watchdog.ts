import { Worker } from "node:worker_threads";

export interface WatchdogOrders {
  /** One number: the bytes that the process may hold at the moment. */
  readonly maxBytes: Float64Array<SharedArrayBuffer>;
  /** Milliseconds between two looks. */
  readonly interval: number;
}

/** A page bomb fills some 150 MB in this time. */
const INTERVAL_MS = 100;

/**
 * Ends this process at once when it holds too much memory or its parent is gone, whatever it is doing:
 * the watchdog is a thread of its own, so it looks even while the main thread is stuck.
 * @returns what sets another limit
 */
export function startWatchdog(maxBytes: number): (maxBytes: number) => void {
  const limit = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  limit[0] = maxBytes;
  const orders: WatchdogOrders = { maxBytes: limit, interval: INTERVAL_MS };
  new Worker(new URL("./watchdog-thread.js", import.meta.url), { workerData: orders }).unref();
  return (bytes) => {
    limit[0] = bytes;
  };
}
