import { constants } from "node:fs";
import { copyFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { makeFolders } from "../archive/make-folders.ts";
import { errorCode } from "../model/error-code.ts";
import type { CheckFlags } from "./check-flags.ts";
import { WrongUse } from "./shell.ts";

/**
 * Makes the folder of a case from a file: `<folder>/<name>/memo.<ending>`.
 * @returns flags with which a check reads this input, records what it reads, and expects what it gives
 * @throws WrongUse where there is no such file, or such a case already
 */
export async function beginCase(folder: string, file: string, flags: CheckFlags): Promise<CheckFlags> {
  const ending = extname(file);
  const name = basename(file, ending);
  const path = join(folder, name, `memo${ending.toLowerCase()}`);
  await makeFolders(join(folder, name));
  await copyFile(file, path, constants.COPYFILE_EXCL).catch((error: unknown) => {
    const why =
      errorCode(error) === "EEXIST"
        ? `There is ${JSON.stringify(path)} already.`
        : `The file ${JSON.stringify(file)} cannot be copied there.`;
    throw new WrongUse(why, { cause: error });
  });
  return { ...flags, only: `${name}/${basename(path)}`, update: true, record: true };
}
