import { afterAll, describe, expect, it } from "vitest";
import { addDocuments } from "../../src/fleet/add-documents.ts";
import { readFleetHoldings } from "../../src/fleet/fleet-holdings.ts";
import { PostgresJobStore } from "../../src/fleet/postgres-job-store.ts";
import { WorkerRegister } from "../../src/fleet/worker-register.ts";
import { recordOf } from "../archive/record-of.ts";
import { pgliteDatabase } from "./pglite-database.ts";
import { found, prepared, storeIn, VERSION } from "./store-under-test.ts";

const shared = await prepared(await pgliteDatabase());
const { database, boss } = shared;

afterAll(async () => {
  await boss.stop({ close: false });
  await database.close();
});

describe("a fleet's holdings", () => {
  it("name its workers, their versions and trouble, its pace, and what failed", async () => {
    await storeIn(shared, ["one", "two", "three"]);
    const store = new PostgresJobStore(database, boss, VERSION);
    const [good, bad] = [await store.claim(), await store.claim()];
    if (good === null || bad === null) return expect.unreachable();
    const [lively, silent] = [new WorkerRegister(database, VERSION, 2), new WorkerRegister(database, "old", 1)];
    await silent.tell({ inHand: 1, ended: 0, waitsFor: null });
    await database.query("UPDATE hausmitteilung.worker SET seen_at = now() - interval '1 minute'");
    await lively.tell({ inHand: 2, ended: 0, waitsFor: '"/mnt" is not here' });
    expect(await readFleetHoldings(database)).toMatchObject({ perHour: null, secondsLeft: null });

    await store.complete(good, [recordOf(good, "done")]);
    await store.fail(bad, { code: "no-text", message: "none", source: bad.name });
    await addDocuments(database, boss, found(["four"]), { version: "next", redo: true });
    const held = await readFleetHoldings(database);
    expect(held).toMatchObject({
      waiting: 2,
      records: 1,
      failures: { "no-text": 1 },
      failedFiles: [{ name: bad.location, code: "no-text" }],
      failedNames: 1,
      versions: { [VERSION]: 2 },
      wanted: { next: 1 },
    });
    expect(held.workers).toHaveLength(2);
    expect(held.workers).toContainEqual(expect.objectContaining({ version: "old", isSilent: true }));
    expect(held.workers).toContainEqual(
      expect.objectContaining({ version: VERSION, isSilent: false, waitsFor: '"/mnt" is not here', inHand: 2 }),
    );
    expect(held.perHour).toBeGreaterThan(0);
    expect(held.secondsLeft).toBe(Math.round((2 / (held.perHour ?? 0)) * 3600));

    await lively.leave();
    expect((await readFleetHoldings(database)).workers.map(({ version }) => version)).toEqual(["old"]);
    await database.query("UPDATE hausmitteilung.worker SET seen_at = now() - interval '2 days'");
    await lively.leave();
    expect((await readFleetHoldings(database)).workers).toEqual([]);
  });
});
