import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { errorCode } from "../model/error-code.ts";
import { MemoError } from "../model/failure.ts";
import { DEFAULT_LIMITS } from "../model/limits.ts";

/** What a file holds, told without keeping it. */
export interface HashedInput {
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * The bytes of an input file. Folders, pipes and devices are refused: they have no bytes, or no end.
 * @throws MemoError "file-not-found", "file-unreadable", "file-too-large"
 */
export async function readInput(path: string, maxBytes: number = DEFAULT_LIMITS.fileBytes): Promise<Uint8Array> {
  return orUnreadable(async () => {
    await refuseUnfit(path, maxBytes);
    return readFile(path);
  });
}

/**
 * The hash of an input file, which may be larger than memory.
 * @throws MemoError as `readInput`
 */
export async function hashInput(path: string, maxBytes: number = DEFAULT_LIMITS.fileBytes): Promise<HashedInput> {
  return orUnreadable(async () => {
    await refuseUnfit(path, maxBytes);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    return { sha256: hash.digest("hex"), bytes };
  });
}

/** Whether a file can be read and has these bytes. */
export async function holdsContent(path: string, sha256: string): Promise<boolean> {
  try {
    return (await hashInput(path)).sha256 === sha256;
  } catch (error) {
    if (error instanceof MemoError) return false;
    throw error;
  }
}

async function refuseUnfit(path: string, maxBytes: number): Promise<void> {
  const facts = await stat(path);
  if (facts.isDirectory()) throw new MemoError("file-unreadable", "This is a folder, not a file.");
  if (!facts.isFile()) {
    throw new MemoError("file-unreadable", "This is a pipe or device, not a file; '-' reads standard input.");
  }
  if (facts.size > maxBytes) throw new MemoError("file-too-large", tooLarge(facts.size, maxBytes));
}

function tooLarge(size: number, maxBytes: number): string {
  const mebibytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1);
  return `The file has ${mebibytes(size)} MiB, more than the limit of ${mebibytes(maxBytes)} MiB.`;
}

async function orUnreadable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof MemoError ? error : unreadable(error);
  }
}

/** An error of the file system as a failure of the input. */
function unreadable(error: unknown): MemoError {
  const code = errorCode(error) || "unknown";
  if (code === "ENOENT" || code === "ENOTDIR") return new MemoError("file-not-found", undefined, { cause: error });
  return new MemoError("file-unreadable", `The file cannot be read (${code}).`, { cause: error });
}
