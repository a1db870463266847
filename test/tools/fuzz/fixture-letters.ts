import { existsSync, readFileSync } from "node:fs";
import type { Page } from "../../../src/model/page.ts";
import type { ReadDocument } from "../../../src/pipeline/document.ts";
import { pagesOfPlainText } from "../../../src/text/read-text.ts";
import { fixtureCases, fixtureFile } from "../print/fixtures.ts";

/** A fixture's pages, as its scan was read (pages.json) or as plain text (memo.txt). */
export interface FixtureLetter {
  /** "zwischenstand/memo.txt" */
  readonly name: string;
  readonly pages: readonly Page[];
}

export function fixtureLetters(): FixtureLetter[] {
  return fixtureCases().flatMap((name) => {
    const texts = readIfThere(name, "memo.txt").map(pagesOfPlainText);
    const scans = readIfThere(name, "pages.json").map((json) => (JSON.parse(json) as ReadDocument).pages);
    return [
      ...texts.map((pages) => ({ name: `${name}/memo.txt`, pages })),
      ...scans.map((pages) => ({ name: `${name}/pages.json`, pages })),
    ];
  });
}

function readIfThere(name: string, file: string): string[] {
  const path = fixtureFile(name, file);
  return existsSync(path) ? [readFileSync(path, "utf8")] : [];
}
