import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { errorCode } from "../../model/error-code.ts";
import { WrongUse } from "../shell.ts";
import type { Config } from "./config-schema.ts";
import { CONFIG_FILE } from "./names.ts";

/**
 * The options in the file that the user names, else in the working directory's own, if it has one.
 * @throws WrongUse if the file named cannot be read, or either is not as it should be
 */
export async function readConfig(program: Command, named: string | undefined): Promise<Config> {
  const path = named ?? CONFIG_FILE;
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (named === undefined && isMissing(error)) return null;
    throw new WrongUse(`The config file ${JSON.stringify(path)} cannot be read.`, { cause: error });
  });
  if (text === null) return {};
  // Loads zod, which few runs need otherwise.
  const { configSchema } = await import("./config-schema.ts");
  const checked = configSchema(program).safeParse(parseJson(text, path));
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map((issue) => `${[path, ...issue.path].join(": ")}: ${issue.message}`);
  throw new WrongUse(faults.join("\n       "));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongUse(`${path}: This is no JSON: ${(error as SyntaxError).message}`, { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return errorCode(error) === "ENOENT";
}
