/** The code that Node.js, or a database, gives an error: "ENOENT"; "" where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
