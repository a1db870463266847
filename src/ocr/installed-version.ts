import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * The version of a package that this program runs with.
 * Packages need not export their package.json, so it is looked for where Node looks for packages.
 */
export function installedVersion(name: string): string {
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    try {
      return versionIn(`${folder}/${name}/package.json`);
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`The package ${name} is not installed.`);
}

/** The version that a package.json gives. */
export function versionIn(manifest: string | URL): string {
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
