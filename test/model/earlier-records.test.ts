import { describe, expect, it } from "vitest";
import { anyRecordSchema } from "../../src/model/earlier-records.ts";
import { recordSchema } from "../../src/model/record.ts";
import { asFirstVersion } from "../revise/first-version.ts";
import { fixtureRecord } from "../revise/records.ts";

describe("a record of 1.0", () => {
  it.each(["scan.pdf", "memo.pdf", "memo.txt"])("is the one that 1.1 would have given: %s", (input) => {
    const record = fixtureRecord("einzelner-punkt", input);
    const first = asFirstVersion(record);
    expect(recordSchema.safeParse(first).success).toBe(false);
    expect(JSON.stringify(anyRecordSchema.parse(first))).toBe(JSON.stringify(record));
  });

  it("is refused where it is damaged, with the place", () => {
    const first = asFirstVersion(fixtureRecord("einzelner-punkt"));
    const damaged = anyRecordSchema.safeParse({ ...first, memo: null });
    expect(damaged.error?.issues[0]?.path).toEqual(["memo"]);
  });
});

describe("a record of 1.1", () => {
  const record = fixtureRecord("einzelner-punkt");

  it("passes as it is", () => {
    expect(anyRecordSchema.parse(record)).toEqual(record);
  });

  it.each([
    [{ ...record, schemaVersion: "0.9" }, "another version"],
    [{ ...record, source: { ...record.source, engine: undefined } }, "no engine"],
    [null, "no object"],
  ])("is refused if it is none: %#", (value, _why) => {
    expect(anyRecordSchema.safeParse(value).success).toBe(false);
  });
});

describe("the next review", () => {
  const { nextReview } = recordSchema.shape.memo.shape;

  it.each([["2016-03-31"], ["2016-07"], [null]])("may be %s", (value) => {
    expect(nextReview.safeParse(value).success).toBe(true);
  });

  it.each([["2016"], ["2016-13"], ["2016-7"], ["2016-02-30"], ["IV. Quartal 2022"]])("may not be %s", (value) => {
    expect(nextReview.safeParse(value).success).toBe(false);
  });
});
