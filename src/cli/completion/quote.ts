/** A word for a shell of the Bourne family. */
export function inSingleQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A function's name for a command: "_hausmitteilung_fleet_work". */
export function functionName(path: readonly string[]): string {
  return `_${path.join("_").replaceAll("-", "_")}`;
}
