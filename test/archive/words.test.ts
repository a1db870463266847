import { mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { ArchivePaths } from "../../src/archive/paths.ts";
import { addWords, readWords, removeWords, writeWords } from "../../src/archive/words.ts";

let paths: ArchivePaths;

beforeEach(() => {
  paths = new ArchivePaths(mkdtempSync(join(tmpdir(), "words-")));
});

describe("an archive's words", () => {
  it("are all kept where several writers add and take out at once", async () => {
    const names = Array.from({ length: 30 }, (_, index) => `Wort${index}`);
    await addWords(paths, ["Birkenhain"]);
    await Promise.all([...names.map((name) => addWords(paths, [name])), removeWords(paths, ["Birkenhain"])]);
    expect((await readWords(paths)).text.trim().split("\n").toSorted()).toEqual(names.toSorted());
  });

  it("are not written over by an edit of an older list", async () => {
    const { revision } = await readWords(paths);
    await addWords(paths, ["Birkenhain"]);
    expect(await writeWords(paths, "Ulmenweg\n", revision)).toMatchObject({ isWritten: false });
    expect((await readWords(paths)).text).toBe("Birkenhain\n");
  });

  it("are to be had again after a writer has died over them", async () => {
    const lock = `${paths.words}.lock`;
    writeFileSync(lock, "");
    utimesSync(lock, new Date(0), new Date(0));
    expect(await addWords(paths, ["Birkenhain", "Birkenhain"])).toEqual(["Birkenhain"]);
    expect(await removeWords(paths, ["Birkenhain", "Ulmenweg"])).toEqual(["Birkenhain"]);
    expect((await readWords(paths)).text).toBe("");
  });
});
