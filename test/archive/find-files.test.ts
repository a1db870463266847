import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findFiles } from "../../src/archive/find-files.ts";

function folderWith(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "find-"));
  for (const file of files) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
}

async function found(roots: readonly string[], except = ""): Promise<(string | readonly [string, string])[]> {
  const files = await findFiles(roots, except);
  const [root = ""] = roots;
  return files.map(({ path, refused }) => {
    const name = path.slice(root.length + 1);
    return refused === null ? name : [name, refused.message];
  });
}

describe("findFiles", () => {
  it("finds all files in an order of its own, each once, and passes over the archive", async () => {
    const folder = folderWith("b.pdf", "a/2.pdf", "a/1.pdf", "out/records/x.json", "ä\n🏛️.txt");
    const roots = [folder, join(folder, "b.pdf")];
    expect(await found(roots, join(folder, "out"))).toEqual(["a/1.pdf", "a/2.pdf", "b.pdf", "ä\n🏛️.txt"]);
  });

  it("refuses what cannot be named in UTF-8, each for itself, and takes what only looks like it", async () => {
    const folder = folderWith("in/ok.pdf", "in/really \ufffd.pdf");
    const bytes = (name: string): Buffer => Buffer.concat([Buffer.from(`${folder}/in/`), Buffer.from(name, "latin1")]);
    for (const name of ["caf\xe9.pdf", "caf\xe8.pdf"]) writeFileSync(bytes(name), "x");
    mkdirSync(bytes("b\xfccher"));
    const refusal = expect.stringMatching(/^The name is no text in UTF-8/u);
    expect(await found([join(folder, "in")])).toEqual([
      ["b\\xfccher", refusal],
      ["caf\\xe8.pdf", refusal],
      ["caf\\xe9.pdf", refusal],
      "ok.pdf",
      "really \ufffd.pdf",
    ]);
  });

  it("refuses links that lead out, and to nowhere; takes those within, follows no folder", async () => {
    const folder = folderWith("in/a.pdf", "in/sub/b.pdf", "out.pdf");
    const inside = join(folder, "in");
    symlinkSync(join(folder, "out.pdf"), join(inside, "leaves.pdf"));
    symlinkSync("/etc", join(inside, "leaves-too"));
    symlinkSync(join(folder, "none"), join(inside, "nowhere"));
    symlinkSync("a.pdf", join(inside, "stays.pdf"));
    symlinkSync("..", join(inside, "sub", "loop"));
    expect(await found([inside])).toEqual([
      "a.pdf",
      ["leaves-too", "This is a link that leads out of the given folders."],
      ["leaves.pdf", "This is a link that leads out of the given folders."],
      ["nowhere", "This is a link that leads nowhere."],
      "stays.pdf",
      "sub/b.pdf",
    ]);
  });

  it("passes over what systems and programs leave in a folder, but not where it was given", async () => {
    const litter = ["Thumbs.db", ".DS_Store", "._a.pdf", "~$brief.docx", "desktop.ini", "a.json", "__MACOSX/b.pdf"];
    const folder = folderWith("a.pdf", "sub/Desktop.ini", "@eaDir/c.pdf", ".~lock.a.odt#", ".brief.pdf", ...litter);
    expect(await found([folder])).toEqual([".brief.pdf", "a.pdf"]);
    expect(await findFiles([join(folder, "a.json")], "")).toHaveLength(1);
  });

  it("takes a link that the user named", async () => {
    const folder = folderWith("real/a.pdf");
    symlinkSync("real", join(folder, "link"));
    expect(await found([join(folder, "link")])).toEqual(["a.pdf"]);
  });

  it("refuses a pipe without waiting for a writer", async () => {
    const folder = folderWith();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    expect(await found([folder])).toEqual([["pipe", "This is a pipe or device, not a file."]]);
  });

  it("leaves it to the reading that there is no such file", async () => {
    const path = join(folderWith(), "missing.pdf");
    expect(await findFiles([path], "")).toEqual([{ path, home: dirname(path), refused: null }]);
  });
});
