import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blocksOf, ROOT, readMarkdown } from "../tools/markdown.ts";

/** A folder of its own in place of `folder` of the source, all that stands beside it linked. */
function sourceWith(folder: string): string {
  const root = mkdtempSync(join(tmpdir(), "contributing-"));
  let [from, to] = [ROOT, root];
  for (const step of ["src", ...folder.split("/")]) {
    [from, to] = [join(from, step), join(to, step)];
    mkdirSync(to);
    for (const name of readdirSync(from)) {
      if (!`src/${folder}/`.startsWith(`${join(to, name).slice(root.length + 1)}/`))
        symlinkSync(join(from, name), join(to, name));
    }
  }
  return root;
}

describe("CONTRIBUTING", () => {
  it("has code that compiles where it is to be put", () => {
    const blocks = blocksOf(readMarkdown(".github/CONTRIBUTING.md")).filter(({ language }) => language === "ts");
    expect(blocks.length).toBeGreaterThan(0);
    const root = sourceWith("repair/tokens");
    for (const { line, code } of blocks) writeFileSync(join(root, "src", "repair", "tokens", `line-${line}.ts`), code);
    const files = blocks.map(({ line }) => `src/repair/tokens/line-${line}.ts`);
    const compilerOptions = { noEmit: true, preserveSymlinks: true, typeRoots: [join(ROOT, "node_modules", "@types")] };
    writeFileSync(
      join(root, "tsconfig.json"),
      JSON.stringify({ extends: join(ROOT, "tsconfig.json"), compilerOptions, include: files, exclude: [] }),
    );
    for (const name of ["node_modules", "package.json"]) symlinkSync(join(ROOT, name), join(root, name));
    const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    const { stdout, status } = spawnSync(process.execPath, [compiler, "-p", root], { encoding: "utf8" });
    rmSync(root, { recursive: true });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });
});
