import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { FAILURES } from "../../src/model/failure.ts";
import { LIMITS } from "../../src/model/limits.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

describe("the README", () => {
  it("has the same exit codes as the program", () => {
    const rows = Object.values(EXIT_CODES).map(({ code, meaning }) => `| ${code} | ${meaning} |`);
    expect(readme).toContain(`${rows.join("\n")}\n`);
  });

  it("has the same failures as the program", () => {
    const rows = Object.entries(FAILURES).map(([code, why]) => `| \`${code}\` | ${why} |`);
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
});
