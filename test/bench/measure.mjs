import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

export const PROGRAM = fileURLToPath(new URL("../../bin/hausmitteilung.js", import.meta.url));

/** How often a running process's memory is looked at, in milliseconds. */
const LOOK_EVERY = 10;

/**
 * Runs the program once.
 * @returns {Promise<{ seconds: number, peakMib: number | null }>} wall time, and peak resident memory (Linux only)
 */
export function measure(args, stdin = "") {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["pipe", "ignore", "inherit"] });
    let peakMib = null;
    const watch = setInterval(() => {
      peakMib = peakOf(child.pid) ?? peakMib;
    }, LOOK_EVERY);
    child.stdin.end(stdin);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      if (code === 0) resolve({ seconds, peakMib });
      else reject(new Error(`hausmitteilung ${args.join(" ")} ended with ${code}.`));
    });
  });
}

/** The kernel's own high-water mark of a process's resident memory. */
function peakOf(pid) {
  try {
    const match = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return match === null ? null : Number(match[1]) / 1024;
  } catch {
    return null;
  }
}

/** The middle of some numbers: one slow run on a noisy machine does not move it. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
