import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collect } from "../tools/print/draw-pdf.ts";
import { seededRandom } from "../tools/print/random.ts";
import { archiveTree } from "./archive-tree.ts";
import { FIXTURES, PROGRAM, runProgram } from "./program.ts";

const PAGES = 12;
const ROUNDS = 6;

/** Milliseconds after which the program and all its children are gone. */
const GONE_MS = 10_000;

/** Milliseconds a run is left alone at most: it has started, and is not done. */
const LATEST_MS = 6000;

const folder = mkdtempSync(join(tmpdir(), "batch-interrupt-"));
const [inputs, archive] = [join(folder, "in"), join(folder, "archive")];
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  mkdirSync(inputs);
  for (const [index, name] of ["einzelner-punkt", "zwischenstand"].entries()) {
    writeFileSync(join(inputs, `${index}.pdf`), await manyPages(join(FIXTURES, name, "scan.pdf")));
  }
});

/** The head of a scan's first page over and over: pages that are read quickly. */
async function manyPages(scan: string): Promise<Buffer> {
  const pdf = readFileSync(scan);
  const start = pdf.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
  const { width = 0 } = await sharp(pdf.subarray(start)).metadata();
  const jpeg = await sharp(pdf.subarray(start)).extract({ left: 0, top: 0, width, height: 600 }).jpeg().toBuffer();
  const document = new PDFDocument({ margin: 0, autoFirstPage: false });
  const bytes = collect(document);
  for (let page = 0; page < PAGES; page++) {
    document.addPage({ size: [595, 144], margin: 0 }).image(jpeg, 0, 0, { width: 595 });
  }
  document.end();
  return bytes;
}

/** A run in a process group of its own, as a shell starts it. */
function startedRun(): { readonly child: ChildProcess; readonly ended: Promise<number | null>; told: () => string } {
  const child = spawn(process.execPath, [PROGRAM, "batch", inputs, "--out", archive], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  return { child, told: () => told, ended: new Promise((resolve) => child.on("exit", resolve)) };
}

function send(signal: "SIGINT" | "SIGKILL", target: number): void {
  try {
    process.kill(target, signal);
  } catch {
    // Gone already.
  }
}

/** Waits for all processes of a group to be gone; milliseconds that took. */
async function goneAfter(group: number): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < 2 * GONE_MS && isAlive(group)) await sleep(50);
  const took = performance.now() - begun;
  send("SIGKILL", -group);
  return took;
}

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

describe("a batch with scans of many pages in hand", () => {
  it("ends after Ctrl-C, whenever and to whomever it is sent, and goes on where it was", async () => {
    const random = seededRandom("ctrl-c");
    for (let round = 0; round < ROUNDS; round++) {
      const { child, ended, told } = startedRun();
      const group = child.pid as number;
      await sleep(random() * LATEST_MS);
      send("SIGINT", round % 2 === 0 ? -group : group);
      const took = await goneAfter(group);
      expect(took, `round ${round}: ${told()}`).toBeLessThan(GONE_MS);
      expect(existsSync(join(archive, "lock"))).toBe(false);
      // Before it listens to signals, one ends it as any program.
      expect([130, null, 3]).toContain(await ended);
    }
    const calm = join(folder, "calm");
    const { code } = await runProgram(["batch", inputs, "--out", calm]);
    expect((await runProgram(["batch", inputs, "--out", archive])).code).toBe(code);
    expect(archiveTree(archive)).toEqual(archiveTree(calm));
  });

  it("ends at once when Ctrl-C comes twice, and its lock with it", async () => {
    rmSync(archive, { recursive: true });
    const { child, ended } = startedRun();
    await expect.poll(() => existsSync(join(archive, "lock"))).toBe(true);
    await sleep(2000);
    send("SIGINT", -(child.pid as number));
    await sleep(100);
    send("SIGINT", -(child.pid as number));
    expect(await goneAfter(child.pid as number)).toBeLessThan(3000);
    expect(await ended).toBe(130);
    expect(existsSync(join(archive, "lock"))).toBe(false);
  });
});
