import { describe, expect, it } from "vitest";
import { fromStored } from "../../src/fleet/stored-record.ts";
import { asFirstVersion } from "../revise/first-version.ts";
import { fixtureRecord } from "../revise/records.ts";

describe("fromStored", () => {
  const record = fixtureRecord("einzelner-punkt");
  const pointers = Object.keys(record.evidence);

  it("gives the bytes of the record again, also of one that a worker of 1.0 stored", () => {
    for (const stored of [record, asFirstVersion(record)]) {
      expect(JSON.stringify(fromStored({ record: stored, pointers }))).toBe(JSON.stringify(record));
    }
  });
});
