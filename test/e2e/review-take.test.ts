import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { withoutFindings } from "../review/doubtful.ts";
import { makeArchive } from "../review/make-archive.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { type RunningProgram, startReview } from "./desk.ts";
import { field, openPage, recordIn, violations } from "./desk-page.ts";

const memo = withoutFindings("zwei-beschluesse/memo.pdf");
const subject = memo.records[0]?.memo.subject ?? "";
const name = memo.records[0]?.memo.signatures[0]?.name ?? "";

let paths: ArchivePaths;
let desk: RunningProgram;
let browser: Browser;
let page: Page;

const record = () => recordIn(paths, memo);

/** A word of the page, by what it says; a page says some more than once. */
const word = (text: string) => page.locator(".page-word", { has: page.locator("title", { hasText: text }) }).first();

async function drag(from: string, to: string): Promise<void> {
  const boxes = [await word(from).boundingBox(), await word(to).boundingBox()];
  const [begin, end] = boxes.map((box) => ({
    x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
    y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
  }));
  await page.mouse.move(begin?.x ?? 0, begin?.y ?? 0);
  await page.mouse.down();
  await page.mouse.move(end?.x ?? 0, end?.y ?? 0, { steps: 5 });
  await page.mouse.up();
}

describe.skipIf(!hasBrowser)("words of the page", { retry: 1 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    paths = await makeArchive([memo]);
    desk = await startReview(paths.root, "--who", "Frau Beyer");
    page = await openPage(browser, desk, memo);
    await page.locator(".sheet image").waitFor();
  });

  afterEach(async () => {
    await page?.close();
    await desk?.stop();
  });

  afterAll(() => browser?.close());

  it("are taken into a field by a drag, as they were read, with their place", async () => {
    const before = (await record()).evidence["/memo/subject"]?.regions[0]?.box ?? [0, 0, 0, 0];
    await field(page, "/memo/salutation").focus();
    expect(await page.locator(".page-word").count()).toBe(0);
    await page.keyboard.press("e");
    await word("Medienetat").waitFor({ state: "attached" });
    await page.keyboard.press("Control+A");
    const words = subject.split(" ");
    await drag(words[0] ?? "", words.at(-1) ?? "");
    expect(await page.locator(".editor :focus").inputValue()).toBe(subject);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await record()).memo.salutation).toBe(subject);
    const [region] = (await record()).evidence["/memo/salutation"]?.regions ?? [];
    expect(Math.abs((region?.box[1] ?? 0) - before[1])).toBeLessThan(4);
  });

  it("are taken into a signature and a new clause by clicks", async () => {
    await page.getByRole("button", { name: "Unterschriften: Hinzufügen" }).click();
    await word(name.split(" ")[0] ?? "").click();
    await word(name.split(" ")[1] ?? "").click();
    expect(await page.locator(".new-entry input").inputValue()).toBe(name);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await record()).memo.signatures.at(-1)?.name).toBe(name);
    const at = (await record()).memo.signatures.length - 1;
    expect((await record()).evidence[`/memo/signatures/${at}/name`]?.regions).toHaveLength(2);
    await page.keyboard.press("i");
    await word("Medienetat").click();
    await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await record()).memo.items.at(-1)?.clauses[0]?.text).toBe("Medienetat");
    const last = (await record()).memo.items.length - 1;
    expect((await record()).evidence[`/memo/items/${last}/clauses/0/text`]?.regions).toHaveLength(1);
  });
});
