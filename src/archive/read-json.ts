import { access, readFile } from "node:fs/promises";
import type { z } from "zod";
import { errorCode } from "../model/error-code.ts";

/** Thrown for a file of an archive that is not what it should be: damaged, or written by another hand. */
export class ArchiveDamaged extends Error {
  override readonly name = "ArchiveDamaged";
  readonly path: string;
  /** "is no JSON" */
  readonly reason: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`${JSON.stringify(path)} ${reason}.`, options);
    this.path = path;
    this.reason = reason;
  }
}

/**
 * A JSON file of the archive; null where there is none.
 * @throws ArchiveDamaged
 */
export async function readJson<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S> | null> {
  const text = await readText(path);
  if (text === null) return null;
  return parsedAs(path, text, schema);
}

/** What was read; null also where it is damaged. */
export async function unlessDamaged<T>(reading: Promise<T | null>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ArchiveDamaged) return null;
    throw error;
  }
}

function parsedAs<S extends z.ZodType>(path: string, text: string, schema: S): z.infer<S> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ArchiveDamaged(path, "is no JSON", { cause: error });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined ? "" : `: at /${issue.path.join("/")}, ${issue.message}`;
  throw new ArchiveDamaged(path, `has not the shape it should have${place}`, { cause: parsed.error });
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Whether there is something of that name. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}
