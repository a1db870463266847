import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SCHEMA_VERSION } from "../model/record.ts";
import type { PipelineOptions } from "./pipeline.ts";

/** Packages whose version can change a record. */
const READERS = ["pdf-parse", "sharp", "tesseract.js", "@tesseract.js-data/deu", "dictionary-de"];

/**
 * Names what made a record: the program's version and a digest of everything else of the install and the options that
 * can change what comes out. Two runs with the same version give the same records. Words of the user's own do not
 * count: each would make the whole archive look old.
 */
export function pipelineVersion({ source, correct, minConfidence }: Omit<PipelineOptions, "words">): string {
  const own = versionIn(new URL("../../package.json", import.meta.url));
  const parts = [SCHEMA_VERSION, ...READERS.map(versionOf), source, correct, minConfidence];
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
  return `${own}-${digest}`;
}

function versionOf(name: string): string {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return versionIn(`${folder}/${name}/package.json`);
    } catch {
      // Not in this folder; a package need not export its package.json, so that it is looked for by path.
    }
  }
  throw new Error(`The package ${name} is not installed.`);
}

function versionIn(manifest: string | URL): string {
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
