import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FIXTURES, runShell } from "./program.ts";

const FILES = 60;

const folder = mkdtempSync(join(tmpdir(), "full-disk-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A name space of its own, in which whoever runs the tests may mount a small disk. Linux has it, where it is not forbidden. */
const canMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", folder]).status === 0;

const SCRIPT = `
mount -t tmpfs -o size=300k tmpfs disk
hm batch in --out disk/archive --jobs 1; echo "full $?"
mount -o remount,size=20m disk
hm batch in --out disk/archive --jobs 1; echo "roomier $?"
hm verify disk/archive; echo "verified $?"
ls disk/archive/records/*/*.json | wc -l
`;

describe.runIf(canMount)("batch onto a disk that is full", () => {
  it("stops and says so, and goes on where it was once there is room", { timeout: 120_000 }, async () => {
    const letter = readFileSync(join(FIXTURES, "solidaritaetspartnerschaft", "memo.txt"), "utf8");
    for (const name of ["in", "disk"]) mkdirSync(join(folder, name));
    for (let index = 0; index < FILES; index++) {
      writeFileSync(join(folder, "in", `${index}.txt`), `${letter}\nAnlage ${index}\n`);
    }
    const run = await runShell(`export -f hm; unshare -rm bash -c '${SCRIPT}'`, { cwd: folder });
    expect(run.out.trim().split(/\s*\n\s*/u)).toEqual(["full 1", "roomier 0", "verified 0", String(FILES)]);
    expect(run.err).toContain("cannot be written: the disk is full. What was done is kept");
    expect(readdirSync(join(folder, "disk"))).toEqual([]);
  });
});
