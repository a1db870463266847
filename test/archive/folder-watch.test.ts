import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { FolderWatch } from "../../src/archive/folder-watch.ts";

const never = new AbortController().signal;

function watched(milliseconds = 1): {
  folder: string;
  watch: FolderWatch;
  next(signal?: AbortSignal): Promise<string[]>;
} {
  const folder = mkdtempSync(join(tmpdir(), "watch-"));
  const watch = new FolderWatch([folder], "", milliseconds);
  const next = async (signal = never) => (await watch.next(signal)).map(({ path }) => basename(path));
  return { folder, watch, next };
}

describe("FolderWatch", () => {
  it("takes each file once, and again when it is changed", async () => {
    const { folder, next } = watched();
    writeFileSync(join(folder, "a.pdf"), "a");
    expect(await next()).toEqual(["a.pdf"]);
    writeFileSync(join(folder, "b.pdf"), "b");
    expect(await next()).toEqual(["b.pdf"]);
    writeFileSync(join(folder, "a.pdf"), "longer");
    expect(await next()).toEqual(["a.pdf"]);
  });

  it("waits until a file is the same at two looks", async () => {
    const { folder, next } = watched(1_000_000);
    const look = (): Promise<string[]> => next(AbortSignal.timeout(50));
    writeFileSync(join(folder, "copied.pdf"), "half");
    expect(await look()).toEqual([]);
    writeFileSync(join(folder, "copied.pdf"), "half and half");
    expect(await look()).toEqual([]);
    expect(await look()).toEqual(["copied.pdf"]);
  });

  it("takes nothing while a share is away, and nothing twice when it is back", async () => {
    const { folder, next } = watched();
    writeFileSync(join(folder, "a.pdf"), "a");
    await next();
    rmSync(folder, { recursive: true });
    expect(await next(AbortSignal.timeout(50))).toEqual([]);
  });

  it("ends when it is told to", async () => {
    expect(await watched().next(AbortSignal.abort())).toEqual([]);
    expect(await watched().next(AbortSignal.timeout(20))).toEqual([]);
  });
});
