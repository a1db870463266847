/** Largest of any number of values (`Math.max(...values)` breaks at some hundred thousand); `none` for none. */
export function largest(values: readonly number[], none: number): number {
  return values.reduce((best, value) => Math.max(best, value), values[0] ?? none);
}

/** Smallest of any number of values; `none` for none. */
export function smallest(values: readonly number[], none: number): number {
  return values.reduce((best, value) => Math.min(best, value), values[0] ?? none);
}

/** Appends any number of values (`push(...values)` breaks at some hundred thousand). */
export function append<T>(list: T[], values: Iterable<T>): void {
  for (const value of values) list.push(value);
}
