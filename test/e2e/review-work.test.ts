import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { UNPLACED, withoutDate, withUnplacedLine } from "../review/doubtful.ts";
import { knownInput, makeArchive } from "../review/make-archive.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { type RunningProgram, startReview } from "./desk.ts";
import { field, openPage, recordIn, recordUrl } from "./desk-page.ts";

const memo = knownInput("zwei-beschluesse/memo.pdf");
const unplaced = withUnplacedLine("antworten-zu-nummern/memo.pdf");
const dateless = withoutDate("einzelner-punkt/memo.pdf");
const text = knownInput("vertrauliche-anfrage/memo.txt");
const response = "/memo/items/2/response";

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

describe.skipIf(!hasBrowser)("work on the desk", { retry: 1 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    paths = await makeArchive([memo, unplaced, dateless, text]);
    desk = await startReview(paths.root, "--who", "Frau Beyer");
  });

  afterEach(async () => {
    await page?.close();
    await desk?.stop();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it("keeps what is typed: on another field, another record, a reload, a desk stopped and started", async () => {
    page = await openPage(browser, desk, memo);
    await type("/memo/subject", "Halb getippt");
    await field(page, "/memo/closing").click();
    await page.keyboard.press("e");
    expect(await field(page, "/memo/subject").locator(".draft").textContent()).toContain("Halb getippt");
    await page.keyboard.press("Escape");
    // By address: which record is the next one depends on what is open in each.
    await page.goto(recordUrl(desk, text));
    await field(page, "/memo/subject").locator(".draft").waitFor({ state: "detached" });
    await page.goto(recordUrl(desk, memo));
    await field(page, "/memo/subject").locator(".draft", { hasText: "Halb getippt" }).waitFor();
    await page.reload();
    await field(page, "/memo/subject").locator(".draft", { hasText: "Halb getippt" }).waitFor();
    const { url } = desk;
    await desk.stop();
    await page.getByRole("button", { name: "weiterschreiben" }).click();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("Der Prüfplatz antwortet nicht").waitFor();
    desk = await startReview(paths.root, "--who", "Frau Beyer");
    expect(desk.url).toBe(url);
    await page.getByRole("button", { name: "Erneut versuchen" }).click();
    await expect.poll(async () => (await record(memo)).memo.subject).toBe("Halb getippt");
    await page.locator(".failure").waitFor({ state: "detached" });
  });

  it("asks before a page goes on which something is typed and not saved", async () => {
    page = await openPage(browser, desk, memo);
    await type("/memo/subject", "Halb getippt");
    const asked = page.waitForEvent("dialog");
    void page.reload().catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
  });

  it("takes dates as people type them, and says them in words; refuses what is none", async () => {
    page = await openPage(browser, desk, memo);
    await type("/memo/date", "30.2.2019");
    await page.keyboard.press("Enter");
    await field(page, "/memo/date").locator(".hint.wrong").waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("12022013");
    await field(page, "/memo/date").locator(".hint", { hasText: "Dienstag, 12. Februar 2013" }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await record(memo)).memo.date).toBe("2013-02-12");
    expect(await field(page, "/memo/date").locator(".value").textContent()).toContain("12.02.2013");
    await type("/memo/references/0/paper", "Vorlage zwei");
    await page.keyboard.press("Enter");
    await field(page, "/memo/references/0/paper").locator(".hint.wrong", { hasText: "Noch einmal" }).waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("V2072/23");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await record(memo)).memo.references[0]?.paper).toBe("V2072/23");
  });

  it("says which paper was taken out, and gives it back; a new one is stored when it is typed", async () => {
    page = await openPage(browser, desk, memo);
    const papers = async (): Promise<string[]> => (await record(memo)).memo.references.map(({ paper }) => paper);
    const before = await papers();
    await type("/memo/references/0/paper", " ");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await page.locator(".toast", { hasText: `${before[0]}“ entfernt` }).waitFor();
    // At once: the offer goes by itself after some seconds.
    await page.getByRole("button", { name: "Zurücknehmen" }).click();
    await page.locator(".history summary", { hasText: "(2)" }).waitFor();
    await expect.poll(papers).toEqual(before);
    await page.getByRole("button", { name: "Vorlagen: Hinzufügen" }).click();
    expect(await papers()).toEqual(before);
    await page.keyboard.type("A0116/15");
    await page.keyboard.press("Enter");
    await expect.poll(papers).toEqual([...before, "A0116/15"]);
  });

  it("puts a line before the word that is pointed at", async () => {
    page = await openPage(browser, desk, unplaced);
    const [first] = (await record(unplaced)).memo.items;
    const words = (first?.response ?? "").split(" ");
    await page.locator(".box.unplaced").click();
    await page.locator(".finding-card.chosen").waitFor();
    await page.keyboard.press("v");
    await field(page, "/memo/items/0/response").locator(".place").nth(1).click();
    await expect
      .poll(async () => (await record(unplaced)).memo.items[0]?.response)
      .toBe([words[0], UNPLACED, ...words.slice(1)].join(" "));
  });

  it("lets two windows decide on different fields", async () => {
    const other = await openPage(browser, desk, memo);
    page = await openPage(browser, desk, memo);
    await type("/memo/subject", "Neuer Betreff");
    await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await record(memo)).memo.subject).toBe("Neuer Betreff");
    await field(other, "/memo/closing").focus();
    await other.keyboard.press("a");
    await field(other, "/memo/subject").getByText("Neuer Betreff").waitFor();
    expect(await other.locator(".stale").count()).toBe(0);
    await other.close();
  });

  it("shows a conflict where the eye is", async () => {
    const other = await openPage(browser, desk, memo);
    page = await openPage(browser, desk, memo);
    for (const [window, value] of [
      [page, "eins"],
      [other, "zwei"],
    ] as const) {
      await field(window, response).focus();
      await window.keyboard.press("e");
      await window.locator(".editor textarea").fill(value);
      await window.keyboard.press("Control+Enter");
      if (window === page) await expect.poll(async () => (await record(memo)).memo.items[2]?.response).toBe("eins");
    }
    await other.locator(".stale").waitFor();
    const box = await other.locator(".stale").boundingBox();
    expect(box !== null && box.y >= 0 && box.y < 800).toBe(true);
    await other.close();
  });

  it("moves, dissolves and adds boundaries by keys, and says which number goes", async () => {
    page = await openPage(browser, desk, memo);
    const items = (await record(memo)).memo.items;
    await field(page, "/memo/items/1/clauses/0/text").focus();
    await page.keyboard.press("b");
    await page.locator(".mark:focus").waitFor();
    expect(await page.locator(".mark:focus").getAttribute("aria-label")).toContain("Punkt 2");
    await page.keyboard.press("Delete");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Escape");
    await field(page, "/memo/items/0/response").focus();
    await page.keyboard.press("b");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+Enter");
    const clause = `${items[0]?.clauses[0]?.text} ${items[0]?.response?.split(" ")[0]}`;
    await expect
      .poll(async () => (await record(memo)).memo.items[0]?.clauses[0]?.text.replace(/\s+/gu, " "))
      .toBe(clause);
    await field(page, "/memo/items/1/response").focus();
    await page.keyboard.press("i");
    await page.keyboard.type("3");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ein Punkt, der fehlte.");
    await page.keyboard.press("Control+Enter");
    await expect
      .poll(async () => (await record(memo)).memo.items[2]?.clauses)
      .toEqual([{ number: "3", text: "Ein Punkt, der fehlte." }]);
  });

  it("names clauses by their number, also in the history, where only what was changed is struck out", async () => {
    page = await openPage(browser, desk, memo);
    const label = (pointer: string): Promise<string | null> => field(page, pointer).getAttribute("aria-label");
    expect(await label("/memo/items/1/clauses/0/text")).toBe("Punkt 2");
    const old = (await record(memo)).memo.items[2]?.response ?? "";
    await field(page, response).focus();
    await page.keyboard.press("e");
    await page.locator(".editor textarea").fill(old.replace("38.000", "38.500"));
    await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await record(memo)).memo.items[2]?.response).toContain("38.500");
    await page.locator(".history summary").click();
    expect(await page.locator(".history del").allTextContents()).toEqual(["38.000"]);
    expect(await page.locator(".history ins").allTextContents()).toEqual(["38.500"]);
  });
});
