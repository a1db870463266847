import { existsSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { FINDINGS } from "../../src/model/diagnostic.ts";
import { FAILURES } from "../../src/model/failure.ts";
import { LIMITS } from "../../src/model/limits.ts";
import { recordSchema } from "../../src/model/record.ts";
import { expectGolden } from "../golden/golden-file.ts";
import { withCommands } from "../tools/commands-markdown.ts";
import { anchorsOf, linksOf, markdownFiles, ROOT, readMarkdown } from "../tools/markdown.ts";
import { PROGRAM } from "./outlines.ts";

const readme = readMarkdown("README.md");

describe("the README", () => {
  it("has the same exit codes as the program", () => {
    const rows = Object.values(EXIT_CODES).map(({ code, meaning }) => `| ${code} | ${meaning} |`);
    expect(readme).toContain(`${rows.join("\n")}\n`);
  });

  it("has the same failures as the program", () => {
    const rows = Object.entries(FAILURES).map(([code, why]) => `| \`${code}\` | ${why} |`);
    expect(readme).toContain(`${rows.join("\n")}\n`);
  });

  it("has the same findings as the program", () => {
    const rows = Object.entries(FINDINGS).map(([code, tells]) => `| \`${code}\` | ${tells} |`);
    expect(readme).toContain(`${rows.join("\n")}\n`);
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
    expect(readme).toContain(`${rows.join("\n")}\n`);
  });

  it("has the same commands and options as the program (UPDATE_GOLDEN=1 rewrites them)", () => {
    expectGolden(join(ROOT, "README.md"), withCommands(readme, PROGRAM));
  });

  it("explains every part and every field of the record", () => {
    const names = [recordSchema, recordSchema.shape.memo].flatMap(({ shape }) => Object.keys(shape));
    for (const name of names) expect(readme).toContain(`\n| \`${name}\` | `);
  });

  it("names every room of the source", () => {
    const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) expect(readme).toMatch(new RegExp(`^  ${name}/ {2,}\\w`, "m"));
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
