import { readFileSync } from "node:fs";
import process from "node:process";
import type { Child } from "./child-process.ts";
import { MEMORY_PER_JOB_BYTES } from "./limits.ts";

/** Milliseconds between two looks: a page that explodes fills some 150 MB in this time. */
const INTERVAL_MS = 100;

/** Linux counts memory in pages, of this size on all machines that Node.js is built for but a few. */
const PAGE_BYTES = 4096;

/**
 * Bytes that the children of a run may hold together where the user does not say: what one may alone, or what a job
 * takes for each of many.
 */
export function defaultMemory(jobs: number, childBytes: number): number {
  return Math.max(childBytes, Math.floor((jobs * MEMORY_PER_JOB_BYTES * 3) / 4));
}

/**
 * Bytes that one child may hold. Where nobody can look at them from outside, each has its share of the whole.
 * @param memory that all may hold together
 */
export function bytesOfChild(childBytes: number, memory: number, jobs: number): number {
  return Math.floor(Math.min(childBytes, canLook() ? memory : memory / jobs));
}

/** Ends the largest child whenever all of them together hold too much. */
export class MemoryWatch {
  readonly #limit: number;
  readonly #children: () => readonly Child[];
  readonly #timer: NodeJS.Timeout | undefined;

  /** @param limit bytes of all children together */
  constructor(limit: number, children: () => readonly Child[]) {
    this.#limit = limit;
    this.#children = children;
    if (canLook()) this.#timer = setInterval(() => this.#look(), INTERVAL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const alive = this.#children().filter(({ isLost }) => !isLost);
    // One alone is watched over by its own watchdog.
    if (alive.length < 2) return;
    const sizes = alive.map((child) => ({ child, bytes: residentBytes(child.pid) }));
    const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
    if (sum <= this.#limit) return;
    const idle = sizes.filter(({ child }) => child.isFree);
    const [largest] = (idle.length > 0 ? idle : sizes).toSorted((a, b) => b.bytes - a.bytes);
    largest?.child.giveWay();
  }
}

function canLook(): boolean {
  return process.platform === "linux";
}

/** What a process holds in memory; 0 where it is gone. */
function residentBytes(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
