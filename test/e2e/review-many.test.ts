import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { readEvents } from "../../src/archive/review-log.ts";
import { withFindings, withoutFindings } from "../review/doubtful.ts";
import { keyOf, makeArchive } from "../review/make-archive.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { type RunningProgram, startReview } from "./desk.ts";
import { openPage, recordIn, recordUrl, violations } from "./desk-page.ts";

const fine = ["antworten-zu-nummern/memo.pdf", "zwei-beschluesse/memo.pdf"].map(withoutFindings);
const open = withFindings("einzelner-punkt/memo.pdf", [
  { severity: "warning", code: "page-scaled-down", message: "The page was scaled down.", page: 1 },
]);
const NOTE = "Beim Amt nachfragen: fehlt Seite 2?";

let paths: ArchivePaths;
let desk: RunningProgram;
let browser: Browser;
let page: Page;

const actsOf = async (input: typeof open): Promise<string[]> =>
  (await readEvents(paths, keyOf(input))).map(({ act }) => act);
const headingOf = ({ records }: typeof open) => page.locator(".form h1", { hasText: records[0]?.memo.subject ?? "" });
const rows = () => page.locator(".records tbody tr");

describe.skipIf(!hasBrowser)("decisions on more than a letter's text", { retry: 1 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    paths = await makeArchive([...fine, open]);
    desk = await startReview(paths.root, "--who", "Frau Beyer");
  });

  afterEach(async () => {
    await page?.close();
    await desk?.stop();
  });

  afterAll(() => browser?.close());

  it("many at once: what has nothing open is confirmed, the rest stays; taken back in one step", async () => {
    page = await openPage(browser, desk);
    await page.getByRole("button", { name: "Alle gezeigten auswählen" }).click();
    expect(await page.locator(".records input:checked").count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await page.locator(".many-bar").getByRole("button", { name: "Bestätigen" }).click();
    await page.locator(".toast", { hasText: "2 erledigt; 1 nicht" }).waitFor();
    for (const input of fine) expect(await actsOf(input)).toEqual(["confirm"]);
    expect(await actsOf(open)).toEqual([]);
    // What is left to look at stays chosen.
    expect(await page.locator(".records input:checked").count()).toBe(1);
    await page.getByRole("button", { name: "Zurücknehmen" }).click();
    await page.locator(".toast", { hasText: "2 zurückgenommen" }).waitFor();
    for (const input of fine) expect(await actsOf(input)).toEqual(["confirm", "undo"]);
  });

  it("many at once: one question to those that x marked, by keys", async () => {
    page = await openPage(browser, desk);
    await page.locator(".records a").first().focus();
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect.poll(() => page.locator(".records input:checked").count()).toBe(2);
    await page.locator(".many-bar").getByRole("button", { name: "Rückfrage" }).click();
    await page.keyboard.type(NOTE);
    await page.keyboard.press("Enter");
    await page.locator(".toast", { hasText: "2 erledigt" }).waitFor();
    await page.getByRole("button", { name: /^Rückfrage 2/ }).click();
    await expect.poll(() => rows().count()).toBe(2);
    expect(await rows().locator(".badge").allTextContents()).toEqual(["Rückfrage", "Rückfrage"]);
  });

  it("a question keeps a letter open with its note, and is settled, undone, found by its state", async () => {
    page = await openPage(browser, desk, fine[0]);
    await page.keyboard.press("q");
    await page.keyboard.type(NOTE);
    await page.keyboard.press("Enter");
    await page.locator(".finding-card blockquote", { hasText: NOTE }).waitFor();
    await page.locator(".form h1 .badge", { hasText: "Rückfrage" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await recordIn(paths, fine[0] ?? open)).toMatchObject({
      status: "needs-review",
      diagnostics: [{ code: "review-query", message: `A person asks: "${NOTE}".` }],
    });
    await page.keyboard.press("h");
    await page.locator(".history[open] li", { hasText: `Frau Beyer Rückfrage` }).getByText(NOTE).waitFor();
    await page.keyboard.press("n");
    await page.locator(".finding-card:focus").waitFor();
    await page.keyboard.press("a");
    await expect.poll(async () => (await recordIn(paths, fine[0] ?? open)).status).toBe("ok");
    // Nothing is left to settle here, so that the desk goes on to the next open record: back to take it back.
    await headingOf(open).waitFor();
    await page.goto(recordUrl(desk, fine[0] ?? open));
    await headingOf(fine[0] ?? open).waitFor();
    await page.keyboard.press("u");
    await expect.poll(async () => (await recordIn(paths, fine[0] ?? open)).status).toBe("needs-review");
    await page.keyboard.press("u");
    await expect.poll(async () => (await recordIn(paths, fine[0] ?? open)).status).toBe("ok");
  });
});
