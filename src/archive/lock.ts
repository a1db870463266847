import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { link, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { z } from "zod";
import { errorCode } from "../model/error-code.ts";
import { prettyJson } from "../model/pretty-json.ts";
import type { ArchivePaths } from "./paths.ts";
import { birthOf } from "./process-birth.ts";
import { exists } from "./read-json.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

const holderSchema = z.object({
  host: z.string(),
  pid: z.int(),
  /** When the process began, as its system counts; null where it does not say. A number given anew is another process. */
  birth: z.string().nullable(),
  since: z.string(),
  token: z.string(),
});

type Holder = z.infer<typeof holderSchema>;

/** Thrown where another run writes into the archive. */
export class ArchiveLocked extends Error {
  override readonly name = "ArchiveLocked";
}

/** Milliseconds between two signs of life that a holder gives. */
const HEARTBEAT_MS = 10_000;

/** A holder on another machine that gave no sign of life for so long is taken for dead. */
const DEAD_AFTER_MS = 6 * HEARTBEAT_MS;

/** Attempts to take a lock whose holders die one after the other while we look. */
const MOST_ATTEMPTS = 5;

/** The right to write into an archive: one process has it at a time. */
export class ArchiveLock {
  readonly #path: string;
  readonly #own: Holder;
  readonly #heart: NodeJS.Timeout;

  private constructor(path: string, own: Holder, onLost: (error: ArchiveLocked) => void) {
    this.#path = path;
    this.#own = own;
    process.once("exit", this.#drop);
    this.#heart = setInterval(() => void this.#beat(onLost), HEARTBEAT_MS).unref();
  }

  /**
   * Takes the lock; from a holder that is dead as well.
   * @param onLost called if it is taken from us, as when this machine slept
   * @throws ArchiveLocked
   */
  static async take(paths: ArchivePaths, onLost: (error: ArchiveLocked) => void): Promise<ArchiveLock> {
    const token = randomBytes(8).toString("hex");
    const own = {
      host: hostname(),
      pid: process.pid,
      birth: birthOf(process.pid),
      since: new Date().toISOString(),
      token,
    };
    const candidate = temporaryName(paths);
    await writeFileAtomically(candidate, prettyJson(own));
    try {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        if (await linked(candidate, paths.lock)) return new ArchiveLock(paths.lock, own, onLost);
        await removeIfDead(paths, candidate);
      }
      throw new ArchiveLocked("Other runs are taking this archive's lock.");
    } finally {
      await rm(candidate, { force: true });
    }
  }

  async release(): Promise<void> {
    clearInterval(this.#heart);
    process.off("exit", this.#drop);
    if ((await holderOf(this.#path))?.token === this.#own.token) await rm(this.#path, { force: true });
  }

  /** A run that is ended at once waits for nothing, and leaves no lock all the same. */
  readonly #drop = (): void => {
    try {
      const { token } = holderSchema.parse(JSON.parse(readFileSync(this.#path, "utf8")));
      if (token === this.#own.token) rmSync(this.#path);
    } catch {
      // It is gone, or another run's; who comes next finds a dead holder, and takes the lock from it.
    }
  };

  async #beat(onLost: (error: ArchiveLocked) => void): Promise<void> {
    try {
      const holder = await holderOf(this.#path);
      if (holder?.token !== this.#own.token) {
        clearInterval(this.#heart);
        return onLost(new ArchiveLocked("Another run has taken over this archive."));
      }
      // The same bytes again: the file's time is then that of the disk, whatever this machine's clock says.
      await writeFile(this.#path, prettyJson(this.#own), { flag: "r+" });
    } catch {
      // A share that does not answer: the next write finds out, and says so better.
    }
  }
}

/** Who writes into an archive at the moment, in words; null where nobody does. */
export async function tellHolder(paths: ArchivePaths): Promise<string | null> {
  const holder = await holderOf(paths.lock);
  if (holder === null || (holder.host === hostname() && !isSameProcess(holder))) return null;
  return lockedBy(holder);
}

/** A link is made at once and with its content, or not at all; where the disk knows none, a renamed file must do. */
async function linked(candidate: string, path: string): Promise<boolean> {
  try {
    await link(candidate, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    // The candidate is missing where a holder has swept it away, or the whole folder has vanished.
    if (errorCode(error) === "ENOENT" && (await exists(dirname(path)))) return false;
    if (!NO_LINKS.has(errorCode(error)) || (await holderOf(path)) !== null) throw error;
  }
  await rename(candidate, path);
  return true;
}

const NO_LINKS: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP"]);

/** @throws ArchiveLocked if the holder is alive */
async function removeIfDead(paths: ArchivePaths, candidate: string): Promise<void> {
  const path = paths.lock;
  const holder = await holderOf(path);
  if (await isAlive(path, holder, candidate)) throw new ArchiveLocked(lockedBy(holder));
  const aside = temporaryName(paths);
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  // Somebody quicker may have taken the lock meanwhile: it is theirs.
  if ((await holderOf(aside))?.token !== holder?.token) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function isAlive(path: string, holder: Holder | null, candidate: string): Promise<boolean> {
  if (holder !== null && holder.host === hostname())
    return birthOf(holder.pid) === holder.birth && isRunning(holder.pid);
  const [theirs, ours] = await Promise.all([timeOf(path), timeOf(candidate)]);
  if (theirs === null) return false;
  return ours === null || ours - theirs < DEAD_AFTER_MS;
}

/** When a file was last written, in milliseconds by the clock of the disk it is on; null where there is none. */
async function timeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** A name that a sweep knows, should we be killed. */
function temporaryName(paths: ArchivePaths): string {
  return join(paths.root, `.lock.${randomBytes(6).toString("hex")}.tmp`);
}

/** Whether a holder on this machine is alive. */
function isSameProcess({ pid, birth }: Holder): boolean {
  return birthOf(pid) === birth && isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** null where there is no lock, or one that says nothing. */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    if (errorCode(error) === "ENOENT" || error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

function lockedBy(holder: Holder | null): string {
  if (holder === null) return "Another run has just taken this archive's lock.";
  const { pid, host, since } = holder;
  return `Another run is writing into this archive: process ${pid} on ${host}, since ${since}.`;
}
