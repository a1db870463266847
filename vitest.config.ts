import { defineConfig } from "vitest/config";

/** unit: pure and fast; golden: recorded OCR replayed; e2e: the built program with the real engine. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/golden/**", "test/e2e/**"],
          // Few take a second on a quiet machine, but this one may have other work.
          testTimeout: 60_000,
        },
      },
      { test: { name: "golden", include: ["test/golden/**/*.test.ts"], testTimeout: 60_000 } },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
