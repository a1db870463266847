import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Job, JobStore } from "../../src/archive/job-store.ts";
import type { FailureCode } from "../../src/model/failure.ts";
import type { MemoRecord } from "../../src/model/record.ts";
import { recordOf } from "./record-of.ts";

/** A store with files in it, and the two things that happen to stores. */
export interface StoreUnderTest {
  readonly store: JobStore;
  /** A store over the same state after all who worked on it died, and whatever time it takes to notice has passed. */
  afterCrash(): Promise<JobStore>;
  /** The records that are kept for a content, in order; null where there are none. */
  recordsOf(sha256: string): Promise<MemoRecord[] | null>;
  close(): Promise<void>;
}

/** Makes a store in which files of these contents wait, the first of them first. */
export type CreateStore = (contents: readonly string[]) => Promise<StoreUnderTest>;

/** What every store of jobs has to keep, whatever it is made of. */
export function describeJobStore(name: string, create: CreateStore): void {
  async function withStore(contents: readonly string[], use: (given: StoreUnderTest) => Promise<void>): Promise<void> {
    const given = await create(contents);
    try {
      await use(given);
    } finally {
      await given.close();
    }
  }

  describe(`${name} as a store of jobs`, () => {
    it("gives out each content once, with its hash, size and base name", () =>
      withStore(["one", "two", "one"], async ({ store }) => {
        const jobs = await claimAll(store);
        expect(jobs.map((job) => job.sha256).toSorted()).toEqual([hashOf("one"), hashOf("two")].toSorted());
        for (const job of jobs) expect(job).toMatchObject({ bytes: 3, name: expect.stringMatching(/^[^/]+$/u) });
      }));

    it("gives none out twice to those who ask at once", () =>
      withStore(numbered(20), async ({ store }) => {
        const jobs = await Promise.all(Array.from({ length: 30 }, () => store.claim()));
        const hashes = jobs.filter((job) => job !== null).map((job) => job.sha256);
        expect(hashes.toSorted()).toEqual(numbered(20).map(hashOf).toSorted());
      }));

    it("keeps the records of a job that is completed, and never gives it out again", () =>
      withStore(["one"], async (given) => {
        const job = await claimed(given.store);
        const records = [recordOf(job, "first"), recordOf(job, "second")];
        expect(await given.store.complete(job, records)).toBe(true);
        expect(await given.recordsOf(job.sha256)).toEqual(records);
        expect(await given.store.claim()).toBeNull();
        expect(await (await given.afterCrash()).claim()).toBeNull();
      }));

    it("keeps the reason of a job that failed, and never gives it out by itself", () =>
      withStore(["one", "two"], async (given) => {
        await failed(given.store, await claimed(given.store), "pdf-encrypted");
        await failed(given.store, await claimed(given.store), "no-text");
        expect(await given.store.stats()).toMatchObject({ done: 0, failed: { "pdf-encrypted": 1, "no-text": 1 } });
        const store = await given.afterCrash();
        expect(await store.claim()).toBeNull();
        expect(await store.stats()).toMatchObject({ failed: { "pdf-encrypted": 1, "no-text": 1 } });
      }));

    it("ends a job once: whoever comes later changes nothing", () =>
      withStore(["one"], async (given) => {
        const job = await claimed(given.store);
        const records = [recordOf(job, "kept")];
        expect(await given.store.complete(job, records)).toBe(true);
        expect(await given.store.complete(job, [recordOf(job, "late")])).toBe(false);
        expect(await given.store.fail(job, failureOf(job, "no-text"))).toBe(false);
        expect(await given.store.heartbeat(job)).toBe(false);
        expect(await given.recordsOf(job.sha256)).toEqual(records);
        expect((await given.store.stats()).failed).toEqual({});
      }));

    it("gives out again what those had in hand who died", () =>
      withStore(["one", "two"], async (given) => {
        const lost = await claimed(given.store);
        const store = await given.afterCrash();
        const again = await claimAll(store);
        expect(again.map((job) => job.sha256)).toContain(lost.sha256);
        expect(await given.recordsOf(lost.sha256)).toBeNull();
        for (const job of again) expect(await store.complete(job, [recordOf(job, "again")])).toBe(true);
        expect(await store.stats()).toMatchObject({ done: 2, records: 2, active: 0, failed: {} });
      }));

    it("holds a job for as long as there are signs of life", () =>
      withStore(["one"], async ({ store }) => {
        const job = await claimed(store);
        expect(await store.heartbeat(job)).toBe(true);
        expect(await store.claim()).toBeNull();
      }));

    it("gives back what is released, undone", () =>
      withStore(["one"], async (given) => {
        await given.store.release(await claimed(given.store));
        const store = await given.afterCrash();
        expect((await claimed(store)).sha256).toBe(hashOf("one"));
      }));

    it("redrives failures of one reason, or all", () =>
      withStore(["one", "two", "three"], async ({ store }) => {
        const reasons: FailureCode[] = ["time-limit", "no-text", "time-limit"];
        for (const reason of reasons) await failed(store, await claimed(store), reason);
        expect(await store.redrive("time-limit")).toBe(2);
        const again = await claimAll(store);
        expect(again).toHaveLength(2);
        for (const job of again) await store.complete(job, [recordOf(job, "now")]);
        expect(await store.stats()).toMatchObject({ done: 2, records: 2, failed: { "no-text": 1 } });
        expect(await store.redrive()).toBe(1);
        const last = await claimed(store);
        expect(await store.complete(last, [recordOf(last, "now")])).toBe(true);
        expect((await store.stats()).failed).toEqual({});
      }));

    it("counts what waits, what is in hand and what is done", () =>
      withStore(["one", "two", "three"], async ({ store }) => {
        expect(await store.stats()).toEqual({ waiting: 3, active: 0, done: 0, records: 0, failed: {} });
        const job = await claimed(store);
        expect(await store.stats()).toMatchObject({ active: 1, done: 0 });
        await store.complete(job, [recordOf(job, "a"), recordOf(job, "b")]);
        expect(await store.stats()).toMatchObject({ active: 0, done: 1, records: 2 });
      }));
  });
}

export function hashOf(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `content ${index}`);
}

async function claimed(store: JobStore): Promise<Job> {
  const job = await store.claim();
  return job ?? expect.unreachable("There should have been a job.");
}

async function claimAll(store: JobStore): Promise<Job[]> {
  const jobs: Job[] = [];
  for (let job = await store.claim(); job !== null; job = await store.claim()) jobs.push(job);
  return jobs;
}

function failureOf(job: Job, code: FailureCode) {
  return { code, message: `${code}!`, source: job.name };
}

async function failed(store: JobStore, job: Job, code: FailureCode): Promise<void> {
  expect(await store.fail(job, failureOf(job, code))).toBe(true);
}
