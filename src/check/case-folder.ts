import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";

/** One input of a case, and the files beside it that concern it. */
export interface CaseInput {
  /** "case/file", for people and patterns. */
  readonly name: string;
  readonly path: string;
  /** The file's name. */
  readonly file: string;
  /** Where its expectation is, or would be written. */
  readonly expectation: BesideFile;
  /** Where its recording is, or would be written. */
  readonly recording: BesideFile;
  /** The true memo of the whole case. */
  readonly truth: BesideFile;
}

interface BesideFile {
  readonly path: string;
  readonly exists: boolean;
}

const INPUT = /^(?:memo|scan)\.(?:pdf|png|jpe?g|tiff?|txt)$/i;
const EXPECTATION = ".expected.json";

/**
 * All inputs of the cases in a folder, in order. A case is a folder with files `memo.*` or `scan.*`, or any file beside
 * its `<file>.expected.json`; the folder itself may be one.
 * @throws the file system's error if the folder cannot be read
 */
export async function findCases(root: string): Promise<CaseInput[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(root, entry.name));
  const cases = await Promise.all([root, ...folders.sort()].map(inputsIn));
  return cases.flat();
}

async function inputsIn(folder: string): Promise<CaseInput[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = new Set(entries.filter((entry) => entry.isFile()).map((entry) => entry.name));
  const inputs = [...files].filter((file) => INPUT.test(file) || files.has(file + EXPECTATION)).sort();
  const beside = (name: string): BesideFile => ({ path: join(folder, name), exists: files.has(name) });
  return inputs.map((file) => ({
    name: `${basename(resolve(folder))}/${file}`,
    path: join(folder, file),
    file,
    expectation: beside(ownOrLone(file, "expected.json", files, inputs)),
    recording: beside(ownOrLone(file, "pages.json", files, inputs)),
    truth: beside("truth.json"),
  }));
}

/** An input's own file, `<input>.expected.json`; else the case's one, `expected.json`, where there is one or will do. */
function ownOrLone(file: string, kind: string, files: ReadonlySet<string>, inputs: readonly string[]): string {
  const own = `${file}.${kind}`;
  if (files.has(own)) return own;
  return files.has(kind) || inputs.length === 1 ? kind : own;
}

/** Whether a name holds the pattern; "*" stands for anything. */
export function matchesPattern(name: string, pattern: string): boolean {
  const parts = pattern.split("*");
  let at = 0;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return true;
}
