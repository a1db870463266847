import { basename, extname, join, resolve } from "node:path";
import { makeFolders, unwritableReason } from "../archive/make-folders.ts";
import { errorCode } from "../model/error-code.ts";
import { STANDARD_INPUT } from "./inputs.ts";
import { WrongUse } from "./shell.ts";

/**
 * Makes the folder, and finds clashes before any work is done.
 * @throws WrongUse if two inputs would write one file, an output would replace an input,
 *   or the folder cannot be made
 */
export async function prepareFolder(folder: string, files: readonly string[]): Promise<void> {
  refuseClashes(folder, files);
  await makeFolders(resolve(folder)).catch((error: unknown) => {
    const code = errorCode(error);
    const why = code === "ENOENT" ? "no folder can be made there" : (unwritableReason(error) ?? String(error));
    throw new WrongUse(`The folder ${quoted(folder)} cannot be made: ${why} (${code}).`, { cause: error });
  });
}

/** What an input is called in its output's name: "scan" for "in/scan.pdf", "stdin" for standard input. */
export function stemOf(file: string): string {
  return file === STANDARD_INPUT ? "stdin" : basename(file, extname(file));
}

function refuseClashes(folder: string, files: readonly string[]): void {
  const inputs = new Set(files.map((file) => resolve(file)));
  const outputs = new Map<string, string>();
  for (const file of files) {
    const output = join(folder, `${stemOf(file)}.json`);
    const other = outputs.get(output);
    if (other !== undefined) {
      throw new WrongUse(`${quoted(other)} and ${quoted(file)} would both be written to ${quoted(output)}.`);
    }
    if (inputs.has(resolve(output))) {
      throw new WrongUse(`The record of ${quoted(file)} would replace the input ${quoted(output)}.`);
    }
    outputs.set(output, file);
  }
}

/** A name in quotes, control characters escaped. */
function quoted(name: string): string {
  return JSON.stringify(name);
}
