/** The share of a child's memory that its JavaScript heap may fill; V8 ends the process beyond it. Pictures are no heap. */
export const HEAP_SHARE = 2 / 3;

/**
 * The share of a child's memory that a file may take that declares nothing large. Scans of A4 in 300 dots an inch take
 * two fifths of it.
 */
export const MODEST_SHARE = 0.5;
export const MODEST_GROWTH = 0.35;

/**
 * What ends a child that holds too much memory: nobody else sends it, so that such a death is told from a kill from
 * outside. It ends a process that does nothing about it, also one that never looks up.
 */
export const OUT_OF_MEMORY = "SIGUSR2";

/** Bytes of memory to have free for each child when their number is chosen: a 300 dpi page in hand takes half of it. */
export const MEMORY_PER_JOB_BYTES = 1024 ** 3;
