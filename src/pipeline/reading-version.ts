import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * Raised with every change of this program that changes what is read from a page: of pdf, image, ocr, layout and the
 * reading in this room. Recordings of pages made before are stale then (`hausmitteilung check --record`).
 */
const READING_VERSION = 1;

/** What read some pages. */
export interface ReadBy {
  readonly engine: string;
  readonly pipeline: string;
}

/** What reads pages now. */
export function readingVersion(): ReadBy {
  const engine = ["tesseract.js", "tesseract.js-core", "@tesseract.js-data/deu"];
  return {
    engine: engine.map((name) => `${name} ${installedVersion(name)}`).join(", "),
    pipeline: `reading ${READING_VERSION}`,
  };
}

/** Packages need not export their package.json, so it is looked for where Node looks for packages. */
function installedVersion(name: string): string {
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(`${folder}/${name}/package.json`, "utf8")) as { version: string }).version;
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`The package ${name} is not installed.`);
}
