import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readInput } from "../../src/workers/read-input.ts";

const folder = mkdtempSync(join(tmpdir(), "input-"));
const file = join(folder, "memo\n🏛️.txt");
writeFileSync(file, "abc");

describe("readInput", () => {
  it("gives the bytes of a file, whatever its name", async () => {
    expect(new TextDecoder().decode(await readInput(file))).toBe("abc");
  });

  it.each([
    ["a missing file", join(folder, "missing.pdf"), "file-not-found"],
    ["a file taken for a folder", join(file, "memo.pdf"), "file-not-found"],
    ["a folder", folder, "file-unreadable"],
    ["a device without end", "/dev/zero", "file-unreadable"],
    ["a name no file can have", join(folder, "a\0b"), "file-unreadable"],
    ["a name too long", join(folder, "x".repeat(5000)), "file-unreadable"],
  ])("refuses %s", async (_what, path, code) => {
    await expect(readInput(path)).rejects.toMatchObject({ name: "MemoError", code });
  });

  it("refuses a pipe without waiting for a writer", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    await expect(readInput(pipe)).rejects.toMatchObject({ code: "file-unreadable" });
  });

  it("refuses a file larger than the limit, and says both sizes", async () => {
    await expect(readInput(file, 2)).rejects.toMatchObject({ code: "file-too-large" });
    await expect(readInput(file, 3)).resolves.toHaveLength(3);
  });
});
