import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import type { FileTask, TaskProgress } from "../../src/workers/protocol.ts";
import { WorkerPool } from "../../src/workers/worker-pool.ts";

const script = fileURLToPath(new URL("./misbehaving-child.mjs", import.meta.url));
const limits = { ...DEFAULT_LIMITS, documentTime: 2500 };

let pool: WorkerPool;
afterEach(() => pool.close());

function poolOf(jobs: number): WorkerPool {
  pool = new WorkerPool({ jobs, script, limits });
  return pool;
}

function task(path: string): FileTask {
  return { path, name: path, options: { source: "auto", correct: true, minConfidence: 0, words: [] } };
}

function heard() {
  const progress: TaskProgress[] = [];
  const chatter: string[] = [];
  let retries = 0;
  return {
    progress,
    chatter,
    retries: () => retries,
    onProgress: (step: TaskProgress) => progress.push(step),
    onChatter: (text: string) => chatter.push(text),
    onRetry: () => {
      retries += 1;
    },
  };
}

describe("WorkerPool", { timeout: 30_000 }, () => {
  it("gives a task's value, and hears its progress and what its libraries print", async () => {
    const listener = heard();
    await expect(poolOf(1).run("begin", task("chatter"), listener)).resolves.toEqual({ records: [] });
    expect(listener.progress).toEqual([{ stage: "read", page: 2, of: 3 }]);
    expect(listener.chatter.join("")).toContain("library says hello");
  });

  it("makes an expected failure a MemoError again", async () => {
    await expect(poolOf(1).run("begin", task("fail"), heard())).rejects.toMatchObject({
      name: "MemoError",
      code: "pdf-invalid",
      message: "No such object.",
    });
  });

  it("keeps message and stack of an error it does not know", async () => {
    const error: Error = await poolOf(1)
      .run("begin", task("stumble"), heard())
      .then(
        () => expect.unreachable(),
        (thrown) => thrown,
      );
    expect(error.name).toBe("Error");
    expect(error.message).toBe("x is not a function");
    expect((error.cause as Error).stack).toBe("at far side");
  });

  it.each(["hang", "never"])("kills a task that takes too long (%s), and goes on with others", async (deed) => {
    poolOf(1);
    await expect(pool.run("begin", task(deed), heard())).rejects.toMatchObject({ code: "time-limit" });
    await expect(pool.run("begin", task("answer"), heard())).resolves.toHaveProperty("records");
  });

  it("does not try again what took too long", async () => {
    const listener = heard();
    await expect(poolOf(1).run("begin", task("hang"), listener)).rejects.toMatchObject({ code: "time-limit" });
    expect(listener.retries()).toBe(0);
  });

  it.each(["exit", "abort"])(
    "survives a child that dies (%s), tries once more, and goes on with others",
    async (deed) => {
      const listener = heard();
      poolOf(1);
      await expect(pool.run("begin", task(deed), listener)).rejects.toMatchObject({ code: "worker-crashed" });
      expect(listener.retries()).toBe(1);
      await expect(pool.run("begin", task("answer"), heard())).resolves.toHaveProperty("records");
    },
  );

  it("tells children that cannot even start from a file that they die of", async () => {
    const broken = fileURLToPath(new URL("./unstartable-child.mjs", import.meta.url));
    pool = new WorkerPool({ jobs: 1, script: broken, limits });
    await expect(pool.run("begin", task("answer"), heard())).rejects.toMatchObject({
      name: "ChildrenBroken",
      message: expect.stringContaining("no-such-module.mjs"),
    });
  });

  it("succeeds when the second try does", async () => {
    const marker = join(mkdtempSync(join(tmpdir(), "pool-")), "marker");
    const listener = heard();
    await expect(poolOf(1).run("begin", task(`exit-once:${marker}`), listener)).resolves.toHaveProperty("records");
    expect(listener.retries()).toBe(1);
  });

  it("loses nothing of the neighbours of a child that dies", async () => {
    poolOf(2);
    const deeds = ["answer", "exit", "answer", "hang", "answer", "fail", "answer"];
    const results = await Promise.allSettled(deeds.map((deed) => pool.run("begin", task(deed), heard())));
    expect(results.map((result) => (result.status === "fulfilled" ? "ok" : result.reason.code))).toEqual([
      "ok",
      "worker-crashed",
      "ok",
      "time-limit",
      "ok",
      "pdf-invalid",
      "ok",
    ]);
  });

  it("ends a task that fills the heap", { timeout: 30_000 }, async () => {
    pool = new WorkerPool({ jobs: 1, script, limits: { ...DEFAULT_LIMITS, childBytes: 48 * 1024 ** 2 } });
    await expect(pool.run("begin", task("fill"), heard())).rejects.toMatchObject({ code: "page-content-too-costly" });
  });

  it("tries once what fills a child that has done nothing else, and again where others may have filled it", async () => {
    pool = new WorkerPool({ jobs: 1, script, limits: { ...DEFAULT_LIMITS, childBytes: 48 * 1024 ** 2 } });
    const fresh = heard();
    await expect(pool.run("begin", task("fill"), fresh)).rejects.toMatchObject({ code: "page-content-too-costly" });
    expect(fresh.retries()).toBe(0);
    await pool.run("begin", task("answer"), heard());
    const used = heard();
    await expect(pool.run("begin", task("fill"), used)).rejects.toMatchObject({ code: "page-content-too-costly" });
    expect(used.retries()).toBe(1);
  });

  it("makes children give way where all together hold more than the run may, and does alone what does not fit", {
    timeout: 120_000,
  }, async () => {
    const memory = 500 * 1024 ** 2;
    pool = new WorkerPool({ jobs: 4, script, limits: DEFAULT_LIMITS, memory });
    const listener = heard();
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => pool.run("begin", task("hoard"), listener)));
    expect(outcomes).toEqual(Array(4).fill({ records: [{ held: 12 }] }));
    // How far the sum shoots past the bound between two looks depends on the machine: no figure is held here.
    expect(listener.retries()).toBeGreaterThan(0);
  });

  it.each(["interrupted", "killed"])(
    "tells a child that was ended from outside (%s) from one that crashed",
    async (deed) => {
      const listener = heard();
      await expect(poolOf(1).run("begin", task(deed), listener)).rejects.toMatchObject({ code: "worker-killed" });
      expect(listener.retries()).toBe(1);
    },
  );

  it("ends the child of a task that nobody waits for any more, does not try again, and goes on with others", async () => {
    const stop = new AbortController();
    const listener = { ...heard(), unwanted: stop.signal };
    poolOf(1);
    const left = pool.run("begin", task("hang"), listener, stop.signal);
    setTimeout(() => stop.abort(), 100);
    await expect(left).rejects.toMatchObject({ name: "PutDown" });
    expect(listener.retries()).toBe(0);
    await expect(pool.run("begin", task("answer"), listener)).rejects.toMatchObject({ name: "PutDown" });
    await expect(pool.run("begin", task("answer"), heard())).resolves.toHaveProperty("records");
  });

  it("begins nothing more once it is closed, not even what waits", async () => {
    poolOf(1);
    const tasks = ["never", "answer", "answer"].map((deed) => pool.run("begin", task(deed), heard()));
    const outcomes = Promise.allSettled(tasks);
    await sleep(300);
    await pool.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await expect(pool.run("begin", task("answer"), heard())).rejects.toMatchObject({ name: "PutDown" });
    expect(childrenOf(process.pid)).toEqual([]);
  });

  it("leaves no child behind that hangs or has not started yet", async () => {
    pool = new WorkerPool({ jobs: 3, warm: 3, script, limits });
    const outcome = Promise.allSettled([pool.run("begin", task("hang"), heard())]);
    await pool.close();
    await outcome;
    expect(childrenOf(process.pid)).toEqual([]);
  });

  it("puts down what waits when told to, and brings to its end what is begun", async () => {
    poolOf(1);
    const draining = new AbortController();
    const tasks = ["slow", "answer", "answer"].map((deed) => pool.run("begin", task(deed), heard(), draining.signal));
    const finish = pool.run("begin", task("answer"), heard());
    const outcomes = Promise.allSettled(tasks);
    draining.abort();
    expect((await outcomes).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(tasks[1]).rejects.toMatchObject({ name: "PutDown" });
    await expect(finish).resolves.toHaveProperty("records");
  });

  it("does not try again what died when nothing more is to be begun", async () => {
    poolOf(1);
    const draining = new AbortController();
    const listener = heard();
    const died = pool.run("begin", task("interrupted"), listener, draining.signal);
    draining.abort();
    await expect(died).rejects.toMatchObject({ name: "PutDown" });
    expect(listener.retries()).toBe(0);
  });
});

/** The children of a process that are alive. */
function childrenOf(pid: number): string[] {
  const { stdout } = spawnSync("pgrep", ["-P", String(pid), "-f", "misbehaving-child"], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line !== "");
}
