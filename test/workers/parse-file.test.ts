import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseFile } from "../../src/workers/parse-file.ts";
import type { FileTask, TaskProgress } from "../../src/workers/protocol.ts";
import { Semaphore } from "../../src/workers/semaphore.ts";
import type { DocumentSteps } from "../../src/workers/tasks.ts";
import { createTasks } from "../../src/workers/tasks.ts";
import type { TaskRunner } from "../../src/workers/worker-pool.ts";
import { fakeSteps, localRunner, silence } from "./fake-steps.ts";

const folder = mkdtempSync(join(tmpdir(), "parse-file-"));

function fileOf(name: string, text: string): FileTask {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path, name, options: { source: "auto", correct: true, minConfidence: 0, words: [] } };
}

const scan = fileOf("scan.pdf", "scan one\ntwo\nthree\nfour\nfive");

describe("parseFile", () => {
  it("does a quick document in one task", async () => {
    const runner = localRunner(createTasks(fakeSteps()), 2);
    await parseFile(runner, fileOf("print.pdf", "print one\ntwo"), silence);
    expect(runner.ran).toEqual(["begin"]);
  });

  it("does a scan of one page in one task", async () => {
    const runner = localRunner(createTasks(fakeSteps()), 2);
    await parseFile(runner, fileOf("one.pdf", "scan one"), silence);
    expect(runner.ran).toEqual(["begin"]);
  });

  it("spreads the pages of a longer scan", async () => {
    const runner = localRunner(createTasks(fakeSteps()), 2);
    await parseFile(runner, scan, silence);
    expect(runner.ran.toSorted()).toEqual(
      ["begin", "finish", "readPage 1", "readPage 2", "readPage 3", "readPage 4", "readPage 5"].toSorted(),
    );
  });

  it("gives the same, spread or not, with however many jobs", async () => {
    const unhurried: DocumentSteps = { ...fakeSteps() };
    const inOneGo: DocumentSteps = {
      ...unhurried,
      open: async (...given) => ({ ...(await unhurried.open(...given)), isSlow: async () => false }),
    };
    const [whole, ...spread] = await Promise.all([
      parseFile(localRunner(createTasks(inOneGo), 1), scan, silence),
      ...[1, 2, 7].map((jobs) => parseFile(localRunner(createTasks(fakeSteps()), jobs), scan, silence)),
    ]);
    for (const records of spread) expect(JSON.stringify(records)).toBe(JSON.stringify(whole));
  });

  it("tells which page of how many is being read", async () => {
    const steps: TaskProgress[] = [];
    const listener = { ...silence, onProgress: (step: TaskProgress) => steps.push(step) };
    await parseFile(localRunner(createTasks(fakeSteps()), 1), fileOf("two.pdf", "scan one\ntwo"), listener);
    expect(steps).toEqual([
      { stage: "open" },
      { stage: "read", page: 1, of: 2 },
      { stage: "read", page: 2, of: 2 },
      { stage: "understand" },
    ]);
  });

  it("fails with what a page failed with", async () => {
    const steps = fakeSteps();
    const broken: DocumentSteps = {
      ...steps,
      open: async (...given) => ({
        ...(await steps.open(...given)),
        readPage: () => Promise.reject(new Error("page is torn")),
      }),
    };
    await expect(parseFile(localRunner(createTasks(broken), 2), scan, silence)).rejects.toThrow("page is torn");
  });
});

describe("a drained run", () => {
  /** Gives a page's reading only when told to. */
  function heldRunner(draining: AbortSignal) {
    const held: (() => void)[] = [];
    const local = localRunner(createTasks(fakeSteps()), 2);
    const places = new Semaphore(2);
    const hold = async (name: string): Promise<void> => {
      if (name === "readPage") await new Promise<void>((resolve) => held.push(resolve));
    };
    const run: TaskRunner["run"] = (name, argument, listener, notAfter) =>
      places.run(() => hold(name).then(() => local.run(name, argument, listener)), notAfter);
    const records = parseFile({ ...local, run }, scan, silence, draining);
    return { held, records, ran: local.ran };
  }

  it("puts a file down whose pages are not all in hand, without waiting for those that are", async () => {
    const draining = new AbortController();
    const { held, records } = heldRunner(draining.signal);
    await expect.poll(() => held.length).toBe(2);
    draining.abort();
    await expect(records).rejects.toMatchObject({ name: "PutDown" });
  });

  it("brings a file to its end whose last pages are in hand", async () => {
    const draining = new AbortController();
    const { held, records, ran } = heldRunner(draining.signal);
    for (const page of [0, 1, 2]) {
      await expect.poll(() => held.length).toBeGreaterThan(page);
      held[page]?.();
    }
    await expect.poll(() => held.length).toBe(5);
    draining.abort();
    for (const page of [3, 4]) held[page]?.();
    await expect(records).resolves.toHaveLength(1);
    expect(ran.at(-1)).toBe("finish");
  });
});

describe("tasks", () => {
  it("keep a document open for its pages, and close it when another comes", async () => {
    const steps = fakeSteps();
    const runner = localRunner(createTasks(steps), 1);
    await parseFile(runner, scan, silence);
    expect(steps.opened).toEqual(["scan.pdf"]);
    await parseFile(runner, fileOf("next.pdf", "scan one\ntwo"), silence);
    expect(steps.opened).toEqual(["scan.pdf", "next.pdf"]);
    expect(steps.closed).toEqual(["scan.pdf"]);
  });

  it("never mix pages of two states of a file", async () => {
    const file = fileOf("changing.pdf", "scan one\ntwo");
    const began = await createTasks(fakeSteps()).begin(file, () => {});
    if (!("begun" in began)) return expect.unreachable();
    fileOf("changing.pdf", "scan uno\ndue");
    const page = createTasks(fakeSteps()).readPage({ ...file, page: 2, sha256: began.begun.identity.sha256 }, () => {});
    await expect(page).rejects.toMatchObject({ code: "file-unreadable" });
  });

  it("show a page as a picture, measured in points", async () => {
    const tasks = createTasks(fakeSteps());
    const sha256 = createHash("sha256").update(readFileSync(scan.path)).digest("hex");
    const picture = await tasks.picture({ ...scan, page: 1, sha256 }, () => {});
    expect(picture).toMatchObject({ width: 1, height: 0.5 });
    expect(Buffer.from(picture?.jpeg ?? "", "base64").subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    await expect(tasks.picture({ ...scan, page: 1, sha256: "0" }, () => {})).rejects.toThrow("changed");
  });

  it("hold nothing after a document that cannot be opened", async () => {
    const steps = fakeSteps();
    let broken = false;
    const tasks = createTasks({
      ...steps,
      open: (...given) => (broken ? Promise.reject(new Error("torn")) : steps.open(...given)),
    });
    const file = fileOf("held.pdf", "scan one\ntwo");
    const began = await tasks.begin(file, () => {});
    if (!("begun" in began)) return expect.unreachable();
    broken = true;
    await expect(tasks.begin(fileOf("torn.pdf", "x"), () => {})).rejects.toThrow("torn");
    broken = false;
    await tasks.readPage({ ...file, page: 1, sha256: began.begun.identity.sha256 }, () => {});
    expect(steps.opened).toEqual(["held.pdf", "held.pdf"]);
  });
});
