import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ArchiveLock, tellHolder } from "../../src/archive/lock.ts";
import { ArchivePaths } from "../../src/archive/paths.ts";

function emptyArchive(): ArchivePaths {
  return new ArchivePaths(mkdtempSync(join(tmpdir(), "lock-")));
}

const never = (): void => expect.unreachable("The lock was not taken from us.");
const holder = { host: hostname(), pid: 2 ** 30, birth: null, since: "2024-05-17T08:00:00.000Z", token: "t" };

describe("ArchiveLock", () => {
  it("lets one in at a time, and names who is in", async () => {
    const paths = emptyArchive();
    const lock = await ArchiveLock.take(paths, never);
    await expect(ArchiveLock.take(paths, never)).rejects.toMatchObject({
      name: "ArchiveLocked",
      message: expect.stringContaining(`process ${process.pid} on ${hostname()}`),
    });
    expect(await tellHolder(paths)).toContain(`process ${process.pid}`);
    await lock.release();
    expect(await tellHolder(paths)).toBeNull();
    await (await ArchiveLock.take(paths, never)).release();
    expect(readdirSync(paths.root)).toEqual([]);
  });

  it("goes with a process that ends without waiting for anything", async () => {
    const paths = emptyArchive();
    const before = process.listeners("exit");
    await ArchiveLock.take(paths, never);
    const [drop] = process.listeners("exit").filter((listener) => !before.includes(listener));
    drop?.(130);
    expect(readdirSync(paths.root)).toEqual([]);
    writeFileSync(paths.lock, JSON.stringify(holder));
    drop?.(130);
    expect(readdirSync(paths.root)).toEqual(["lock"]);
  });

  it("is not taken for another run's where the folder has vanished", async () => {
    const paths = emptyArchive();
    const taken = ArchiveLock.take(paths, never);
    // The lock is being written meanwhile: a folder that fills while it is emptied is tried again.
    rmSync(paths.root, { recursive: true, force: true, maxRetries: 20 });
    const vanished = new ArchivePaths(join(paths.root, "deep", "deeper", "archive"));
    await expect(ArchiveLock.take(vanished, never)).rejects.toMatchObject({ code: "ENOENT" });
    await taken.then(
      (lock) => lock.release(),
      () => undefined,
    );
  });

  it("lets one of many in who come at once", async () => {
    const paths = emptyArchive();
    const taken = await Promise.allSettled(Array.from({ length: 10 }, () => ArchiveLock.take(paths, never)));
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const lock of taken) if (lock.status === "fulfilled") await lock.value.release();
  });

  it.each([
    ["a process that is gone", holder],
    ["a process whose number another has now", { ...holder, pid: process.pid, birth: "1" }],
  ])("is taken over from %s", async (_, dead) => {
    const paths = emptyArchive();
    writeFileSync(paths.lock, JSON.stringify(dead));
    expect(await tellHolder(paths)).toBeNull();
    const lock = await ArchiveLock.take(paths, never);
    expect(JSON.parse(readFileSync(paths.lock, "utf8")).pid).toBe(process.pid);
    await lock.release();
  });

  it.each([
    ["another machine", JSON.stringify({ ...holder, host: "elsewhere" })],
    ["one that was killed while it wrote it", ""],
  ])("is taken over from %s only after a time without a sign of life", async (_, content) => {
    const paths = emptyArchive();
    writeFileSync(paths.lock, content);
    await expect(ArchiveLock.take(paths, never)).rejects.toMatchObject({ name: "ArchiveLocked" });
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(paths.lock, longAgo, longAgo);
    await (await ArchiveLock.take(paths, never)).release();
  });

  it("is not given up for another's when it was taken over", async () => {
    const paths = emptyArchive();
    const lock = await ArchiveLock.take(paths, never);
    writeFileSync(paths.lock, JSON.stringify(holder));
    await lock.release();
    expect(JSON.parse(readFileSync(paths.lock, "utf8")).token).toBe("t");
  });
});
