import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { PROGRAM } from "./program.ts";

/** A running `hausmitteilung review`. */
export interface RunningProgram {
  readonly url: string;
  /** Interrupts it, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the desk over an archive, and waits for its address. */
export async function startReview(root: string, ...args: string[]): Promise<RunningProgram> {
  const child = spawn(process.execPath, [PROGRAM, "review", root, "--no-open", ...args], {
    // What a desk keeps for its user goes beside the archive, not into the home of whoever runs the tests.
    env: { ...process.env, XDG_STATE_HOME: `${root}-state` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { url: await firstLine(child), stop: () => stopped(child) };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes("\n")) return text.trim();
  }
  throw new Error("The desk ended without an address.");
}

async function stopped(child: ChildProcess): Promise<number | null> {
  const closed = once(child, "exit");
  child.kill("SIGINT");
  const [code] = await closed;
  return code as number | null;
}
