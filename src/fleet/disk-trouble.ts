import { tmpdir } from "node:os";
import { PlaceUnusable } from "../archive/place-unusable.ts";
import { errorCode } from "../model/error-code.ts";

/** What the system was asked for when a temporary file could not be written; a socket's calls are others. */
const OF_FILES: ReadonlySet<string> = new Set(["open", "mkdtemp", "mkdir", "fsync"]);
const OF_FULL_DISKS: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EROFS", "EIO"]);

/** Why temporary files cannot be written here, where an error says that; null where it says something else. */
export function diskTrouble(error: unknown): PlaceUnusable | null {
  const code = errorCode(error);
  const syscall = error instanceof Error && "syscall" in error ? String(error.syscall) : "";
  if (!OF_FULL_DISKS.has(code) && !OF_FILES.has(syscall)) return null;
  return new PlaceUnusable(tmpdir(), `takes no temporary files on this machine (${code})`, { cause: error });
}
