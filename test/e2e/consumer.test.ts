import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build, type Format } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf, markdownFiles, ROOT, readMarkdown } from "../tools/markdown.ts";
import { installedPackages } from "../tools/third-party-notices.ts";
import { FIXTURES } from "./program.ts";

const TEXT = join(FIXTURES, "einzelner-punkt", "memo.txt");
const INVOICE = join(FIXTURES, "rechnung", "memo.txt");
const DATE = "2020-10-14";

/** What an install takes: the floor is explained in the documents. */
const MOST_PACKAGES = 60;
const MOST_MEGABYTES = 200;

/** A project that has the packed package installed, with what comes along and nothing else, and its own types. */
const project = mkdtempSync(join(tmpdir(), "consumer-"));

function linkModule(name: string, folder = `node_modules/${name}`): void {
  const link = join(project, "node_modules", name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(ROOT, folder), link);
}

function install(): void {
  execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", project], { cwd: ROOT });
  const tarball = readdirSync(project).find((name) => name.endsWith(".tgz"));
  const folder = join(project, "node_modules", "hausmitteilung");
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", join(project, String(tarball)), "-C", folder, "--strip-components=1"]);
  for (const { name, folder: place } of installedPackages()) {
    if (place === `node_modules/${name}`) linkModule(name);
  }
  linkModule("@types/node");
}

/** Node.js 22.12 warns of `require` that loads a module. */
const env = { ...process.env, NODE_OPTIONS: "--disable-warning=ExperimentalWarning" };

function run(...args: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: project, env, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trimEnd().split("\n");
}

/** The documents' programs, each a module of the project: tests of the documents run them. */
function addSnippets(): void {
  for (const file of markdownFiles()) {
    for (const { language, line, code } of blocksOf(readMarkdown(file))) {
      const name = `${file.replace(/\W/gu, "-")}-${line}.ts`;
      if (language === "js") writeFileSync(join(project, "src", name), code);
    }
  }
}

beforeAll(() => {
  cpSync(join(ROOT, "test", "consumer"), project, { recursive: true });
  addSnippets();
  install();
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("a project that uses the package", () => {
  it("compiles under strict settings, its libraries and the documents' programs too", () => {
    const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    const { stdout, status } = spawnSync(process.execPath, [compiler, "-p", "."], { cwd: project, encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("has all of it as a module", () => {
    expect(run("out/module.js", TEXT, INVOICE)).toEqual([
      `parse ${DATE}  true true 0`,
      "parseMany 1",
      "parseMany 1",
      "parseMemo 1",
      "parseFiles true",
      "MemoError not-a-memo",
      "repairText mitgeteilt",
      "schema urn:hausmitteilung:record:1.1",
    ]);
  });

  it("has it by require", () => {
    expect(run("out/common.cjs", TEXT)).toEqual([`require ${DATE}`]);
  });

  it("has it in a worker thread, which ends by itself", () => {
    expect(run("out/thread.js", TEXT)).toEqual([`thread ${DATE}`, "exit 0"]);
  });

  it("serves fifty requests at once", () => {
    expect(run("out/server.js", TEXT)).toEqual([`answers 1 ["${DATE}"] true 50`]);
  });

  it.each<Format>(["esm", "cjs"])("may be bundled (%s) where the package is external", async (format) => {
    expect(await bundled(format, ["hausmitteilung"])).toEqual({ status: 0, out: "mitgeteilt\n", err: "" });
  });

  it("is told what to mark external where a bundle took the package in", async () => {
    const { status, err } = await bundled("esm", ["sharp", "pg-native"]);
    expect(status).not.toBe(0);
    expect(err).toContain("--external:hausmitteilung");
  });
});

describe("the program in such a project", () => {
  const program = join(project, "node_modules", "hausmitteilung", "bin", "hausmitteilung.js");

  it("asks for the packages of a fleet by name, where one is run", () => {
    const args = [program, "status", "--db", "postgres://127.0.0.1:1/memos"];
    const { stderr, status } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
    expect(status).toBe(8);
    for (const name of ["pg", "pg-boss", "prom-client"]) expect(stderr).toContain(` ${name}@^`);
  });

  it("takes up no more than was measured: packages, and bytes of what comes along", () => {
    const installed = installedPackages().filter(({ folder }) => existsSync(join(ROOT, folder)));
    const own = bytesBelow(join(project, "node_modules", "hausmitteilung"));
    const others = installed.map(({ folder }) => bytesBelow(join(ROOT, folder)));
    const megabytes = [own, ...others].reduce((sum, bytes) => sum + bytes, 0) / 1024 ** 2;
    expect(installed.length).toBeLessThanOrEqual(MOST_PACKAGES);
    expect(megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
  });
});

/** Bytes of a package's own files. */
function bytesBelow(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? bytesBelow(path) : statSync(path).size;
    })
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** A program made by a bundler, run to its end. */
async function bundled(
  format: Format,
  external: string[],
): Promise<{ status: number | null; out: string; err: string }> {
  const outfile = join(project, `bundle.${format === "esm" ? "mjs" : "cjs"}`);
  const program = `import { repairText } from "hausmitteilung";
    repairText("mit-\\ngeteilt").then(({ text }) => console.log(text));`;
  await build({
    stdin: { contents: program, resolveDir: project },
    bundle: true,
    platform: "node",
    format,
    external,
    outfile,
    logLevel: "silent",
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, [outfile], { cwd: project, env, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}
