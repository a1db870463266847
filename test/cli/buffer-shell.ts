import { Readable, Writable } from "node:stream";
import type { Shell } from "../../src/cli/shell.ts";

export interface BufferShell extends Shell {
  /** What was written so far. */
  out(): string;
  err(): string;
  interrupt(): void;
  /** The first Ctrl-C, where the command asked to be drained first. */
  drain(): void;
}

/** A shell of buffers. `breakOut` gives the error code with which writes to standard output fail from some point on. */
export function bufferShell(given: { stdin?: Uint8Array | string; breakOut?: () => string | null } = {}): BufferShell {
  const out: string[] = [];
  const err: string[] = [];
  const interruption = new AbortController();
  const drained = new AbortController();
  const stdout = new Writable({
    autoDestroy: false,
    write(chunk, _encoding, done) {
      const code = given.breakOut?.() ?? null;
      if (code !== null) return done(Object.assign(new Error(`write ${code}`), { code }));
      out.push(String(chunk));
      done();
    },
  });
  stdout.on("error", () => {});
  return {
    stdin: Readable.from(given.stdin === undefined ? [] : [Buffer.from(given.stdin)]),
    stdout,
    stderr: new Writable({
      write(chunk, _encoding, done) {
        err.push(String(chunk));
        done();
      },
    }),
    environment: { NO_COLOR: "1" },
    interrupted: interruption.signal,
    out: () => out.join(""),
    err: () => err.join(""),
    interrupt: () => interruption.abort(),
    drainFirst: () => drained.signal,
    drain: () => drained.abort(),
  };
}
