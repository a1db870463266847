import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { ArchiveDamaged } from "../../src/archive/read-json.ts";
import { readRecord, writeRecords } from "../../src/archive/records.ts";
import { readReviewed } from "../../src/archive/reviews.ts";
import { readWords } from "../../src/archive/words.ts";
import { DecisionInvalid, Desk, RecordChanged } from "../../src/review/desk.ts";
import type { Change } from "../../src/revise/event.ts";
import { keyOf, knownInput, makeArchive } from "./make-archive.ts";

const input = knownInput("zwei-beschluesse/memo.pdf");
const [machine] = input.records;
if (machine === undefined) throw new Error("no record");
const key = keyOf(input);
const subject = machine.memo.subject;
const rename: Change = { act: "set", field: "/memo/subject", old: subject, new: "  Neuer  Betreff\u0000 " };

let paths: ArchivePaths;
let desk: Desk;
const basis = async () => {
  const { revision, events } = (await readReviewed(paths, key)) ?? { revision: "", events: [] };
  return { on: revision, after: events.length };
};

beforeEach(async () => {
  paths = await makeArchive([input]);
  desk = new Desk(
    paths,
    () => "Frau Beyer",
    () => new Date("2026-03-02T08:15:00Z"),
  );
});

describe("a decision", () => {
  it("is a line in the log and a new revision, the machine's record kept", async () => {
    const on = (await basis()).on;
    await desk.decide(key, await basis(), [rename]);
    const [line] = (await readFile(paths.reviews(key), "utf8")).split("\n");
    expect(JSON.parse(line ?? "")).toEqual({
      ...rename,
      new: "Neuer Betreff",
      who: "Frau Beyer",
      when: "2026-03-02T08:15:00.000Z",
      on,
      gives: (await basis()).on,
      chain: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    expect((await readRecord(paths, key))?.memo.subject).toBe("Neuer Betreff");
    expect(JSON.parse(await readFile(paths.machineRecord(key), "utf8"))).toEqual(machine);
  });

  it("survives a later run over the same file, whose other findings are taken", async () => {
    await desk.decide(key, await basis(), [rename]);
    const again = { ...machine, memo: { ...machine.memo, closing: "Mit freundlichem Gruß" } };
    await writeRecords(paths, key.sha256, [again]);
    expect((await readRecord(paths, key))?.memo).toMatchObject({
      subject: "Neuer Betreff",
      closing: "Mit freundlichem Gruß",
    });
  });

  it("on a record that changed meanwhile is refused; of two at once one is", async () => {
    const before = await basis();
    const both = await Promise.allSettled([
      desk.decide(key, before, [rename]),
      desk.decide(key, before, [{ ...rename, new: "Anders" }]),
    ]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(both[1]).toMatchObject({ reason: expect.any(RecordChanged) });
    expect((await readRecord(paths, key))?.memo.subject).toBe("Neuer Betreff");
  });

  it("that the record cannot take is refused, and nothing is written", async () => {
    const wrong: Change[] = [
      { act: "set", field: "/memo/date", old: machine.memo.date, new: "31.12.2019" },
      { act: "set", field: "/memo/subject", old: "something else", new: "x" },
      { act: "set", field: "/memo/items/9/response", old: null, new: "x" },
      { act: "set", field: "/memo/constructor", old: null, new: "x" },
    ];
    for (const change of wrong) {
      await expect(desk.decide(key, await basis(), [change])).rejects.toThrow(DecisionInvalid);
    }
    await expect(readFile(paths.reviews(key))).rejects.toThrow("ENOENT");
  });

  it("is taken back by undo, however many changes it was", async () => {
    await desk.decide(key, await basis(), [
      rename,
      { act: "set", field: "/memo/closing", old: machine.memo.closing, new: "Gruß" },
    ]);
    await desk.undo(key, await basis());
    expect(await readRecord(paths, key)).toEqual(machine);
    await expect(desk.undo(key, await basis())).rejects.toThrow(DecisionInvalid);
  });

  it("teaches the word list nothing by the way", async () => {
    const name = machine.memo.signatures[0]?.name ?? null;
    await desk.decide(key, await basis(), [{ act: "confirm", field: "/memo/signatures/0/name", old: name, new: name }]);
    expect((await readWords(paths)).text).toBe("");
  });

  it("on another field than one changed meanwhile stands beside it; on the same it is refused", async () => {
    const before = await basis();
    await desk.decide(key, before, [rename]);
    const closing: Change = { act: "set", field: "/memo/closing", old: machine.memo.closing, new: "Mit Gruß" };
    await desk.decide(key, before, [closing]);
    expect((await readRecord(paths, key))?.memo).toMatchObject({ subject: "Neuer Betreff", closing: "Mit Gruß" });
    const items: Change = { act: "confirm", field: "/memo", old: machine.memo, new: machine.memo };
    await expect(desk.decide(key, before, [items])).rejects.toThrow(RecordChanged);
  });

  it("whose log is damaged is not guessed at", async () => {
    await desk.decide(key, await basis(), [rename]);
    const { writeFile } = await import("node:fs/promises");
    await writeFile(paths.reviews(key), "{half a line\n");
    await expect(desk.read(key)).rejects.toThrow(ArchiveDamaged);
  });
});
