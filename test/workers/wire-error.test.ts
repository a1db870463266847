import { describe, expect, it } from "vitest";
import { MemoError } from "../../src/model/failure.ts";
import { fromWire, outcomeOf, toWire } from "../../src/workers/wire-error.ts";

/** As the border of a process does it. */
function crossed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

describe("errors across a process border", () => {
  it("keeps code and message of an expected failure", () => {
    const error = fromWire(crossed(toWire(new MemoError("pdf-encrypted", "Password, please."))));
    expect(error).toBeInstanceOf(MemoError);
    expect(error).toMatchObject({ code: "pdf-encrypted", message: "Password, please." });
  });

  it("keeps the stacks of an unknown error and of its causes, and makes it no MemoError", () => {
    const thrown = new TypeError("outer", { cause: new RangeError("inner") });
    const error = fromWire(crossed(toWire(thrown)));
    expect(error).not.toBeInstanceOf(MemoError);
    expect(error.message).toBe("outer");
    const stack = (error.cause as Error).stack ?? "";
    expect(stack).toContain("TypeError: outer");
    expect(stack).toContain("Caused by: RangeError: inner");
  });

  it.each([["a word"], [undefined], [null], [42]])("takes whatever was thrown: %s", async (thrown) => {
    const outcome = await outcomeOf(() => Promise.reject(thrown));
    expect(outcome).toEqual({ error: { code: null, message: String(thrown), stack: "" } });
  });
});
