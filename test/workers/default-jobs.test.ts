import { describe, expect, it } from "vitest";
import { defaultJobs } from "../../src/workers/default-jobs.ts";

const GIB = 1024 ** 3;

describe("defaultJobs", () => {
  it.each([
    [8, 64 * GIB, 8],
    [8, 3.5 * GIB, 3],
    [2, 0.2 * GIB, 1],
  ])("on %i cores with %i bytes free", (cores, free, jobs) => {
    expect(defaultJobs(cores, free)).toBe(jobs);
  });

  it("finds a number for this machine", () => {
    expect(defaultJobs()).toBeGreaterThanOrEqual(1);
  });
});
