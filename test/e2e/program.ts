import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The built program. */
export const PROGRAM = fileURLToPath(new URL("../../bin/hausmitteilung.js", import.meta.url));

export const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));

if (!existsSync(fileURLToPath(new URL("../../dist/cli/start.js", import.meta.url)))) {
  throw new Error("The program is not built: `npm run build`, or `npm test`, which builds first.");
}

export interface Ended {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface ProgramOptions {
  readonly stdin?: Uint8Array | string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Of another Node.js than the tests'. */
  readonly node?: string;
  /** Called with the running process, for signals and for closing its streams. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the program to its end. */
export function runProgram(args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  const child = spawn(options.node ?? process.execPath, [PROGRAM, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
  });
  return ended(child, options);
}

/** Runs a line of shell in which "$hm" is the program. */
export function runShell(line: string, options: ProgramOptions = {}): Promise<Ended> {
  const script = `hm() { ${quoted(process.execPath)} ${quoted(PROGRAM)} "$@"; }; ${line}`;
  return ended(spawn("bash", ["-c", script], { cwd: options.cwd, env: { ...process.env, ...options.env } }), options);
}

function ended(child: ChildProcess, options: ProgramOptions): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  child.stdin?.on("error", () => {});
  child.stdin?.end(options.stdin);
  options.onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Environment of a program that cannot load packages of some names. */
export function refusing(names: RegExp): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import ${new URL("refuse-modules.mjs", import.meta.url)}`, REFUSED: names.source };
}
