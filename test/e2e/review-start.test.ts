import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ArchivePaths } from "../../src/archive/paths.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { type RunningProgram, startReview } from "./desk.ts";
import { openPage, violations } from "./desk-page.ts";
import { FIXTURES, PROGRAM, runProgram } from "./program.ts";

const environment: { readonly PATH?: string } = process.env;

let paths: ArchivePaths;

/** An archive of a letter, and of an invoice and an empty file, which are none. */
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-start-"));
  writeFileSync(join(folder, "leer.txt"), "");
  paths = new ArchivePaths(join(folder, "archiv"));
  const inputs = [
    join(FIXTURES, "einzelner-punkt/memo.txt"),
    join(FIXTURES, "rechnung/scan.pdf"),
    join(folder, "leer.txt"),
  ];
  const { code, err } = await runProgram(["batch", ...inputs, "--out", paths.root]);
  expect(code).toBe(3);
  expect(err).toMatch(/without a record:\n\s*not-a-memo\s+\S*rechnung\/scan\.pdf/u);
});

describe.skipIf(process.platform === "win32")("who else uses the machine", () => {
  it("cannot look into an archive", () => {
    expect(statSync(paths.root).mode & 0o777).toBe(0o700);
  });

  it("reads no address among the processes: the browser is given a file of the user's", async () => {
    const folder = mkdtempSync(join(tmpdir(), "desk-browser-"));
    const told = join(folder, "told");
    // Stands in for the system's opener, and keeps what it was called with and the file it was given.
    writeFileSync(join(folder, "xdg-open"), `#!/bin/sh\ncp "$1" "${told}.html"\nprintf '%s' "$*" > "${told}"\n`);
    chmodSync(join(folder, "xdg-open"), 0o755);
    const child = spawn(process.execPath, [PROGRAM, "review", paths.root], {
      env: { ...process.env, PATH: `${folder}:${environment.PATH}`, XDG_STATE_HOME: join(folder, "state") },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [chunk] = await once(child.stdout, "data");
    const url = String(chunk).trim();
    await expect.poll(() => existsSync(told)).toBe(true);
    const token = new URL(url).pathname.split("/")[1] ?? "";
    expect(token.length).toBe(32);
    expect(readFileSync(told, "utf8")).not.toContain(token);
    expect(readFileSync(`${told}.html`, "utf8")).toContain(`url=${url}`);
    child.kill("SIGINT");
    await once(child, "exit");
  });
});

describe.skipIf(!hasBrowser)("a desk that is begun with", () => {
  let browser: Browser;
  let desk: RunningProgram;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterEach(async () => {
    await page?.close();
    await desk?.stop();
  });

  afterAll(() => browser?.close());

  it("asks once who decides, and keeps it for the next start", async () => {
    desk = await startReview(paths.root);
    page = await openPage(browser, desk);
    await page.getByRole("textbox", { name: "Ihr Name" }).fill("Frau Beyer");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await desk.stop();
    desk = await startReview(paths.root);
    await page.reload();
    await page.locator(".records").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("shows the files that were not read, why, and their pages; reads one again, puts another away", async () => {
    desk = await startReview(paths.root, "--who", "Frau Beyer");
    page = await openPage(browser, desk);
    await page.getByRole("link", { name: "Nicht gelesen" }).click();
    const invoice = page.getByRole("region", { name: "scan.pdf" });
    await invoice.getByText("Das ist nach Kopf und Text keine Hausmitteilung.").waitFor();
    await invoice.getByRole("img", { name: "Erste Seite von scan.pdf" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await invoice.getByRole("button", { name: "Ist kein Brief" }).click();
    await invoice.getByText("Als „kein Brief“ abgelegt.").waitFor();
    const empty = page.getByRole("region", { name: "leer.txt" });
    await empty.getByText("Die Datei ist leer.").waitFor();
    const text = readFileSync(join(FIXTURES, "zwischenstand/memo.txt"));
    writeFileSync(join(paths.root, "../leer.txt"), text);
    await empty.getByRole("button", { name: "Noch einmal lesen" }).click();
    await page.getByText("leer.txt ist jetzt gelesen").waitFor({ timeout: 120_000 });
    await empty.waitFor({ state: "detached" });
    await page.getByRole("link", { name: /Hausmitteilungen/ }).click();
    await page.locator(".records .file", { hasText: "leer.txt" }).waitFor();
    await expect.poll(() => readFileSync(paths.csvIndex, "utf8")).toContain("scan.pdf;;;;;;;;;;kein Brief;");
  });

  it("has no fault in light or dark, in the list, a record, the words, the failures, its help", async () => {
    desk = await startReview(paths.root, "--who", "Frau Beyer");
    page = await openPage(browser, desk);
    await page.locator(".records a").first().click();
    await page.locator(".form h1").waitFor();
    const record = new URL(page.url()).hash;
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const hash of ["#/", record, "#/words", "#/failures"]) {
        await page.goto(`${desk.url}${hash}`);
        await page.waitForTimeout(400);
        expect([colorScheme, hash, await violations(page)]).toEqual([colorScheme, hash, []]);
      }
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
  });
});
