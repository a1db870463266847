import { readFile } from "node:fs/promises";
import axe from "axe-core";
import type { Browser, Locator, Page } from "playwright-core";
import { type ArchivePaths, nameOf } from "../../src/archive/paths.ts";
import { type MemoRecord, recordSchema } from "../../src/model/record.ts";
import { type KnownInput, keyOf } from "../review/make-archive.ts";
import type { RunningProgram } from "./desk.ts";

/** The record of a known input as its file has it now. */
export async function recordIn(paths: ArchivePaths, input: KnownInput): Promise<MemoRecord> {
  return recordSchema.parse(JSON.parse(await readFile(paths.record(keyOf(input)), "utf8")));
}

export function recordUrl(desk: RunningProgram, input: KnownInput): string {
  return `${desk.url}#/r/${nameOf(keyOf(input))}`;
}

export function field(page: Page, pointer: string): Locator {
  return page.locator(`[data-field="${pointer}"]`);
}

/** A page of the desk, at a record if one is given. */
export async function openPage(browser: Browser, desk: RunningProgram, input?: KnownInput): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(input === undefined ? desk.url : recordUrl(desk, input));
  await page.locator(input === undefined ? ".filters" : ".form h1").waitFor();
  return page;
}

/** Violations of accessibility rules, as text. */
export async function violations(page: Page): Promise<string[]> {
  // Typed as a function of the page: the page's policy lets no script in as an element.
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate("axe.run(document)").then((result) => result as axe.AxeResults);
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(" ")
        .slice(0, 300)}`,
  );
}
