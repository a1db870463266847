import type { Dirent } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { errorCode } from "../model/error-code.ts";
import { MemoError } from "../model/failure.ts";
import { isLitter } from "./litter.ts";

/** A file found, or what stands where one was expected and why it is not taken. */
export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Absolute: the given folder it was found below; for a file that was given itself, the folder it is in; null where it was found by name only. */
  readonly home: string | null;
  readonly refused: MemoError | null;
}

/**
 * All files of some files and folders, in an order that does not depend on the file system. What is no file (a pipe,
 * a device), a folder that cannot be listed, and a link that leads out of the given folders come as refused.
 * A link to a folder within them is not followed: what is there is found where it is. What systems and programs leave
 * in folders is passed over.
 * @param roots as the user gave them; a link given by name is the user's own choice
 * @param except absolute path of a folder that is passed over: the archive itself
 */
export async function findFiles(roots: readonly string[], except: string): Promise<FoundFile[]> {
  const absolute = roots.map((root) => resolve(root));
  const walk: Walk = { home: "", homes: await Promise.all(absolute.map(realOrSame)), except, found: new Map() };
  for (const root of absolute) await visitRoot(root, walk);
  return [...walk.found.values()].toSorted((a, b) => compare(a.path, b.path));
}

interface Walk extends Pick<FoundFile, "home"> {
  /** What the given files and folders really are, all links followed. */
  readonly homes: readonly string[];
  readonly except: string;
  readonly found: Map<string, FoundFile>;
}

async function visitRoot(root: string, walk: Walk): Promise<void> {
  const entries = await listed(root);
  if (entries === "no folder") add(root, null, { ...walk, home: dirname(root) });
  else await visitFolder(root, entries, { ...walk, home: root });
}

async function visitFolder(folder: string, entries: readonly Dirent[] | MemoError, walk: Walk): Promise<void> {
  if (folder === walk.except) return;
  if (entries instanceof MemoError) return add(folder, entries, walk);
  const unreadable = entries.filter(({ name }) => name.includes("\ufffd"));
  const broken = unreadable.length === 0 ? [] : await namesThatAreNoText(folder);
  for (const name of broken) add(join(folder, name), new MemoError("file-unreadable", NO_TEXT), walk);
  const lost = new Set(await Promise.all(unreadable.map((entry) => unlessThere(folder, entry))));
  for (const entry of entries) if (!lost.has(entry)) await visitEntry(join(folder, entry.name), entry, walk);
}

const NO_TEXT = "The name is no text in UTF-8: the file cannot be named, nor read. It is to be renamed.";

/** An entry whose name, as it was decoded, names nothing. */
async function unlessThere(folder: string, entry: Dirent): Promise<Dirent | null> {
  return lstat(join(folder, entry.name)).then(
    () => null,
    () => entry,
  );
}

/** Names in a folder whose bytes are no UTF-8, those bytes shown as "\\xe4". */
async function namesThatAreNoText(folder: string): Promise<string[]> {
  const names = await readdir(folder, { encoding: "buffer" }).catch(() => []);
  return names.filter((name) => !Buffer.from(name.toString()).equals(name)).map(withShownBytes);
}

function withShownBytes(name: Buffer): string {
  let shown = "";
  for (let at = 0; at < name.length; ) {
    const length = [1, 2, 3, 4].find((count) => isText(name.subarray(at, at + count))) ?? 0;
    shown += length === 0 ? `\\x${name.toString("hex", at, at + 1)}` : name.toString("utf8", at, at + length);
    at += Math.max(1, length);
  }
  return shown;
}

function isText(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString()).equals(bytes);
}

async function visitEntry(path: string, entry: Dirent, walk: Walk): Promise<void> {
  if (isLitter(entry.name)) return;
  if (entry.isDirectory()) {
    const entries = await listed(path);
    return entries === "no folder" ? undefined : visitFolder(path, entries, walk);
  }
  if (entry.isSymbolicLink()) return visitLink(path, walk);
  if (entry.isFile()) return add(path, null, walk);
  add(path, new MemoError("file-unreadable", "This is a pipe or device, not a file."), walk);
}

async function visitLink(path: string, walk: Walk): Promise<void> {
  let target: string;
  try {
    target = await realpath(path);
  } catch (error) {
    return add(path, new MemoError("file-not-found", "This is a link that leads nowhere.", { cause: error }), walk);
  }
  if (!walk.homes.some((home) => target === home || target.startsWith(home + sep))) {
    return add(path, new MemoError("file-unreadable", "This is a link that leads out of the given folders."), walk);
  }
  if ((await listed(target)) === "no folder") add(path, null, walk);
}

function add(path: string, refused: MemoError | null, { home, found }: Walk): void {
  found.set(path, { path, home, refused });
}

/**
 * Whether a folder in which files were found is empty now, or gone: a share that vanished leaves nothing else, and
 * its files are not missing one by one.
 */
export async function hasVanished(home: string): Promise<boolean> {
  const entries = await listed(home);
  return !Array.isArray(entries) || entries.length === 0;
}

/** The entries of a folder; why they cannot be had; or that it is none. */
async function listed(path: string): Promise<Dirent[] | MemoError | "no folder"> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    const code = errorCode(error) || "unknown";
    if (code === "ENOTDIR" || code === "ENOENT") return "no folder";
    return new MemoError("file-unreadable", `The folder cannot be read (${code}).`, { cause: error });
  }
}

async function realOrSame(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

/** By code units, which no locale changes. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
