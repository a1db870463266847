import { existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { expect } from "vitest";

const { CI, UPDATE_GOLDEN } = process.env;
const updating = UPDATE_GOLDEN === "1";
if (updating && CI !== undefined) throw new Error("Golden files are never rewritten in CI.");

/** Holds a text against the committed one; UPDATE_GOLDEN=1 rewrites it, for a person to look at in the diff. */
export function expectGolden(path: string, text: string): void {
  if (updating) writeFileSync(path, text);
  expect(existsSync(path), `${path} is missing; UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(text).toBe(readFileSync(path, "utf8"));
}
