import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { parseFile } from "../../src/workers/parse-file.ts";
import type { TaskName } from "../../src/workers/protocol.ts";
import { TimeWatch } from "../../src/workers/time-watch.ts";
import type { TaskRunner } from "../../src/workers/worker-pool.ts";
import { silence } from "./fake-steps.ts";

/** What a watch says that was left alone in a stage whose time is nearly nothing. */
async function verdict(task: TaskName, stages: readonly string[], limits: object): Promise<string | undefined> {
  let late = false;
  const watch = new TimeWatch(task, { ...DEFAULT_LIMITS, ...limits }, () => {
    late = true;
  });
  for (const stage of stages) watch.enter(stage);
  await sleep(20);
  watch.stop();
  expect(late).toBe(watch.failure !== null);
  return watch.failure?.code;
}

describe("TimeWatch", () => {
  it.each([
    ["opening", "begin", [], { parseTime: 1 }],
    ["a page: rendering and OCR together", "readPage", [], { renderTime: 1, ocrTime: 1 }],
    ["a page among others", "begin", ["read", "read"], { renderTime: 1, ocrTime: 1 }],
    ["understanding", "finish", [], { documentTime: 1 }],
    ["anything", "begin", [], { documentTime: 1 }],
  ] as const)("ends %s that takes too long", async (_, task, stages, limits) => {
    expect(await verdict(task, stages, limits)).toBe("time-limit");
  });

  it("leaves alone what is in another stage by now", async () => {
    expect(await verdict("begin", ["read"], { parseTime: 1 })).toBeUndefined();
    expect(await verdict("begin", ["understand"], { parseTime: 1, renderTime: 1, ocrTime: 1 })).toBeUndefined();
  });
});

describe("a document", () => {
  it("fails when its pages together take longer than a file may, on all children", async () => {
    const limits = { ...DEFAULT_LIMITS, documentTime: 1000 };
    let pages = 0;
    const runner: TaskRunner = {
      jobs: 2,
      async run(name, _argument, listener) {
        if (name === "readPage") pages += 1;
        listener.onWorked?.(300);
        const begun = { identity: { file: "a", sha256: "", bytes: 0 }, mediaType: "application/pdf", pageCount: 100 };
        return (name === "begin" ? { begun } : {}) as never;
      },
      async close() {},
    };
    const options = { source: "auto", correct: true, minConfidence: 0, words: [], limits } as const;
    const task = { path: "a", name: "a", options };
    await expect(parseFile(runner, task, silence)).rejects.toMatchObject({ code: "time-limit" });
    expect(pages).toBeLessThan(10);
  });
});
