import { readFile, stat } from "node:fs/promises";
import { MemoError } from "../model/failure.ts";
import { MAX_FILE_BYTES } from "./limits.ts";

/**
 * The bytes of an input file. Folders, pipes and devices are refused: they have no bytes, or no end.
 * @throws MemoError "file-not-found", "file-unreadable", "file-too-large"
 */
export async function readInput(path: string, maxBytes: number = MAX_FILE_BYTES): Promise<Uint8Array> {
  try {
    return await readRegularFile(path, maxBytes);
  } catch (error) {
    throw error instanceof MemoError ? error : unreadable(error);
  }
}

async function readRegularFile(path: string, maxBytes: number): Promise<Uint8Array> {
  const facts = await stat(path);
  if (facts.isDirectory()) throw new MemoError("file-unreadable", "This is a folder, not a file.");
  if (!facts.isFile()) {
    throw new MemoError("file-unreadable", "This is a pipe or device, not a file; '-' reads standard input.");
  }
  if (facts.size > maxBytes) throw new MemoError("file-too-large", tooLarge(facts.size, maxBytes));
  return readFile(path);
}

function tooLarge(size: number, maxBytes: number): string {
  const mebibytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1);
  return `The file has ${mebibytes(size)} MiB, more than the limit of ${mebibytes(maxBytes)} MiB.`;
}

/** An error of the file system as a failure of the input. */
function unreadable(error: unknown): MemoError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  if (code === "ENOENT" || code === "ENOTDIR") return new MemoError("file-not-found", undefined, { cause: error });
  return new MemoError("file-unreadable", `The file cannot be read (${code}).`, { cause: error });
}
