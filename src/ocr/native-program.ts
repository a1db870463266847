import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { errorCode } from "../model/error-code.ts";
import { MemoError } from "../model/failure.ts";

const run = promisify(execFile);

/** The first major version whose networks and table are those of tesseract.js. */
const OLDEST = 5;

const NEEDED = `--engine native needs Tesseract ${OLDEST} or later on $PATH (Debian: apt-get install tesseract-ocr)`;

/** Bytes of output: a full page's table has some 100 kB. */
const MOST_OUTPUT = 64 * 1024 ** 2;

/**
 * Runs the machine's own Tesseract to its end, with one thread, and gives what it prints.
 * @throws the system's error; one with a code where it fails
 */
export async function runTesseract(args: readonly string[], timeout: number): Promise<string> {
  const env = { ...process.env, OMP_THREAD_LIMIT: "1" };
  const { stdout, stderr } = await run("tesseract", args, {
    env,
    timeout,
    maxBuffer: MOST_OUTPUT,
    killSignal: "SIGKILL",
  });
  return stdout || stderr;
}

/**
 * Version of the machine's own Tesseract and of the library that it reads pictures with.
 * @throws MemoError "engine-missing" where there is none, or one that is too old
 */
export async function nativeVersion(): Promise<string> {
  const told = await runTesseract(["--version"], 10_000).catch((error: unknown) => {
    const why = errorCode(error) === "ENOENT" ? "there is none" : "the one there does not run";
    throw new MemoError("engine-missing", `${NEEDED}; ${why}.`, { cause: error });
  });
  const [program = "", library = ""] = told.split("\n").map((line) => line.trim());
  const major = /^tesseract v?(\d+)\./u.exec(program)?.[1];
  if (major === undefined || Number(major) < OLDEST) {
    throw new MemoError("engine-missing", `${NEEDED}; this is ${JSON.stringify(program.slice(0, 80))}.`);
  }
  return `${program}, ${library}`;
}
