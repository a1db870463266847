import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Job } from "../../src/archive/job-store.ts";
import { PlaceUnusable } from "../../src/archive/place-unusable.ts";
import { FleetPlaces } from "../../src/fleet/fleet-places.ts";
import { lookAtFile, type Sight } from "../../src/fleet/folder-trouble.ts";
import { MemoError } from "../../src/model/failure.ts";

const root = mkdtempSync(join(tmpdir(), "places-"));
const [home, away] = [join(root, "mount"), join(root, "away")];
const folder = join(home, "2023");

beforeEach(() => {
  mkdirSync(folder, { recursive: true });
  for (const name of ["a.txt", "b.txt"]) writeFileSync(join(folder, name), name);
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
  rmSync(away, { recursive: true, force: true });
});
afterAll(() => rmSync(root, { recursive: true }));

/** Does some work as a user whom rights concern. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe("a file", () => {
  it("is readable, or missing where its folder is there", async () => {
    expect(await lookAtFile(join(folder, "a.txt"), home)).toBe("readable");
    expect(await lookAtFile(join(folder, "c.txt"), home)).toBe("file");
    expect(await lookAtFile(join(home, "2022", "c.txt"), home)).toBe("file");
  });

  it("is not to be blamed where its share is not mounted", async () => {
    renameSync(home, away);
    expect(await lookAtFile(join(folder, "a.txt"), home)).toEqual({ trouble: "is not here" });
    mkdirSync(home);
    expect(await lookAtFile(join(folder, "a.txt"), home)).toEqual({ trouble: "is empty here" });
  });

  it("is to be blamed for its own rights, and not for those of all beside it", async () => {
    chmodSync(root, 0o755);
    chmodSync(join(folder, "a.txt"), 0o600);
    const look = () => asNobody(() => lookAtFile(join(folder, "a.txt"), home));
    if (process.getuid?.() !== 0) chmodSync(join(folder, "a.txt"), 0);
    expect(await look()).toBe("file");
    chmodSync(join(folder, "b.txt"), process.getuid?.() === 0 ? 0o600 : 0);
    expect(await look()).toEqual({ trouble: "cannot be read (EACCES)" });
  });
});

describe("the places of a fleet's documents", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const job = (location: string): Job => ({ sha256: "", bytes: 1, location, name: "x", home: "/mnt" });
  const missing = new MemoError("file-not-found");

  function placesThat(look: (job: Job) => Promise<Sight>) {
    const told: [string, string | null][] = [];
    return { told, places: new FleetPlaces({ look, onChange: (...change) => told.push(change) }) };
  }

  it("are closed once for all their files, looked at again ever more rarely, and opened again", async () => {
    let sight: Sight = { trouble: "is empty here" };
    let looks = 0;
    const { places, told } = placesThat(async () => {
      looks += 1;
      return sight;
    });
    for (const name of ["/mnt/1", "/mnt/2"]) expect(await places.causeOf(job(name), missing)).toBe("place");
    expect(await places.closed()).toEqual(new Set(["/mnt"]));
    expect(places.trouble).toBe('"/mnt" is empty here');
    looks = 0;
    for (let second = 0; second < 60; second++) {
      vi.advanceTimersByTime(1000);
      await places.closed();
    }
    expect(looks).toBeLessThan(8);
    sight = "readable";
    vi.advanceTimersByTime(30_000);
    expect(await places.closed()).toEqual(new Set());
    expect(places.trouble).toBeNull();
    expect(told).toEqual([
      ["/mnt", "is empty here"],
      ["/mnt", null],
    ]);
  });

  it("are closed where a file cannot be brought here at all", async () => {
    const { places } = placesThat(async () => expect.unreachable());
    expect(await places.causeOf(job("s3://a/b"), new PlaceUnusable("s3://a", "is away"))).toBe("place");
  });

  it("are closed where they do not answer", async () => {
    const { places } = placesThat(() => new Promise(() => {}));
    const cause = places.causeOf(job("/mnt/1"), new MemoError("time-limit"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await cause).toBe("place");
    expect(places.trouble).toBe('"/mnt" does not answer');
  });

  it("have nothing to do with what a file holds, nor with one that is missing or takes long", async () => {
    const { places } = placesThat(async () => expect.unreachable());
    expect(await places.causeOf(job("/mnt/1"), new MemoError("not-a-memo"))).toBe("file");
    expect(await placesThat(async () => "file").places.causeOf(job("/mnt/1"), missing)).toBe("file");
    const readable = placesThat(async () => "readable").places;
    expect(await readable.causeOf(job("/mnt/1"), new MemoError("time-limit"))).toBe("file");
    expect(await readable.causeOf(job("/mnt/1"), missing)).toBe("moment");
  });
});
