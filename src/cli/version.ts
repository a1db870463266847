import { readFileSync } from "node:fs";

/** What the program reads of its package.json. */
interface Manifest {
  readonly version: string;
  /** Version ranges of the packages that only some commands need, by name. */
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as Manifest;
}

/** The version that package.json bears. */
export function readVersion(): string {
  return readManifest().version;
}
