import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../src/workers/in-order.ts";

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const result of results) collected.push(result);
  return collected;
}

/** Work that ends after as many turns of the event loop as it is told. */
async function turnsPass(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
}

describe("inOrder", () => {
  it("gives results in the items' order, whichever is done first, and never runs more than the window", async () => {
    const run = fc.asyncProperty(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 5 }), async (turns, window) => {
      let running = 0;
      let most = 0;
      const results = inOrder(turns.entries(), window, async ([index, wait]) => {
        running += 1;
        most = Math.max(most, running);
        await turnsPass(wait);
        running -= 1;
        return index;
      });
      expect(await collect(results)).toEqual([...turns.keys()]);
      expect(most).toBeLessThanOrEqual(window);
    });
    await fc.assert(run, { numRuns: 50 });
  });

  it("uses the whole window", async () => {
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await turnsPass(3);
      running -= 1;
    };
    await collect(inOrder([1, 2, 3, 4, 5], 3, work));
    expect(most).toBe(3);
  });

  it("begins nothing more after a failure, and leaves no rejection unhandled", async () => {
    const begun: number[] = [];
    const results = inOrder([1, 2, 3, 4, 5, 6], 2, async (item) => {
      begun.push(item);
      if (item === 2) throw new Error("two");
      if (item === 3) throw new Error("three");
      return item;
    });
    await expect(collect(results)).rejects.toThrow("two");
    expect(begun).toEqual([1, 2, 3]);
  });
});
