import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";

/** How often the processes' memory is looked at, in milliseconds. */
const LOOK_EVERY = 100;

/** bash's own clock: it counts the processor time of all processes that a command waited for. */
const TIMED = 'exec 3>&2 2>/dev/null; TIMEFORMAT="%R %U %S"; { time "$@" 2>&3 3>&-; } 2>&4';

/**
 * Runs a command with all the processes it starts (Linux).
 * @param expectedCodes exit codes that are no failure
 * @returns {Promise<{ seconds: number, cpuSeconds: number, peakMib: number, output: string, memory: number[] }>} wall
 *   and processor time, the peak of the resident memory of all its processes together, what it printed, and each look
 *   at the memory in MiB
 */
export function measureTree(command, args, { environment = {}, expectedCodes = [0] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn("bash", ["-c", TIMED, "bash", command, ...args], {
      stdio: ["ignore", "pipe", "ignore", "ignore", "pipe"],
      env: { ...process.env, ...environment },
    });
    const texts = { output: "", times: "" };
    child.stdout.setEncoding("utf8").on("data", (part) => (texts.output += part));
    child.stdio[4].setEncoding("utf8").on("data", (part) => (texts.times += part));
    const memory = [];
    const watch = setInterval(() => memory.push(residentMibOf(child.pid)), LOOK_EVERY);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      const [seconds, user, system] = texts.times.trim().split(" ").map(Number);
      if (!expectedCodes.includes(code)) reject(new Error(`${command} ${args.join(" ")} ended with ${code}.`));
      else
        resolve({ seconds, cpuSeconds: user + system, peakMib: Math.max(0, ...memory), output: texts.output, memory });
    });
  });
}

/** Resident memory of a process and all that descend from it, in MiB; of pages that they share each has its part. */
function residentMibOf(pid) {
  const kibibytes = Number(/^Pss:\s+(\d+) kB$/mu.exec(contentOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  const children = contentOf(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean);
  return children.reduce((sum, child) => sum + residentMibOf(child), kibibytes / 1024);
}

/** "" for a process that is gone. */
function contentOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
