import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAILURES } from "../../src/model/failure.ts";
import { type HostileFile, hostileFiles } from "./hostile-files.ts";
import { type Ended, runProgram } from "./program.ts";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("broken and strange files", () => {
  let files: HostileFile[];
  let ended: Ended;
  let lines: { failure?: { code: string; message: string; source: string }; memo?: unknown }[];
  beforeAll(async () => {
    files = await hostileFiles(folder);
    ended = await runProgram(["parse", ...files.map((file) => file.path)]);
    lines = ended.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  });

  it("give a line each, in order", () => {
    expect(lines).toHaveLength(files.length);
    expect(ended.code).toBe(3);
  });

  it("fail each for the right reason, and the good ones among them are done", () => {
    const got = lines.map(({ failure }) => failure?.code ?? "record");
    const wrong = files.flatMap(({ path, becomes }, index) => {
      const expected: readonly string[] = becomes === "record" ? ["record"] : becomes;
      return expected.includes(got[index] ?? "") ? [] : [`${path}: ${got[index]}, not ${expected.join(" or ")}`];
    });
    expect(wrong).toEqual([]);
  });

  it("are named as the user named them", () => {
    for (const [index, { failure }] of lines.entries()) {
      if (failure === undefined) continue;
      expect(failure.source).toBe(files[index]?.path);
      expect(Object.keys(FAILURES)).toContain(failure.code);
      expect(failure.message).not.toBe("");
    }
  });

  it("are told of on standard error in a line each, without stacks or stray control characters", () => {
    const failed = files.filter((file) => file.becomes !== "record");
    const told = ended.err.trimEnd().split("\n");
    expect(told).toHaveLength(failed.length);
    for (const line of told) expect(line).toMatch(/^failed \P{Cc}+ \([a-z-]+\)$/u);
  });
});
