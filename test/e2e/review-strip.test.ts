import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { readEvents } from "../../src/archive/review-log.ts";
import { FINDINGS_IN_GERMAN } from "../../src/model/german.ts";
import { withDoubts, withFindings, withoutFindings } from "../review/doubtful.ts";
import { keyOf, makeArchive } from "../review/make-archive.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { type RunningProgram, startReview } from "./desk.ts";
import { openPage, recordIn, violations } from "./desk-page.ts";

const response = "/memo/items/2/response";
const doubtful = withDoubts("zwei-beschluesse/memo.pdf", response, ["38.000", "weitgehend"]);
const nameless = withFindings("einzelner-punkt/memo.pdf", [
  { severity: "warning", code: "name-uncertain", message: "Read with doubt.", at: "/memo/signatures/0/name" },
]);
const apart = withFindings("antworten-zu-nummern/memo.pdf", [
  { severity: "warning", code: "page-scaled-down", message: "The page was scaled down.", page: 1 },
  { severity: "warning", code: "response-torn", message: "This line does not follow.", at: "/memo/items/1", page: 1 },
]);
const fine = withoutFindings("vertrauliche-anfrage/memo.pdf");
const torn = FINDINGS_IN_GERMAN["response-torn"];

let paths: ArchivePaths;
let desk: RunningProgram;
let browser: Browser;
let page: Page;

const strip = () => page.locator(".strip input");
const stateOf = async (input: typeof doubtful): Promise<string> => (await recordIn(paths, input)).status;

/** Counts keys as a clerk presses them. */
async function press(...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

describe.skipIf(!hasBrowser)("the places that ask for a look", { retry: 1 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    await page?.close();
    await desk?.stop();
    paths = await makeArchive([doubtful, nameless, apart, fine]);
    desk = await startReview(paths.root, "--who", "Frau Beyer");
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  it("are shown large, word by word; Enter confirms, typing mends, and both go on, across records", async () => {
    page = await openPage(browser, desk, doubtful);
    await press("n");
    await expect.poll(() => strip().inputValue()).toBe("38.000");
    await page.locator(".strip svg image").waitFor();
    expect(await page.locator(".strip .counter").textContent()).toContain("hier noch 2");
    expect(await page.locator(".value mark").allTextContents()).toEqual([
      "38.000",
      expect.stringContaining("weitgehend"),
    ]);
    expect(await violations(page)).toEqual([]);
    await press("Enter");
    await expect.poll(() => strip().inputValue()).toBe("weitgehend");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("größtenteils");
    await press("Enter");
    await expect.poll(() => stateOf(doubtful)).toBe("ok");
    expect((await recordIn(paths, doubtful)).memo.items[2]?.response).toContain("größtenteils");
    expect((await readEvents(paths, keyOf(doubtful))).map(({ act }) => act)).toEqual(["check", "check"]);
    // On its own to the next record that asks for a person, at its first place.
    await expect.poll(() => page.locator(".form h1").textContent()).not.toContain("Stadtteilbibliotheken");
    await page.locator(".strip, .finding-card:focus").first().waitFor();
  });

  it("take few keys: a letter with two doubtful words three, one with a finding two", async () => {
    page = await openPage(browser, desk, doubtful);
    let keys = await press("n");
    await expect.poll(() => strip().inputValue()).toBe("38.000");
    keys += await press("Enter");
    await expect.poll(() => strip().inputValue()).toBe("weitgehend");
    keys += await press("Enter");
    await expect.poll(() => stateOf(doubtful)).toBe("ok");
    expect(keys).toBe(3);
    await page.close();
    page = await openPage(browser, desk, nameless);
    await press("f");
    await strip().waitFor();
    await press("Enter");
    await expect.poll(() => stateOf(nameless)).toBe("ok");
  });

  it("are gone to by n where no field has them, and settled by a", async () => {
    page = await openPage(browser, desk, apart);
    const focused = (): Promise<string | null> => page.locator(".finding-card:focus").getAttribute("aria-label");
    await press("n");
    await expect.poll(focused).toContain("zu groß");
    await press("n");
    await expect.poll(focused).toContain(torn);
    await press("a");
    await expect.poll(focused).toContain("zu groß");
    await press("a");
    await expect.poll(() => stateOf(apart)).toBe("ok");
  });

  it("stop f, which confirms what each was looked at; u takes that back, k goes back there", async () => {
    page = await openPage(browser, desk, apart);
    await press("f");
    await page.locator(".finding-card:focus").waitFor();
    await press("f");
    await page.locator(".finding-card:focus", { hasText: torn }).waitFor();
    expect(await stateOf(apart)).toBe("needs-review");
    await press("f");
    await expect.poll(() => stateOf(apart)).toBe("ok");
    const title = (await recordIn(paths, apart)).memo.subject ?? "";
    await expect.poll(() => page.locator(".form h1").textContent()).not.toContain(title);
    await press("k");
    await expect.poll(() => page.locator(".form h1").textContent()).toContain(title);
    await press("j");
    await expect.poll(() => page.locator(".form h1").textContent()).not.toContain(title);
    await press("u");
    await expect.poll(() => stateOf(apart)).toBe("needs-review");
    await expect.poll(() => page.locator(".form h1").textContent()).toContain(title);
  });

  it("are one scale: a record without any is in order, whatever its figures", async () => {
    page = await openPage(browser, desk, fine);
    expect(await page.locator(".form h1 .badge").textContent()).toBe("In Ordnung");
    expect(await page.locator(".field.doubtful, .box.doubtful").count()).toBe(0);
    expect(await page.getByRole("button", { name: /Rückgängig/ }).isDisabled()).toBe(true);
  });
});
