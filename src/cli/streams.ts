import { Buffer } from "node:buffer";
import { addAbortSignal, type Readable, type Writable } from "node:stream";
import { MemoError } from "../model/failure.ts";
import { OutputBroken, ReaderGone } from "./shell.ts";

/**
 * Writes text and waits until it is handed over, so that no record waits in memory behind a slow reader.
 * @throws ReaderGone, OutputBroken
 */
export function writeOut(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) return resolve();
      const gone = "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
      const Broken = gone ? ReaderGone : OutputBroken;
      reject(new Broken(`Standard output cannot be written: ${error.message}`, { cause: error }));
    });
  });
}

/** Standard streams report errors as events too; `writeOut` deals with them, and logs may be lost. */
export function tolerateErrors(stream: Writable): void {
  stream.on("error", () => {});
}

/**
 * All bytes of standard input.
 * @throws MemoError "file-too-large"; AbortError when interrupted
 */
export async function readAll(stdin: Readable, maxBytes: number, interrupted: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of addAbortSignal(interrupted, stdin)) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > maxBytes) throw new MemoError("file-too-large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}
