/** A value as JSON for people and files: indented, with a line break at its end. */
export function prettyJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
