import { describe, expect, it } from "vitest";
import { joined } from "../../src/library/joined-signal.ts";

describe("joined", () => {
  it("aborts with the reason of the signal that aborts first", () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const { signal } = joined([one.signal, undefined, two.signal]);
    expect(signal.aborted).toBe(false);
    two.abort("two");
    one.abort("one");
    expect(signal.reason).toBe("two");
  });

  it("is aborted from the start where one of them is", () => {
    expect(joined([new AbortController().signal, AbortSignal.abort("early")]).signal.reason).toBe("early");
  });

  it("hears nothing any more once released", () => {
    const one = new AbortController();
    const { signal, release } = joined([one.signal]);
    release();
    one.abort();
    expect(signal.aborted).toBe(false);
  });
});
