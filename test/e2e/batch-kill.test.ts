import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isTemporary } from "../../src/archive/write-file-atomically.ts";
import { archiveTree } from "./archive-tree.ts";
import { FIXTURES, PROGRAM, runProgram } from "./program.ts";

const FILES = 200;
const KILLS = 20;

const folder = mkdtempSync(join(tmpdir(), "batch-kill-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Letters as text, each a little different, some of them twice, some no letters at all, and the born-digital fixtures. */
function makeInputs(inputs: string): void {
  mkdirSync(inputs);
  const texts = readdirSync(FIXTURES).flatMap((name) => textOf(join(FIXTURES, name, "memo.txt")));
  let made = 0;
  for (const name of readdirSync(FIXTURES)) {
    const pdf = join(FIXTURES, name, "memo.pdf");
    if (textOf(pdf).length > 0) copyFileSync(pdf, join(inputs, `${String(made++).padStart(3, "0")}.pdf`));
  }
  for (; made < FILES; made++) {
    const text = texts[made % texts.length] ?? "";
    const number = made % 17 === 0 ? made - 1 : made;
    const content = made % 19 === 0 ? "Es war einmal.\n".repeat(made) : `${text}\nAnlage ${number}\n`;
    writeFileSync(join(inputs, `${String(made).padStart(3, "0")}.txt`), content);
  }
}

function textOf(path: string): string[] {
  try {
    return [readFileSync(path, "utf8")];
  } catch {
    return [];
  }
}

/** Numbers from 0 to 1 without a pattern, the same each time (a linear congruential generator). */
function* randomNumbers(): Generator<number, never> {
  for (let state = 7; ; ) {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    yield (state >> 8) / 2 ** 23;
  }
}

/** Runs a batch, and kills the program and all its children so many milliseconds after so many files. */
async function killed(args: readonly string[], afterFiles: number, milliseconds: number): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...args, "--jobs", "1", "--progress", "json"], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  let files = 0;
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    files += text.split(/"event":"file-(?:done|failed)"/u).length - 1;
    if (files >= afterFiles) setTimeout(() => kill(child), milliseconds);
  });
  await ended;
}

function kill(child: ChildProcess): void {
  try {
    process.kill(-(child.pid as number), "SIGKILL");
  } catch {
    // Gone already.
  }
}

describe("a batch killed at any moment", () => {
  it("is resumed by the same command, and ends with the same bytes as one that nobody disturbed", async () => {
    const inputs = join(folder, "in");
    makeInputs(inputs);
    const [calm, disturbed] = [join(folder, "calm"), join(folder, "disturbed")];
    const undisturbed = await runProgram(["batch", inputs, "--out", calm]);
    const random = randomNumbers();
    for (let round = 0; round < KILLS; round++) {
      const afterFiles = Math.floor(random.next().value * 12);
      await killed(["batch", inputs, "--out", disturbed], afterFiles, random.next().value * 40);
    }
    const resumed = await runProgram(["batch", inputs, "--out", disturbed]);
    expect(resumed.code).toBe(undisturbed.code);
    const [expected, got] = [archiveTree(calm), archiveTree(disturbed)];
    expect([...got.keys()]).toEqual([...expected.keys()]);
    for (const [name, content] of expected) expect(got.get(name), name).toBe(content);
    expect([...got.keys()].filter((name) => isTemporary(name.split("/").at(-1) ?? ""))).toEqual([]);
    expect(got.has("lock")).toBe(false);
    expect(await outcomesPerFile(disturbed)).toEqual(Array.from({ length: FILES }, () => 1));
    expect((await runProgram(["verify", disturbed])).code).toBe(0);
  });
});

/** How many outcomes each input has. */
async function outcomesPerFile(archive: string): Promise<number[]> {
  const counts = new Map<string, number>();
  for (const [name, content] of archiveTree(archive)) {
    if (!name.startsWith("sources/")) continue;
    for (const path of JSON.parse(content).names) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return [...counts.values()];
}
