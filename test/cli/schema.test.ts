import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { schema, schemaText } from "../../src/cli/schema.ts";
import { expectGolden } from "../golden/golden-file.ts";
import { bufferShell } from "./buffer-shell.ts";

const { UPDATE_GOLDEN, CI } = process.env;
const RECORD = { of: "record" } as const;
const updating = UPDATE_GOLDEN === "1";

describe("schema", () => {
  it.each(["record", "events"] as const)(
    "of %s is the committed copy, so that a change of the contract is seen (UPDATE_GOLDEN=1 rewrites it)",
    (of) => {
      expectGolden(fileURLToPath(new URL(`./data/${of}.schema.json`, import.meta.url)), schemaText({ of }));
    },
  );

  it("is never rewritten in CI", () => {
    expect(updating && CI !== undefined).toBe(false);
  });

  it("is a JSON Schema of draft 2020-12 that refuses what is no record", () => {
    const parsed = JSON.parse(schemaText(RECORD));
    expect(parsed.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(parsed);
    expect(validate({})).toBe(false);
    expect(validate.errors?.[0]?.keyword).toBe("required");
  });

  it("is what the command prints", async () => {
    const shell = bufferShell();
    expect(await schema(RECORD, shell)).toBe(0);
    expect(shell.out()).toBe(schemaText(RECORD));
  });
});
