import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";

const WATCHDOG = new URL("../../dist/workers/watchdog.js", import.meta.url).href;

/** Ends a process that lets the watchdog watch it, then does something; gives the signal that ended it, or null. */
function watched(maxMiB: number, deed: string): Promise<NodeJS.Signals | null> {
  const script = `
    import(${JSON.stringify(WATCHDOG)}).then(({ startWatchdog }) => {
      startWatchdog(${maxMiB} * 1024 ** 2);
      setTimeout(() => { ${deed} }, 200);
    });`;
  const child = spawn(process.execPath, ["--eval", script], { stdio: "inherit" });
  return new Promise((resolve) => child.on("exit", (_code, signal) => resolve(signal)));
}

describe("startWatchdog", () => {
  it("ends a process that holds too much memory, even one that never looks up", async () => {
    const deed = "const hoard = []; for (;;) if (hoard.length < 300) hoard.push(Buffer.alloc(2 ** 20, 1));";
    expect(await watched(200, deed)).toBe("SIGUSR2");
  });

  it("lets a modest process end by itself", async () => {
    expect(await watched(200, "Buffer.alloc(2 ** 20, 1);")).toBe(null);
  });
});
