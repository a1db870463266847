import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { ArchivePaths } from "../archive/paths.ts";
import { WrongUse } from "./shell.ts";

/** An archive that there is. @throws WrongUse */
export async function existingArchive(dir: string): Promise<ArchivePaths> {
  const paths = new ArchivePaths(resolve(dir));
  const records = await stat(paths.room("records")).catch(() => null);
  if (records?.isDirectory() === true) return paths;
  throw new WrongUse(`${JSON.stringify(dir)} is no archive: it has no folder "records". "batch" makes one.`);
}
