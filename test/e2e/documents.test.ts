import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Block, blocksOf, ROOT, readMarkdown } from "../tools/markdown.ts";
import { FIXTURES, PROGRAM } from "./program.ts";

/** Documents whose snippets are run, each in a folder of its own, in the order that a reader meets them. */
const DOCUMENTS = ["README.md", ".github/LIESMICH.md", ...docs()];

function docs(): string[] {
  const folder = ".github/docs";
  return readdirSync(join(ROOT, folder))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

/** Languages of blocks that are run, and of those that only show something. */
const RUN = ["sh", "js"];
const SHOWN = ["text", "json", "yaml", "sql", "ini"];

/** The first line of a block that cannot be run here tells the reader, too. */
const NOT_RUN = /^# not run by the tests: \S.+/;

/** `npm ci` and `npm test` have been, and are, run by whoever runs this. */
const PREAMBLE = "set -euo pipefail; npm() { :; }";

const TOOLS = ["jq", "sqlite3"];
const missing = TOOLS.filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);

/** A folder as a clone is after `npm ci`, as far as the documents' snippets go. */
function cloneLike(): string {
  const folder = mkdtempSync(join(tmpdir(), "documents-"));
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  symlinkSync(FIXTURES, join(folder, "fixtures"));
  symlinkSync(ROOT, join(modules, "hausmitteilung"));
  symlinkSync(PROGRAM, join(modules, ".bin", "hausmitteilung"));
  return folder;
}

function run(block: Block, folder: string): { out: string; err: string; code: number | null } {
  const { PATH, ...others } = process.env;
  const env = { ...others, PATH: `${join(folder, "node_modules", ".bin")}${delimiter}${PATH}` };
  const script = join(folder, block.language === "js" ? "snippet.mjs" : "snippet.sh");
  writeFileSync(script, block.language === "js" ? block.code : `${PREAMBLE}\n${block.code}\n`);
  const command = block.language === "js" ? process.execPath : "bash";
  const { stdout, stderr, status } = spawnSync(command, [script], { cwd: folder, env, encoding: "utf8" });
  return { out: stdout, err: stderr, code: status };
}

/** What the document says that a block prints: the block shown right below it. */
function promised(block: Block, next: Block | undefined): string | null {
  return next !== undefined && SHOWN.includes(next.language) && next.line === block.end + 2 ? `${next.code}\n` : null;
}

describe.each(DOCUMENTS)("%s", (document) => {
  const blocks = blocksOf(readMarkdown(document));
  const folder = cloneLike();
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has no block of a language that is neither run nor known to be only shown", () => {
    expect(blocks.map(({ language }) => language).filter((name) => ![...RUN, ...SHOWN].includes(name))).toEqual([]);
  });

  for (const [index, block] of blocks.entries()) {
    if (!RUN.includes(block.language)) continue;
    const skipped = NOT_RUN.test(block.code) || missing.some((tool) => block.code.includes(tool));
    it.skipIf(skipped)(`line ${block.line} runs, and prints what is shown`, () => {
      const { out, err, code } = run(block, folder);
      expect(code, err).toBe(0);
      const shown = promised(block, blocks[index + 1]);
      if (shown !== null) expect(out).toBe(shown);
    });
  }
});
