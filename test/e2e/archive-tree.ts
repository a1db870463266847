import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** All files of an archive by their path in it, each with its content. */
export function archiveTree(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
