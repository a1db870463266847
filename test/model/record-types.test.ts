import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { recordSchema } from "../../src/model/record.ts";
import { expectGolden } from "../golden/golden-file.ts";
import { recordTypes } from "../tools/record-types.ts";

describe("the record's types", () => {
  it("are made from its schema (UPDATE_GOLDEN=1 rewrites them)", () => {
    const file = fileURLToPath(new URL("../../src/model/record-types.ts", import.meta.url));
    expectGolden(file, recordTypes(recordSchema));
  });

  it("cannot be made where a property is not described, or an object has no name", () => {
    expect(() => recordTypes(z.strictObject({ date: z.string() }).meta({ title: "Letter" }))).toThrow('"date"');
    expect(() => recordTypes(z.strictObject({}))).toThrow("no title");
  });
});
