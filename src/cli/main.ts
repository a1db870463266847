import process from "node:process";
import { EXIT_CODES } from "./exit-codes.ts";
import { run } from "./run.ts";
import { tolerateErrors } from "./streams.ts";

/** Milliseconds an interrupted command has for ending its children and removing temporary files. */
const INTERRUPT_GRACE_MS = 2000;

/** Milliseconds for what was written to reach its reader. */
const END_GRACE_MS = 2000;

const { stdout, stderr, env: environment } = process;
const interruption = new AbortController();
let drain: AbortController | null = null;

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, interrupt);

function interrupt(): void {
  if (drain !== null && !drain.signal.aborted) {
    drain.abort();
    return;
  }
  if (interruption.signal.aborted) process.exit(EXIT_CODES.interrupted.code);
  interruption.abort();
  setTimeout(() => process.exit(EXIT_CODES.interrupted.code), INTERRUPT_GRACE_MS).unref();
}

tolerateErrors(stdout);
tolerateErrors(stderr);

const code = await run(process.argv.slice(2), {
  /** Opened only by those who read it. */
  get stdin() {
    return process.stdin;
  },
  stdout,
  stderr,
  environment,
  interrupted: interruption.signal,
  drainFirst() {
    drain ??= new AbortController();
    return drain.signal;
  },
});

// All is done and said: whatever still holds the process open is nobody's any more.
process.exitCode = code;
setTimeout(() => process.exit(), END_GRACE_MS).unref();
