import { describe, expect, it } from "vitest";
import type { FolderJobStore } from "../../src/archive/folder-job-store.ts";
import { listFailures } from "../../src/archive/listing.ts";
import { readFailure } from "../../src/archive/sources.ts";
import { type Places, workLoop } from "../../src/archive/work-loop.ts";
import { MemoError } from "../../src/model/failure.ts";
import type { RunEvent } from "../../src/report/run-event.ts";
import { ChildrenBroken } from "../../src/workers/child-process.ts";
import { createTasks, type DocumentSteps } from "../../src/workers/tasks.ts";
import { fakeSteps, localRunner } from "../workers/fake-steps.ts";
import { testArchive } from "./archive-folder.ts";
import { recordOf } from "./record-of.ts";

const never = new AbortController().signal;

/** Texts are letters, all but those that say that they are none. */
const steps: DocumentSteps = {
  ...fakeSteps(),
  async open(name, bytes, options) {
    if (new TextDecoder().decode(bytes) === "none") throw new MemoError("no-text");
    return fakeSteps().open(name, bytes, options);
  },
  understand: async ({ identity }) => [recordOf({ ...identity, name: identity.file }, "memo")],
};

/** Works off what a store holds; `onFile` is called with each path before it is read. */
async function work(
  store: FolderJobStore,
  onFile: (path: string) => void = () => {},
  places?: Places,
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await workLoop({
    store,
    runner: localRunner(createTasks(steps), 1),
    options: { source: "auto", correct: true, minConfidence: 0, words: [] },
    report: (event) => events.push(event),
    withFile: (job, use) => {
      onFile(job.location);
      return use(job.location);
    },
    ...(places === undefined ? {} : { places }),
    waitForWork: async () => false,
    draining: never,
    interrupted: never,
    heartbeatEvery: 10_000,
  });
  return events;
}

describe("a file that changes between being hashed and being read", () => {
  it.each(["none", "another letter"])("costs its first content nothing, if it becomes %j", async (now) => {
    const archive = testArchive();
    archive.write("a.txt", "letter");
    const store = await archive.open();
    const events = await work(store, () => archive.write("a.txt", now));
    expect(events).toContainEqual(expect.objectContaining({ event: "file-failed", code: "file-unreadable" }));
    for (const name of await listFailures(archive.paths)) {
      expect((await readFailure(archive.paths, name))?.sha256).toBeNull();
    }
    archive.write("a.txt", "letter");
    const again = await archive.open();
    await work(again);
    expect(await again.stats()).toMatchObject({ done: 1, records: 1, failed: {} });
  });
});

describe("a file whose place cannot be used", () => {
  it("is given back, and no failure is written down", async () => {
    const archive = testArchive();
    archive.write("a.txt", "none");
    const store = await archive.open();
    const events = await work(store, undefined, { closed: async () => new Set(), causeOf: async () => "place" });
    expect(events.map(({ event }) => event)).toEqual(expect.not.arrayContaining(["file-failed", "file-done"]));
    expect(await store.stats()).toMatchObject({ active: 0, done: 0, failed: {} });
    expect(await listFailures(archive.paths)).toEqual([]);
  });

  it("is tried once more where the trouble has passed", async () => {
    const archive = testArchive();
    archive.write("a.txt", "letter");
    const store = await archive.open();
    let tries = 0;
    const once = (): void => {
      tries += 1;
      if (tries === 1) throw new MemoError("file-not-found");
    };
    await work(store, once, { closed: async () => new Set(), causeOf: async () => "moment" });
    expect(tries).toBe(2);
    expect(await store.stats()).toMatchObject({ done: 1, failed: {} });
  });
});

describe("a run whose children cannot be started", () => {
  it("stops, and writes down no failure of a file", async () => {
    const archive = testArchive();
    archive.write("a.txt", "letter");
    const store = await archive.open();
    const broken = (): void => {
      throw new ChildrenBroken("no module");
    };
    await expect(work(store, broken)).rejects.toMatchObject({ name: "RunStopped" });
    expect(await listFailures(archive.paths)).toEqual([]);
  });
});
