import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { WordDesk } from "../../src/review/word-desk.ts";
import { makeArchive } from "./make-archive.ts";

let paths: ArchivePaths;
let words: WordDesk;

beforeEach(async () => {
  paths = await makeArchive([]);
  words = new WordDesk(paths);
});

describe("the archive's word list", () => {
  it("takes a name as names are looked for: whole, without titles and what stands about it", async () => {
    expect(await words.learn([" Dr. Almut  Querfurth,", "(Birkenhain)", "Prof. Dr. Ilse Tandler"])).toEqual([
      "Almut Querfurth",
      "Birkenhain",
      "Ilse Tandler",
    ]);
    expect(await readFile(paths.words, "utf8")).toBe("Almut Querfurth\nBirkenhain\nIlse Tandler\n");
  });

  it("tells what was new, and takes back what it is told to", async () => {
    await words.learn(["Almut Querfurth"]);
    expect(await words.learn(["Dr. Almut Querfurth", "Tandler"])).toEqual(["Tandler"]);
    expect(await words.forget(["Almut Querfurth", "Niemand"])).toEqual(["Almut Querfurth"]);
    expect(await readFile(paths.words, "utf8")).toBe("Tandler\n");
  });
});
