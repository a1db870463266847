import type { z } from "zod";

/** What is wrong with a file, and where in it. */
export interface Fault {
  /** JSON Pointer; "" for the whole file. */
  readonly pointer: string;
  readonly problem: string;
}

export type Checked<T> = { readonly value: T } | { readonly faults: readonly Fault[] };

/** Parses JSON and holds it against a schema; all that is wrong is told at once. */
export function checkedJson<T>(json: string, check: (value: unknown) => z.ZodSafeParseResult<T>): Checked<T> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { faults: [{ pointer: "", problem: `No JSON: ${error instanceof Error ? error.message : String(error)}` }] };
  }
  const checked = check(value);
  return checked.success ? { value: checked.data } : { faults: faultsOf(checked.error) };
}

function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({ pointer: pointerOf(issue.path), problem: issue.message }));
}

/** A JSON Pointer (RFC 6901) from the names and indices on the way. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
