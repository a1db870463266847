/** The share of a child's memory that its JavaScript heap may fill; V8 ends the process beyond it. Pictures are no heap. */
export const HEAP_SHARE = 2 / 3;

/** Bytes of memory to have free for each child when their number is chosen: a 300 dpi page in hand takes half of it. */
export const MEMORY_PER_JOB_BYTES = 1024 ** 3;
