import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { MemoError } from "../model/failure.ts";
import { withTemporaryPath } from "../workers/temporary-file.ts";

/**
 * A file to be parsed: its path or `file:` URL, its bytes, a Blob or File, or a stream of bytes (of Node.js or of the
 * web). Bytes are left as they are, and are not to be changed before the call has ended; a stream is not read before
 * it is the file's turn.
 */
export type ParseInput = string | URL | Uint8Array | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** An input with a name of your own for it. */
export interface NamedInput {
  /** What the outcome is to call it; the last part of a path becomes `source.file`. */
  readonly name: string;
  readonly content: ParseInput;
}

/** What an input without a name is called, as on the command line. */
const UNNAMED = "-";

/** What an outcome calls an input. */
export function nameOf(input: ParseInput | NamedInput): string {
  if (isNamed(input)) return input.name;
  if (typeof input === "string") return input;
  if (input instanceof URL) return fileURLToPath(input);
  return input instanceof Blob && "name" in input && typeof input.name === "string" ? input.name : UNNAMED;
}

/**
 * Gives some work the path of an input. What is no file yet is one in a private folder for as long as the work takes.
 * @param maxBytes of what is no file yet
 * @throws MemoError "file-too-large", "file-unreadable"; the signal's reason; what the work throws
 */
export async function withPathOf<T>(
  input: ParseInput | NamedInput,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
  work: (path: string) => Promise<T>,
): Promise<T> {
  const content = isNamed(input) ? input.content : input;
  if (typeof content === "string") return work(resolve(content));
  if (content instanceof URL) return work(fileURLToPath(content));
  return withTemporaryPath(async (path) => {
    await pipeline(chunksOf(content, maxBytes), createWriteStream(path, { mode: 0o600 }), { signal }).catch(
      (error: unknown) => {
        signal.throwIfAborted();
        if (error instanceof MemoError) throw error;
        throw new MemoError("file-unreadable", "The stream failed before its end.", { cause: error });
      },
    );
    return work(path);
  });
}

async function* chunksOf(
  content: Exclude<ParseInput, string | URL>,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = content instanceof Uint8Array ? [content] : content instanceof Blob ? content.stream() : content;
  let bytes = 0;
  for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new MemoError("file-too-large");
    yield chunk;
  }
}

function isNamed(input: ParseInput | NamedInput): input is NamedInput {
  return typeof input === "object" && "content" in input;
}
