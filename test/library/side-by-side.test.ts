import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type ResultOrder, sideBySide } from "../../src/library/side-by-side.ts";

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const result of results) collected.push(result);
  return collected;
}

const never = new AbortController().signal;

/** Work that ends after as many milliseconds as its item says. */
const after = async (milliseconds: number): Promise<number> => {
  await sleep(milliseconds);
  return milliseconds;
};

const settings = (order: ResultOrder, window = 3, signal = never) => ({ window, order, signal, work: after });

describe("sideBySide", () => {
  it("gives results in the order of the items", async () => {
    expect(await all(sideBySide([60, 1, 30], settings("input")))).toEqual([60, 1, 30]);
  });

  it("gives results as they come, where that is asked for", async () => {
    expect(await all(sideBySide([90, 1, 30], settings("completion")))).toEqual([1, 30, 90]);
  });

  it("takes no more items than the window has room for", async () => {
    let taken = 0;
    function* endless(): Generator<number> {
      for (;;) {
        taken += 1;
        yield 1;
      }
    }
    for await (const _ of sideBySide(endless(), settings("completion"))) break;
    expect(taken).toBeLessThanOrEqual(3);
  });

  it("hands out what is done while the next item lets itself be waited for", async () => {
    async function* slow(): AsyncGenerator<number> {
      yield 1;
      await new Promise(() => {});
    }
    for await (const result of sideBySide(slow(), settings("input"))) {
      expect(result).toBe(1);
      break;
    }
  });

  it("closes its source when the reader leaves, and when the work throws", async () => {
    let closed = 0;
    function* closable(): Generator<number> {
      try {
        yield* [1, 2, 3, 4, 5];
      } finally {
        closed += 1;
      }
    }
    for await (const _ of sideBySide(closable(), settings("input"))) break;
    expect(closed).toBe(1);
    const failing = { ...settings("input"), work: () => Promise.reject(new Error("broken")) };
    await expect(all(sideBySide(closable(), failing))).rejects.toThrow("broken");
    expect(closed).toBe(2);
  });

  it("throws what its source throws", async () => {
    function* broken(): Generator<number> {
      yield 1;
      throw new Error("no more names");
    }
    await expect(all(sideBySide(broken(), settings("input")))).rejects.toThrow("no more names");
  });

  it("throws the signal's reason, also while it waits for an item that never comes", async () => {
    const stop = new AbortController();
    async function* never(): AsyncGenerator<number> {
      await new Promise(() => {});
      yield 1;
    }
    const work = all(sideBySide(never(), settings("input", 3, stop.signal)));
    stop.abort(new Error("enough"));
    await expect(work).rejects.toThrow("enough");
  });
});
