import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { withoutDate } from "../review/doubtful.ts";
import { knownInput, makeArchive } from "../review/make-archive.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { type RunningProgram, startReview } from "./desk.ts";
import { field, openPage, recordIn, recordUrl, violations } from "./desk-page.ts";
import { runProgram } from "./program.ts";

const memo = knownInput("zwei-beschluesse/memo.pdf");
const dateless = withoutDate("einzelner-punkt/memo.pdf");
const text = knownInput("vertrauliche-anfrage/memo.txt");

let paths: ArchivePaths;
let desk: RunningProgram;
let browser: Browser;
let page: Page;

const record = (input: typeof memo) => recordIn(paths, input);

async function type(pointer: string, value: string): Promise<void> {
  await field(page, pointer).focus();
  await page.keyboard.press("e");
  await page.locator(".editor :focus").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(value);
}

describe.skipIf(!hasBrowser)("looking on the desk", { retry: 1 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    paths = await makeArchive([memo, dateless, text]);
    desk = await startReview(paths.root, "--who", "Frau Beyer");
  });

  afterEach(async () => {
    await page?.close();
    await desk?.stop();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it("finds by month and range, keeps the filters in the address, opens the first hit, comes back to its row", async () => {
    page = await openPage(browser, desk);
    await page.keyboard.press("/");
    await page.keyboard.type("April 2019");
    await expect.poll(() => page.locator(".records tbody tr").count()).toBe(1);
    expect(new URL(page.url()).hash).toContain("q=April");
    expect(await page.locator(".records .file").textContent()).toBe("zwei-beschluesse/memo.pdf");
    await page.reload();
    expect(await page.getByRole("searchbox").inputValue()).toBe("April 2019");
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("Enter");
    await page.locator(".form h1", { hasText: "Stadtteilbibliotheken" }).waitFor();
    await page.keyboard.press("l");
    await page.locator(".records a:focus", { hasText: "Stadtteilbibliotheken" }).waitFor();
    expect(await page.getByRole("searchbox").inputValue()).toBe("April 2019");
  });

  it("moves the page by the mouse, makes it larger about what is chosen, and nothing jumps at n", async () => {
    page = await openPage(browser, desk, dateless);
    await page.locator(".sheet image").waitFor();
    await field(page, "/memo/closing").focus();
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    const inFrame = async (): Promise<boolean> => {
      const [frame, box] = [
        await page.locator(".page-frame").boundingBox(),
        await page.locator(".box.selected").boundingBox(),
      ];
      return frame !== null && box !== null && box.y >= frame.y && box.y < frame.y + frame.height;
    };
    await expect.poll(inFrame).toBe(true);
    const scroll = (): Promise<number> => page.locator(".page-frame").evaluate((frame) => frame.scrollTop);
    const before = await scroll();
    await page.mouse.move(300, 300);
    await page.mouse.down();
    await page.mouse.move(300, 380, { steps: 4 });
    await page.mouse.up();
    expect(await scroll()).toBe(Math.max(0, before - 80));
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await page.locator(".toolbar", { hasText: "225 %" }).waitFor();
    const heightOf = async (): Promise<number> => (await field(page, "/memo/office").boundingBox())?.height ?? 0;
    const height = await heightOf();
    await field(page, "/memo/office").focus();
    expect(await heightOf()).toBe(height);
    await field(page, "/memo/office").hover();
    await page.locator(".box.hovered").first().waitFor();
  });

  it("shows a letter that is text alone as it stands in its file", async () => {
    page = await openPage(browser, desk, text);
    await page.locator(".plain-letter", { hasText: "Hausmitteilung" }).waitFor();
    expect(await page.locator(".plain-letter").textContent()).toBe(
      (await readFile(text.path, "utf8")).replaceAll("\r\n", "\n"),
    );
    expect(await violations(page)).toEqual([]);
  });

  it("leaves indexes behind that are what the records give", async () => {
    page = await openPage(browser, desk, memo);
    await type("/memo/subject", "Ein neuer Betreff");
    await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await record(memo)).memo.subject).toBe("Ein neuer Betreff");
    await page.goto(recordUrl(desk, dateless));
    await desk.stop();
    expect(await runProgram(["verify", paths.root])).toMatchObject({ code: 0 });
    expect(await readFile(paths.csvIndex, "utf8")).toContain("Ein neuer Betreff");
    desk = await startReview(paths.root);
  });
});
