import type { TaskName } from "./protocol.ts";

/** Milliseconds a task may take before its process is killed: several times what the slowest honest input took. */
export const TASK_TIME_LIMITS: Readonly<Record<TaskName, number>> = {
  // Opening a file; for a text or a born-digital file all of its pages, for a one-page scan its OCR as well.
  begin: 240_000,
  // One page at most: rendering and OCR.
  readPage: 180_000,
  // One page, rendered.
  picture: 60_000,
  // Repair and structure of the whole document.
  finish: 240_000,
};

/** MiB of JavaScript heap a child may fill; V8 ends the process beyond it. */
export const CHILD_HEAP_MIB = 1024;

/**
 * Bytes of memory a child may hold in all, images and WebAssembly included.
 * A 300 dpi page in hand takes a third of it.
 */
export const CHILD_MEMORY_BYTES = 1.5 * 1024 ** 3;

/** Bytes of memory to have free for each child when their number is chosen. */
export const MEMORY_PER_JOB_BYTES = 1024 ** 3;

/** Bytes of an input file; a scan of 500 pages in colour stays below. */
export const MAX_FILE_BYTES = 200 * 1024 ** 2;
