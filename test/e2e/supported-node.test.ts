import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { PROGRAM, runProgram } from "./program.ts";

/** Environment in which Node.js takes itself for another version. */
function pretending(node: string): Readonly<Record<string, string>> {
  const script = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${node}" } });`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}` };
}

describe("the program", () => {
  it.each(["12.22.12", "20.20.2", "22.11.0"])("says in one line what it needs on Node.js %s", async (node) => {
    const { code, out, err } = await runProgram(["parse", "scan.pdf"], { env: pretending(node) });
    expect({ code, out }).toEqual({ code: EXIT_CODES.nodeTooOld.code, out: "" });
    expect(err).toMatch(/^error: Node\.js 22\.12 or later.*nodejs\.org.*npx node@24 .*hausmitteilung\.js.*\n$/u);
    expect(err).toContain(node);
  });

  it.each(["22.12.0", "23.0.0", "24.0.0", "26.1.0"])("runs on Node.js %s", async (node) => {
    expect(await runProgram(["--version"], { env: pretending(node) })).toMatchObject({ code: 0, err: "" });
  });

  it("needs what package.json says", () => {
    expect(manifest.engines.node).toBe(">=22.12.0");
  });

  it("begins with a file that old versions can read", () => {
    const code = readFileSync(PROGRAM, "utf8").replaceAll(/\/\/.*/gu, "");
    expect(code).not.toMatch(/\bawait\b|^\s*(?:import|export)\s*[^(\s]/mu);
  });
});
