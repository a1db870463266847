import { describe, expect, it } from "vitest";
import type { FleetHoldings } from "../../src/model/fleet-holdings.ts";
import { fleetTable } from "../../src/report/fleet-table.ts";
import { fleetPage } from "../../src/report/page/fleet-page.ts";
import { paintFor } from "../../src/report/paint.ts";

const worker = { host: "eins", pid: 7, version: "1.0-a", jobs: 2, inHand: 3, ended: 40, silentFor: 1 } as const;

const HELD: FleetHoldings = {
  waiting: 100,
  active: 3,
  records: 40,
  needReview: 4,
  failures: { "no-text": 30 },
  failedFiles: [{ name: "/mnt/<b>\u202e.pdf", code: "no-text" }],
  failedNames: 30,
  workers: [
    { ...worker, waitsFor: null, isSilent: false },
    { ...worker, host: "zwei", waitsFor: '"/mnt" is empty here', isSilent: false },
    { ...worker, host: "drei", waitsFor: null, silentFor: 90, isSilent: true },
  ],
  versions: { "1.0-a": 70 },
  wanted: { "1.0-b": 5 },
  perHour: 206,
  secondsLeft: 1800,
};

describe("how far a fleet has come", () => {
  it("is told as text", () => {
    const lines = fleetTable(HELD, paintFor({ NO_COLOR: "1" })).split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "waiting 100, in hand 3",
        "206 an hour, about 30 min left",
        "  … and 29 more, `export` names them in failures.csv",
        "made by 1.0-a                     70 files",
        "to be done by 1.0-b                5 files",
        "  eins 7  1.0-a  3 in hand, 2 jobs, 40 ended  works",
        '  zwei 7  1.0-a  3 in hand, 2 jobs, 40 ended  waits: "/mnt" is empty here',
        "  drei 7  1.0-a  3 in hand, 2 jobs, 40 ended  silent for 2 min",
      ]),
    );
  });

  it("is told as a page, in which no name is HTML or turns the writing", () => {
    const page = fleetPage(HELD);
    for (const told of ["206 an hour", "silent for 2 min", "… and 29 more.", "1.0-b", "/mnt/&lt;b&gt;\ufffd.pdf"]) {
      expect(page).toContain(told);
    }
    expect(page).not.toContain("<script");
  });
});
