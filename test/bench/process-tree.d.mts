/** What a run of a command and all the processes it starts took; see `process-tree.mjs`. */
export interface MeasuredTree {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMib: number;
  readonly output: string;
  readonly memory: readonly number[];
}

export function measureTree(
  command: string,
  args: readonly string[],
  options?: { readonly environment?: Readonly<Record<string, string>>; readonly expectedCodes?: readonly number[] },
): Promise<MeasuredTree>;
