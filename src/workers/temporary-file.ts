import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives some work a path in a private folder, which goes when the work ends. */
export async function withTemporaryPath<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "hausmitteilung-"));
  try {
    return await work(join(folder, "input"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives some work the path of a private file that holds the bytes for as long as the work takes. */
export function withTemporaryFile<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  return withTemporaryPath(async (path) => {
    await writeFile(path, bytes, { mode: 0o600 });
    return work(path);
  });
}
