import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { FIXTURES, PROGRAM, runProgram } from "./program.ts";

const SCAN = join(FIXTURES, "solidaritaetspartnerschaft", "scan.pdf");

/** A run in a process group of its own, as a shell starts it; resolves once a page is being read. */
async function startedRun(): Promise<{ group: number; ended: Promise<number | null> }> {
  const child = spawn(process.execPath, [PROGRAM, "parse", "--json-logs", SCAN, SCAN, SCAN], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  await new Promise<void>((resolve) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes('"stage":"read"')) resolve();
    });
  });
  return { group: child.pid as number, ended };
}

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits for all processes of a group to be gone. */
async function gone(group: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 10 && isAlive(group); waited++) await sleep(100);
  return !isAlive(group);
}

describe("interrupted", () => {
  it("by Ctrl-C, which a terminal sends to all processes: ends with 130, leaves no process behind", async () => {
    const { group, ended } = await startedRun();
    process.kill(-group, "SIGINT");
    expect(await ended).toBe(130);
    expect(await gone(group, 2)).toBe(true);
  });

  it("by a signal to the program alone", async () => {
    const { group, ended } = await startedRun();
    process.kill(group, "SIGTERM");
    expect(await ended).toBe(130);
    expect(await gone(group, 2)).toBe(true);
  });

  it("by SIGKILL, which it cannot answer: its children end by themselves", async () => {
    const { group, ended } = await startedRun();
    process.kill(group, "SIGKILL");
    await ended;
    expect(await gone(group, 3)).toBe(true);
  });

  it("leaves nothing of standard input behind", async () => {
    const temporary = mkdtempSync(join(tmpdir(), "interrupt-"));
    const env = { ...process.env, TMPDIR: temporary };
    const child = spawn(process.execPath, [PROGRAM, "parse", "-"], { env, stdio: ["pipe", "ignore", "ignore"] });
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    // More than a pipe holds: it is written once the program reads, and by then it hears signals.
    await new Promise((resolve) => child.stdin.write(Buffer.alloc(1024 ** 2, "%PDF-1.4\n"), resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe("a child killed in the middle of its work", () => {
  it("is replaced, and the record is the same as ever", async () => {
    let killed = false;
    const disturbed = await runProgram(["parse", "--json-logs", SCAN], {
      onStart: (child) =>
        child.stderr?.on("data", (text: string) => {
          if (killed || !text.includes('"stage":"read"')) return;
          const children = execFileSync("pgrep", ["-P", String(child.pid)], { encoding: "utf8" })
            .trim()
            .split("\n");
          for (const pid of children) process.kill(Number(pid), "SIGKILL");
          killed = true;
        }),
    });
    expect(disturbed.err).toContain('"event":"retried"');
    expect(disturbed.code).toBe(0);
    expect(disturbed.out).toBe((await runProgram(["parse", SCAN])).out);
  });
});
