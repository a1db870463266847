import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ArchivePaths, type MemoKey, nameOf } from "../../src/archive/paths.ts";
import { type MemoRecord, recordSchema } from "../../src/model/record.ts";
import { stopsOf } from "../../src/review/client/stops.ts";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { startReview } from "./desk.ts";
import { violations } from "./desk-page.ts";
import { FIXTURES, runProgram } from "./program.ts";

const READ = "Fiiederike Stahlbock";
const RIGHT = "Friederike Stahlbock";

/** Two letters under which the same name is misread. */
const folder = mkdtempSync(join(tmpdir(), "desk-teach-"));
const paths = new ArchivePaths(join(folder, "archiv"));
const letter = readFileSync(join(FIXTURES, "einzelner-punkt/memo.txt"), "utf8").replace(RIGHT, READ);
const [first, second] = [letter, letter.replace("Fertigstellungspflege", "Entwicklungspflege")] as const;

function keyOfText(text: string): MemoKey {
  return { sha256: createHash("sha256").update(text).digest("hex"), memo: null };
}

async function recordOf(text: string): Promise<MemoRecord> {
  return recordSchema.parse(JSON.parse(await readFile(paths.record(keyOfText(text)), "utf8")));
}

async function nameIn(text: string): Promise<string | null | undefined> {
  return (await recordOf(text)).memo.signatures[0]?.name;
}

describe.skipIf(!hasBrowser)("a name that a clerk teaches", () => {
  beforeAll(async () => {
    writeFileSync(join(folder, "a.txt"), first);
    writeFileSync(join(folder, "b.txt"), second);
    const { code, err } = await runProgram([
      "batch",
      join(folder, "a.txt"),
      join(folder, "b.txt"),
      "--out",
      paths.root,
    ]);
    expect([code, err]).toEqual([0, expect.any(String)]);
  });

  it("is read right by the next run, under other letters too", async () => {
    const read = (await nameIn(first)) ?? "";
    expect(read).not.toBe(RIGHT);
    expect(await nameIn(second)).toBe(read);
    const [desk, browser] = await Promise.all([startReview(paths.root, "--who", "Frau Beyer"), launchBrowser()]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${desk.url}#/r/${nameOf(keyOfText(first))}`);
    await page.locator(".form h1").waitFor();
    const stops = stopsOf(await recordOf(first));
    const before = stops.findIndex(({ id }) => id.startsWith("word /memo/signatures/0/name"));
    await page.keyboard.press("n");
    for (let stop = 0; stop < before; stop++) await page.keyboard.press("ArrowDown");
    const strip = page.locator(".strip input");
    await expect.poll(() => strip.inputValue()).toBe(read.split(" ")[0]);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(RIGHT.split(" ")[0] ?? "");
    await page.keyboard.press("Alt+w");
    // The whole name, though one word of it was looked at.
    await page.locator(".toast", { hasText: `In die Wortliste aufgenommen: ${RIGHT}` }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect.poll(() => nameIn(first)).toBe(RIGHT);
    await browser.close();
    await desk.stop();
    await runProgram(["batch", join(folder, "a.txt"), join(folder, "b.txt"), "--out", paths.root, "--redo"]);
    expect([await nameIn(first), await nameIn(second)]).toEqual([RIGHT, RIGHT]);
  });
});
