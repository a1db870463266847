import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withoutDate } from "../review/doubtful.ts";
import { knownInput, makeArchive } from "../review/make-archive.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { startReview } from "./desk.ts";
import { openPage, violations } from "./desk-page.ts";
import { FIXTURES, runProgram } from "./program.ts";

/** The printable width of A4 within margins of 1.5 cm, in pixels of 1/96 inch. */
const A4_WIDTH = 680;

const folder = mkdtempSync(join(tmpdir(), "desk-paper-"));
const input = withoutDate("zwei-beschluesse/memo.pdf");
let browser: Browser;

async function overflow(page: Page): Promise<number> {
  return page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
}

describe.skipIf(!hasBrowser)("pages to be read and printed", { retry: 1 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser?.close());

  it("a report is not cut at the right, in its list or a record, and has no fault in light or dark", async () => {
    const paths = await makeArchive([input, knownInput("vertrauliche-anfrage/memo.pdf")]);
    const out = join(folder, "report.html");
    await runProgram(["report", paths.root, "-o", out, "--pages", "review"]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(pathToFileURL(out).href);
    for (const show of ["list", "record"]) {
      if (show === "record") await page.locator(".records a").first().click();
      await page.locator(show === "list" ? ".records" : ".form h1").waitFor();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect([show, colorScheme, await violations(page)]).toEqual([show, colorScheme, []]);
      }
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: A4_WIDTH, height: 900 });
      expect([show, await overflow(page)]).toEqual([show, 0]);
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    await page.close();
  });

  it("a check opens with what differs, is not cut at the right, and has no fault in light or dark", async () => {
    const out = join(folder, "check.html");
    await runProgram(["check", FIXTURES, "--only", "einzelner-punkt/memo.txt", "--reporter", `html=${out}`]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(pathToFileURL(out).href);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await violations(page)]).toEqual([colorScheme, []]);
    }
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: A4_WIDTH, height: 900 });
    expect(await overflow(page)).toBe(0);
    await page.close();
  });

  it("at twice the size the whole height is left for work", async () => {
    const paths = await makeArchive([input]);
    const desk = await startReview(paths.root, "--who", "Frau Beyer");
    const page = await openPage(browser, desk, input);
    await page.setViewportSize({ width: 640, height: 450 });
    // To the top: how far one has to scroll for it depends on what stands above.
    await page.locator('[data-field="/memo/signatures/0/name"]').evaluate((field) => field.scrollIntoView());
    const inSight = await page
      .locator(".masthead, .page-pane")
      .evaluateAll((parts) => parts.map((part) => Math.max(0, part.getBoundingClientRect().bottom)));
    expect(Math.max(...inSight)).toBe(0);
    expect(await overflow(page)).toBe(0);
    await page.close();
    await desk.stop();
  });
});
