import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Paper } from "./letter.ts";

const FIXTURES = fileURLToPath(new URL("../../../fixtures/", import.meta.url));

/** The path of a file of a fixture case. */
export const fixtureFile = (name: string, file: string): string => `${FIXTURES}${name}/${file}`;

/** The names of all cases that have a letter.json, in order. */
export function fixtureCases(): string[] {
  return readdirSync(FIXTURES)
    .filter((name) => existsSync(fixtureFile(name, "letter.json")))
    .sort();
}

/** Reads a case's letter.json; a bundle there names the cases whose letters it holds. */
export function readPaper(name: string): Paper {
  const paper = JSON.parse(readFileSync(fixtureFile(name, "letter.json"), "utf8"));
  return "letters" in paper ? { ...paper, letters: paper.letters.map(readPaper) } : paper;
}
