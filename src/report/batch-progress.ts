import type { BatchCounts, Clock } from "./batch-counts.ts";
import { CLEAR, fitted, progressLine } from "./live-line.ts";
import { counted } from "./messages.ts";
import type { Paint } from "./paint.ts";
import type { Reporter, ReportStream } from "./run-event.ts";

/** Milliseconds between two pictures of a live block: as often as an eye follows. */
const FRAME_MS = 100;

/** Milliseconds between two lines in a log. */
const LOG_MS = 60_000;

/** Characters of the bar. */
const BAR = 24;

/** A line up (ECMA-48 CUU). */
const UP = "\u001b[1A";

/** What the first Ctrl-C does, and what the next one would. */
const DRAINING = "Interrupted: what is in hand is brought to its end. Once more (Ctrl-C) ends at once.";

/** A block of three lines that follows the work, for a person at a terminal. */
export function batchBlock(stream: ReportStream, paint: Paint, counts: BatchCounts, clock: Clock): Reporter {
  let shownAt = Number.NEGATIVE_INFINITY;
  let lines = 0;
  const clear = (): string => CLEAR + (UP + CLEAR).repeat(Math.max(0, lines - 1));
  return (event) => {
    const isEnd = event.event === "batch-done" || event.event === "service";
    const isUrgent = isEnd || event.event === "run-draining";
    if (!isUrgent && clock() - shownAt < FRAME_MS) return;
    const block = isEnd ? [] : blockOf(counts, paint, stream);
    stream.write(clear() + block.join("\n"));
    lines = block.length;
    shownAt = clock();
  };
}

/** A line a minute, for a log. */
export function batchLog(stream: ReportStream, counts: BatchCounts, clock: Clock): Reporter {
  let toldAt = clock();
  return (event) => {
    if (event.event === "run-draining") stream.write(`${DRAINING}\n`);
    if (event.event === "batch-done" || clock() - toldAt < LOG_MS) return;
    stream.write(`${filesLine(counts)}; ${paceLine(counts)}\n`);
    toldAt = clock();
  };
}

function blockOf(counts: BatchCounts, paint: Paint, stream: ReportStream): string[] {
  const filled = counts.files === 0 ? 0 : Math.round((counts.ended / counts.files) * BAR);
  const bar = paint.green("█".repeat(filled)) + paint.dim("░".repeat(BAR - filled));
  const current = counts.current === null ? "" : progressLine(counts.current);
  return [`${bar} ${filesLine(counts)}`, fitted(paceLine(counts), stream), paint.dim(fitted(current, stream))];
}

/** "1234 of 40000 files, 3 failed" */
function filesLine(counts: BatchCounts): string {
  const failed = counts.failed === 0 ? "" : `, ${counts.failed} failed`;
  return `${counts.ended} of ${counted(counts.files, "file")}${failed}`;
}

/** "2345 pages, 41 a minute, about 3 h 12 min left" */
function paceLine(counts: BatchCounts): string {
  if (counts.isDraining) return DRAINING;
  const left = counts.secondsLeft;
  const rest = left === null ? "" : `, about ${duration(left)} left`;
  return `${counted(counts.pages, "page")}, ${counts.pagesPerMinute} a minute${rest}`;
}

/** "45 s", "12 min", "3 h 12 min" */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
