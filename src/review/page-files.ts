import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The files of the page, as the bundler makes them, and their types. */
export const PAGE_FILES = {
  "index.html": "text/html; charset=utf-8",
  "desk.js": "text/javascript; charset=utf-8",
  "desk.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
} as const;

export type PageFile = keyof typeof PAGE_FILES;

export function isPageFile(name: string): name is PageFile {
  return Object.hasOwn(PAGE_FILES, name);
}

export function readPageFile(name: PageFile): Promise<string> {
  return readFile(fileURLToPath(new URL(`../review/page/${name}`, import.meta.url)), "utf8");
}
