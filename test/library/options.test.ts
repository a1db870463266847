import { describe, expect, it } from "vitest";
import { createParser } from "../../src/library/create-parser.ts";
import type { ParserOptions } from "../../src/library/options.ts";
import { repairText } from "../../src/library/repair-text.ts";

describe("options", () => {
  it.each<[string, unknown]>([
    ["minConfidence: Too big: expected number to be <=1, not 7", { minConfidence: 7 }],
    ['source: Invalid option: expected one of "auto"|"ocr"|"text-layer", not "nonsense"', { source: "nonsense" }],
    ["jobs: Too small: expected number to be >=1, not 0", { jobs: 0 }],
    ["limits.pages: Too small: expected number to be >0, not -1", { limits: { pages: -1 } }],
    ["limits.page: no such option", { limits: { page: 1 } }],
    ["word: no such option", { word: [] }],
    ["words.1: Invalid input: expected string, received number, not 3", { words: ["a", 3] }],
    ["signal: expected an AbortSignal", { signal: {} }],
    ["onProgress: expected a function, not 1", { onProgress: 1 }],
  ])("are refused by name: %s", (message, options) => {
    expect(() => createParser(options as ParserOptions)).toThrow(new TypeError(message));
  });

  it("are refused where a text is repaired", async () => {
    await expect(repairText("", { minConfidence: -1 })).rejects.toThrow("minConfidence: Too small");
  });

  it("may be left undefined", () => {
    expect(() => createParser({ jobs: undefined, limits: { pages: undefined } as object })).not.toThrow();
  });
});
