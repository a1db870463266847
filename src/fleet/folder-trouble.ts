import { constants } from "node:fs";
import { access, open, opendir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorCode } from "../model/error-code.ts";

/** How a file is found: it can be read, it is itself the trouble, or all files of its place are in the same one. */
export type Sight = "readable" | "file" | { readonly trouble: string };

/** Other files of a folder that are tried before it is taken for closed. */
const NEIGHBOURS = 10;

const NOT_THERE: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR"]);

/**
 * Looks for a file of a folder, so that one that is missing or closed is told from a share that is.
 * @param home the folder that is empty, or not there, where the share is not mounted
 */
export async function lookAtFile(path: string, home: string): Promise<Sight> {
  const trouble = await troubleOfFolder(home);
  if (trouble !== null) return { trouble };
  const code = await refusal(path);
  if (code === null) return "readable";
  if (NOT_THERE.has(code) || (await isAnyReadable(path))) return "file";
  return { trouble: `cannot be read (${code})` };
}

/** Why nothing can be had from a folder; null where it holds something. */
async function troubleOfFolder(folder: string): Promise<string | null> {
  try {
    for await (const _entry of await opendir(folder)) return null;
    return "is empty here";
  } catch (error) {
    const code = errorCode(error) || "unknown";
    return NOT_THERE.has(code) ? "is not here" : `cannot be listed (${code})`;
  }
}

/** The code of the error with which the first byte of a file is refused; null where it is not. */
async function refusal(path: string): Promise<string | null> {
  try {
    const file = await open(path, "r");
    try {
      await file.read(Buffer.alloc(1), 0, 1, 0);
    } finally {
      await file.close();
    }
    return null;
  } catch (error) {
    return errorCode(error) || "unknown";
  }
}

/** Whether some file beside one can be read, or there is none beside it: then nothing is known against the folder. */
async function isAnyReadable(path: string): Promise<boolean> {
  let tried = 0;
  for await (const entry of await opendir(dirname(path))) {
    const neighbour = join(dirname(path), entry.name);
    if (!entry.isFile() || neighbour === path) continue;
    if (await isOpenTo(neighbour)) return true;
    tried += 1;
    if (tried === NEIGHBOURS) break;
  }
  return tried === 0;
}

async function isOpenTo(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    async () => (await refusal(path)) === null,
    () => false,
  );
}
