import { describe, expect, it } from "vitest";
import { slowRuns } from "./growth.ts";
import { patternLiterals } from "./pattern-literals.ts";

/** Rooms that are written anew at the moment; their own tests hold them to the same. */
const ELSEWHERE = /^(?:structure|repair)\//u;

const literals = patternLiterals();

describe("every pattern of the program", () => {
  it("is found: as many as there are, and more than there were", () => {
    expect(literals.length).toBeGreaterThan(200);
  });

  it("takes linear time over runs of whatever a text may be made of", { timeout: 600_000 }, () => {
    const ours = literals.filter(({ place }) => !ELSEWHERE.test(place));
    const slow = ours.flatMap(({ place, pattern }) =>
      [...slowRuns(pattern)].map((run) => `${place} ${String(pattern)} over ${run}`),
    );
    expect(slow).toEqual([]);
  });
});

describe("the measure", () => {
  it.each([[/\s+$/u], [/^(?:\d+\.?\d*|\.\d+)$/u], [/(\s*)(\S+)/gu], [/\d+\s*\./u]])(
    "finds %s to be slow",
    (pattern) => {
      expect(slowRuns(pattern).next().done).toBe(false);
    },
  );

  it.each([[/(?<!\s)\s+$/u], [/^\d+(?:\.\d*)?$/u], [/(?<!\s)(\s*)(\S+)/gu], [/\p{L}+/gu], [/ {3,}/gu]])(
    "finds %s to be quick",
    (pattern) => {
      expect([...slowRuns(pattern)]).toEqual([]);
    },
  );
});
