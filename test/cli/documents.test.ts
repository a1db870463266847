import { existsSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { FINDINGS } from "../../src/model/diagnostic.ts";
import { FAILURES } from "../../src/model/failure.ts";
import { LIMITS } from "../../src/model/limits.ts";
import { recordSchema } from "../../src/model/record.ts";
import { expectGolden } from "../golden/golden-file.ts";
import { commandsMarkdown } from "../tools/commands-markdown.ts";
import { withGeneratedPart } from "../tools/generated-part.ts";
import { anchorsOf, linksOf, markdownFiles, ROOT, readMarkdown } from "../tools/markdown.ts";
import { recordMarkdown } from "../tools/record-markdown.ts";
import { PROGRAM } from "./outlines.ts";

const DOCS = ".github/docs";

describe("the README", () => {
  it("is short enough to be read", () => {
    expect(Buffer.byteLength(readMarkdown("README.md"))).toBeLessThanOrEqual(10_000);
  });

  it("leads to every other document", () => {
    const targets = new Set(linksOf("README.md").map(({ target }) => target.split("#")[0]));
    for (const name of readdirSync(join(ROOT, DOCS))) expect(targets).toContain(`${DOCS}/${name}`);
  });
});

describe("the document on the command line", () => {
  const cli = readMarkdown(`${DOCS}/cli.md`);

  it("has the same exit codes as the program", () => {
    const rows = Object.values(EXIT_CODES).map(({ code, meaning }) => `| ${code} | ${meaning} |`);
    expect(cli).toContain(`${rows.join("\n")}\n`);
  });

  it("has the same failures as the program", () => {
    const rows = Object.entries(FAILURES).map(([code, why]) => `| \`${code}\` | ${why} |`);
    expect(cli).toContain(`${rows.join("\n")}\n`);
  });

  it("has the same limits as the program", () => {
    const rows = Object.values(LIMITS).map((limit) => {
      const option = `--${limit.flag.replace(/[A-Z]/gu, (capital) => `-${capital.toLowerCase()}`)}`;
      const code = limit.code === null ? "" : `\`${limit.code}\``;
      return (
        `| \`${option}\` | ${limit.default} ${limit.unit === "n" ? "" : limit.unit}`.trimEnd() +
        ` | ${limit.of} | ${code} |`
      );
    });
    expect(cli).toContain(`${rows.join("\n")}\n`);
  });

  it("has the same commands and options as the program (UPDATE_GOLDEN=1 rewrites them)", () => {
    expectGolden(join(ROOT, DOCS, "cli.md"), withGeneratedPart(cli, "commands", commandsMarkdown(PROGRAM)));
  });
});

describe("the document on the record", () => {
  const record = readMarkdown(`${DOCS}/record.md`);

  it("has the schema's descriptions (UPDATE_GOLDEN=1 rewrites them)", () => {
    expectGolden(join(ROOT, DOCS, "record.md"), withGeneratedPart(record, "record", recordMarkdown(recordSchema)));
  });

  it("has the same findings as the program", () => {
    const rows = Object.entries(FINDINGS).map(([code, tells]) => `| \`${code}\` | ${tells} |`);
    expect(record).toContain(`${rows.join("\n")}\n`);
  });
});

describe("the document on the architecture", () => {
  const rooms = readMarkdown(`${DOCS}/architecture.md`).matchAll(/^ {2}(\w+)\/ {2,}\w/gm);

  it("names every room of the source once", () => {
    const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...rooms].map(([, name]) => name).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  });
});

describe("every link of a document", () => {
  const links = markdownFiles().flatMap(linksOf);

  it.each(links)("$file → $target leads somewhere", ({ file, target }) => {
    if (/^https?:/.test(target)) return;
    const [path = "", anchor] = target.split("#");
    const there = path === "" ? file : normalize(join(dirname(file), path));
    expect(existsSync(join(ROOT, there)), there).toBe(true);
    if (anchor !== undefined) expect([...anchorsOf(there)]).toContain(anchor);
  });
});
