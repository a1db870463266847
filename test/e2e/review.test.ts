import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { stopsOf } from "../../src/review/client/stops.ts";
import {
  HOSTILE,
  UNPLACED,
  withHostileText,
  withoutDate,
  withoutFindings,
  withUnplacedLine,
} from "../review/doubtful.ts";
import { keyOf, makeArchive } from "../review/make-archive.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { type RunningProgram, startReview } from "./desk.ts";
import { field, openPage, recordIn, recordUrl, violations } from "./desk-page.ts";
import { runProgram } from "./program.ts";

const dateless = withoutDate("zwei-beschluesse/memo.pdf");
const hostile = withHostileText("einzelner-punkt/memo.pdf");
const unplaced = withUnplacedLine("gemeinsame-antworten/scan.pdf");
const others = ["antworten-zu-nummern/memo.pdf", "vertrauliche-anfrage/memo.pdf"].map(withoutFindings);
const clause = dateless.records[0]?.memo.items[0]?.clauses[0]?.text ?? "";

let paths: ArchivePaths;
let desk: RunningProgram;
let browser: Browser;

const record = (input: typeof dateless) => recordIn(paths, input);
const open = (input: typeof dateless): Promise<Page> => openPage(browser, desk, input);

// A browser, a server and other work on two cores: what fails is tried again before it counts.
describe.skipIf(!hasBrowser)("the clerk's desk", { retry: 2 }, () => {
  beforeAll(async () => {
    paths = await makeArchive([dateless, hostile, unplaced, ...others]);
    [desk, browser] = await Promise.all([startReview(paths.root, "--who", "Frau Beyer"), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    expect(await desk?.stop()).toBe(130);
  });

  it("lists what needs eyes first, and finds by full text and state", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(desk.url);
    const rows = page.locator(".records tbody tr");
    await expect.poll(() => rows.count()).toBe(5);
    expect(await rows.first().locator(".badge").textContent()).toBe("Prüfen");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("searchbox").fill("bibliothekskarte GEBUHRENFREIEN");
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole("searchbox").fill("");
    await page.getByRole("button", { name: /In Ordnung/ }).click();
    await expect.poll(() => rows.count()).toBe(others.length);
    await page.close();
  });

  it("by keys alone: finds the doubtful date, corrects it; the file, the history and a reload tell of it", async () => {
    const page = await open(dateless);
    await page.locator(".sheet image").waitFor();
    const strip = page.getByRole("textbox", { name: "Prüfstelle: Datum" });
    const before = stopsOf(await record(dateless)).findIndex(({ id }) => id === "field /memo/date");
    for (let stop = 0; stop <= before; stop++) await page.keyboard.press("n");
    await strip.waitFor();
    await page.keyboard.type("29.4.19");
    await page.locator(".strip .hint", { hasText: "Montag, 29. April 2019" }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await record(dateless)).memo.date).toBe("2019-04-29");
    await page.reload();
    await expect.poll(() => field(page, "/memo/date").textContent()).toContain("29.04.2019");
    await page.locator(".history summary").click();
    expect(await page.locator(".history li").first().textContent()).toContain("Frau Beyer geändert Datum");
    const history = await runProgram(["history", paths.record(keyOf(dateless))]);
    expect(history.out).toMatch(/Frau Beyer {2}set \/memo\/date\n {5}- null\n {5}\+ "2019-04-29"/);
    await page.close();
  });

  it("lights up the region of a field, and the field of a region", async () => {
    const page = await open(dateless);
    await page.locator(".sheet image").waitFor();
    await field(page, "/memo/fileReference").focus();
    await page.locator(".box.selected title", { hasText: "GZ" }).waitFor({ state: "attached" });
    await page.locator(".box", { has: page.locator("title", { hasText: /^Amt$/ }) }).click();
    await expect.poll(() => page.locator(":focus").getAttribute("data-field")).toBe("/memo/office");
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it("rejects a correction, accepts all of its kind, and takes that back", async () => {
    const page = await open(dateless);
    const corrections = (await record(dateless)).corrections;
    await page.keyboard.press("c");
    await page.locator(".correction-bar").waitFor();
    await page.keyboard.press("r");
    await page.locator(".correction-bar").waitFor({ state: "hidden" });
    await expect.poll(async () => (await record(dateless)).corrections.length).toBe(corrections.length - 1);
    await page.keyboard.press("c");
    await page.locator(".correction-bar").waitFor();
    await page.keyboard.press("Shift+A");
    const sure = async () =>
      (await record(dateless)).corrections.every((one: { confidence: number }) => one.confidence === 1);
    await expect.poll(sure).toBe(true);
    await page.keyboard.press("u");
    await expect.poll(sure).toBe(false);
    await page.keyboard.press("u");
    await expect.poll(async () => (await record(dateless)).corrections).toEqual(corrections);
    await page.close();
  });

  it("splits a clause at the cursor, and moves a boundary by keys", async () => {
    const page = await open(dateless);
    const text = "/memo/items/0/clauses/0/text";
    await field(page, text).focus();
    await page.keyboard.press("e");
    await page.locator("textarea:focus").waitFor();
    const at = clause.indexOf("ab dem");
    await page.keyboard.press("Control+Home");
    for (let step = 0; step < at; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Alt+Enter");
    const clauses = async (): Promise<string[]> =>
      ((await record(dateless)).memo.items[0]?.clauses ?? []).map(({ text }) => text);
    await expect.poll(clauses).toEqual([clause.slice(0, at).trim(), clause.slice(at)]);
    await page.locator(".form").press("b");
    await page.locator(".part .mark").nth(1).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await clauses())[1]).toBe(clause.slice(clause.indexOf("1. Januar")));
    await page.close();
  });

  it("puts text that no field took where it belongs", async () => {
    const page = await open(unplaced);
    await page.locator(".box.unplaced").waitFor();
    await page.keyboard.press("n");
    await page.locator(".finding-card:focus").waitFor();
    await page.keyboard.press("v");
    await page.getByRole("button", { name: "hier ans Ende: Grußformel" }).click();
    await expect.poll(async () => (await record(unplaced)).status).toBe("ok");
    expect((await record(unplaced)).memo.closing).toMatch(new RegExp(`^Mit freundlichen Grüßen ${UNPLACED}$`));
    await page.close();
  });

  it("tells the window that saves second, and overwrites nothing", async () => {
    const [first, second] = [await open(dateless), await open(dateless)];
    for (const [page, value] of [
      [first, "Erster Betreff"],
      [second, "Zweiter Betreff"],
    ] as const) {
      await field(page, "/memo/subject").focus();
      await page.keyboard.press("e");
      await page.locator("textarea").fill(value);
      await page.keyboard.press("Control+Enter");
      if (page === first) await expect.poll(async () => (await record(dateless)).memo.subject).toBe(value);
    }
    await second.getByRole("alert").getByText("Inzwischen anderswo geändert (Frau Beyer)").waitFor();
    expect((await record(dateless)).memo.subject).toBe("Erster Betreff");
    await second.getByRole("button", { name: "Trotzdem eintragen" }).click();
    await expect.poll(async () => (await record(dateless)).memo.subject).toBe("Zweiter Betreff");
    await Promise.all([first.close(), second.close()]);
  });

  it("shows hostile text as text, in English where asked for", async () => {
    const page = await browser.newPage();
    await page.goto(recordUrl(desk, hostile).replace("#", "?lang=en#"));
    await page.getByRole("button", { name: "Undo" }).waitFor();
    expect(await page.locator(".form h1").textContent()).toContain(HOSTILE);
    expect(await page.title()).not.toContain("pwned");
    expect(await page.locator(".form img").count()).toBe(0);
    await page.close();
  });

  it("learns a name when told to, not by its being confirmed; takes it back; and lets the list be edited", async () => {
    const page = await open(dateless);
    const words = () => readFile(paths.words, "utf8").catch(() => "");
    await field(page, "/memo/signatures/0/name").focus();
    await page.keyboard.press("a");
    await page.locator(".saved", { hasText: "gespeichert" }).waitFor();
    expect(await words()).toBe("");
    await field(page, "/memo/signatures/0/name").focus();
    await page.keyboard.press("w");
    await expect.poll(words).toBe("Isolde Markgraf\n");
    await page.getByRole("button", { name: "Zurücknehmen" }).click();
    await expect.poll(words).toBe("");
    await page.goto(`${desk.url}#/words`);
    await page.getByRole("textbox").fill("Birkenhain\n");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect.poll(words).toBe("Birkenhain\n");
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it("is a file to read with `report`: the same view, nothing to write, nothing loaded, hostile text still text", async () => {
    const out = join(paths.root, "report.html");
    expect(await runProgram(["report", paths.root, "-o", out, "--pages", "review"])).toMatchObject({
      code: 0,
      err: "",
    });
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(out).href);
    await page.locator(".records a", { hasText: "<img" }).click();
    await page.locator(".sheet image").waitFor();
    expect(await page.locator(".form h1").textContent()).toContain(HOSTILE);
    expect(await page.title()).not.toContain("pwned");
    expect(await page.getByRole("button", { name: /Bestätigen|Rückgängig|Hinzufügen/ }).count()).toBe(0);
    expect(asked.filter((url) => !url.startsWith("data:") && !url.startsWith("file:"))).toEqual([]);
    await page.close();
  });
});
