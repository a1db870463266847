import type { z } from "zod";

/** What is wrong with a file, and where in it. */
export interface Fault {
  /** JSON Pointer; "" for the whole file. */
  readonly pointer: string;
  readonly problem: string;
}

export type Checked<T> = { readonly value: T } | { readonly faults: readonly Fault[] };

/** Parses JSON and has its value checked. */
export function checkedJson<T>(json: string, check: (value: unknown) => Checked<T>): Checked<T> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { faults: [{ pointer: "", problem: `No JSON: ${error instanceof Error ? error.message : String(error)}` }] };
  }
  return check(value);
}

/** Holds a value against a schema; all that is wrong is told at once. */
export function checkedBy<T>(schema: z.ZodType<T>, value: unknown): Checked<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  return { faults: parsed.error.issues.map((issue) => ({ pointer: pointerOf(issue.path), problem: issue.message })) };
}

/** A JSON Pointer (RFC 6901) from the names and indices on the way. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
