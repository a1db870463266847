import { createHash } from "node:crypto";
import { SCHEMA_VERSION } from "../model/record.ts";
import { installedVersion, versionIn } from "../ocr/installed-version.ts";
import type { PipelineOptions } from "./pipeline.ts";

/** Packages whose version can change a record. */
const READERS = ["pdf-parse", "sharp", "tesseract.js", "@tesseract.js-data/deu", "dictionary-de"];

/**
 * Names what made a record: the program's version and a digest of everything else of the install and the options that
 * can change what comes out. Two runs with the same version give the same records. A model of the user's
 * own counts by its place. Words of the user's own do not count: each would make the whole archive look old.
 * @param native version of the machine's own engine, where that one reads
 */
export function pipelineVersion(
  { source, correct, minConfidence, tessdata }: Omit<PipelineOptions, "words">,
  native: string | null,
): string {
  const own = versionIn(new URL("../../package.json", import.meta.url));
  const parts = [SCHEMA_VERSION, ...READERS.map(installedVersion), source, correct, minConfidence, tessdata ?? null];
  if (native !== null) parts.push(native);
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
  return `${own}-${digest}`;
}
