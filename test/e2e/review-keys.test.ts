import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { withDoubts, withFindings, withoutDate, withoutFindings } from "../review/doubtful.ts";
import { knownInput, makeArchive } from "../review/make-archive.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { type RunningProgram, startReview } from "./desk.ts";
import { field, openPage, recordIn } from "./desk-page.ts";

const plain = withoutFindings("zwei-beschluesse/memo.pdf");
const dateless = withoutDate("einzelner-punkt/memo.pdf");
const doubtful = withDoubts("antworten-zu-nummern/memo.pdf", "/memo/subject", [
  (knownInput("antworten-zu-nummern/memo.pdf").records[0]?.memo.subject ?? "").split(" ")[0] ?? "",
]);
const named = withFindings("vertrauliche-anfrage/memo.pdf", [
  { severity: "warning", code: "name-uncertain", message: "Read with doubt.", at: "/memo/signatures/0/name" },
]);

let paths: ArchivePaths;
let desk: RunningProgram;
let browser: Browser;
let page: Page;
let keys = 0;

/** Counts each key that a clerk presses; text that they type anyway counts by the letter. */
async function press(...names: readonly string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name);
  keys += names.length;
}

async function type(text: string): Promise<void> {
  await page.keyboard.type(text);
  keys += text.length;
}

const strip = () => page.locator(".strip input");
const record = (input: typeof plain) => recordIn(paths, input);

/** Keys that were counted in a task, once it is done. */
async function keysOf(task: () => Promise<void>): Promise<number> {
  keys = 0;
  await task();
  return keys;
}

describe.skipIf(!hasBrowser)("by keys alone", { retry: 1 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    paths = await makeArchive([plain, dateless, doubtful, named]);
    desk = await startReview(paths.root, "--who", "Frau Beyer");
  });

  afterEach(async () => {
    await page?.close();
    await desk?.stop();
  });

  afterAll(() => browser?.close());

  it("a wrong date takes twelve, a wrong word eight, a finding three, a name taught three", async () => {
    page = await openPage(browser, desk, dateless);
    const date = await keysOf(async () => {
      await press("n");
      await page.getByRole("textbox", { name: "Prüfstelle: Datum" }).waitFor();
      await type("14.10.2020");
      await press("Enter");
      await expect.poll(async () => (await record(dateless)).memo.date).toBe("2020-10-14");
    });
    expect(date).toBeLessThanOrEqual(12);
    await page.close();
    page = await openPage(browser, desk, doubtful);
    const word = await keysOf(async () => {
      await press("n");
      await strip().waitFor();
      await press("End");
      await type("xy");
      await press("Enter");
      await expect.poll(async () => (await record(doubtful)).memo.subject).toMatch(/^\S+xy /u);
    });
    expect(word).toBeLessThanOrEqual(8);
    await page.close();
    page = await openPage(browser, desk, named);
    const name = await keysOf(async () => {
      await press("n");
      await strip().waitFor();
      await press("Alt+w");
      const taught = (await record(named)).memo.signatures[0]?.name ?? "";
      await expect.poll(() => readFile(paths.words, "utf8").catch(() => "")).toBe(`${taught}\n`);
      await press("Enter");
      await expect.poll(async () => (await record(named)).status).toBe("ok");
    });
    expect(name).toBeLessThanOrEqual(3);
  });

  it("a boundary takes six, a merge three, a clause ten and its text", async () => {
    page = await openPage(browser, desk, plain);
    const [first, second] = (await record(plain)).memo.items;
    const boundary = await keysOf(async () => {
      await press("b");
      await page.locator(".mark:focus").waitFor();
      await press("ArrowDown", "ArrowRight", "ArrowRight", "Control+Enter");
      const gone = first?.response?.split(" ").slice(2).join(" ");
      await expect.poll(async () => (await record(plain)).memo.items[0]?.response).toBe(gone);
    });
    expect(boundary).toBeLessThanOrEqual(6);
    await field(page, "/memo/items/1/response").focus();
    const merge = await keysOf(async () => {
      await press("b");
      await page.locator(".mark:focus").waitFor();
      await press("Delete", "Control+Enter");
      await expect
        .poll(async () => (await record(plain)).memo.items[1]?.clauses[0]?.text.replace(/\s+/gu, " "))
        .toBe(`${second?.clauses[0]?.text} ${second?.response}`.replace(/\s+/gu, " "));
    });
    expect(merge).toBeLessThanOrEqual(3);
    const text = "Ein Punkt, der fehlte.";
    const clause = await keysOf(async () => {
      await press("i");
      await type("9");
      await press("Tab");
      await type(text);
      await press("Control+Enter");
      await expect
        .poll(async () => (await record(plain)).memo.items.flatMap(({ clauses }) => clauses.map((one) => one.text)))
        .toContain(text);
    });
    expect(clause).toBeLessThanOrEqual(10 + text.length);
  });

  it("a letter is found by its paper or its month, and who changed what by one", async () => {
    page = await openPage(browser, desk);
    const byPaper = await keysOf(async () => {
      await press("/");
      await type("V1862");
      await press("Enter");
      await page.locator(".form h1", { hasText: "Stadtteilbibliotheken" }).waitFor();
    });
    expect(byPaper).toBe(7);
    await field(page, "/memo/closing").focus();
    await press("a");
    await page.locator(".saved", { hasText: "gespeichert" }).waitFor();
    await press("h");
    await page.locator(".history[open] li", { hasText: "Frau Beyer bestätigt Grußformel" }).waitFor();
    await press("l", "/");
    await page.getByRole("searchbox").fill("");
    await type("April 2019");
    await press("Enter");
    await page.locator(".form h1", { hasText: "Stadtteilbibliotheken" }).waitFor();
  });
});
