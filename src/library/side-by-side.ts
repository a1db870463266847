/** In which order results are handed out: that of what they were made from, or as they come. */
export type ResultOrder = "input" | "completion";

interface SideBySide<T, R> {
  /** Begun and not yet handed out at most, so that memory stays bounded however slow the work or the reader is. */
  readonly window: number;
  readonly order: ResultOrder;
  /** Ends the waiting for items and results. */
  readonly signal: AbortSignal;
  /** @param index of the item, from 0 */
  readonly work: (item: T, index: number) => Promise<R>;
}

/**
 * Works on items side by side. An item is taken only when there is room for it, and waiting for one delays no result.
 * When the reader leaves early, the source is closed.
 * @throws the signal's reason; what the source or the work throws
 */
export async function* sideBySide<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  { window, order, signal, work }: SideBySide<T, R>,
): AsyncGenerator<R, void, undefined> {
  const source = new Source(items);
  const aborted = abortOf(signal);
  const running = new Map<number, Promise<void>>();
  const finished = new Map<number, R>();
  let handedOut = 0;

  const begin = (item: T, index: number): void => {
    const promise = work(item, index).then((result) => {
      running.delete(index);
      finished.set(index, result);
    });
    promise.catch(() => {});
    running.set(index, promise);
  };

  try {
    for (;;) {
      signal.throwIfAborted();
      if (source.taken - handedOut < window) source.take(begin);
      const waiting = [...running.values(), ...source.pending];
      if (waiting.length === 0) return;
      await Promise.race([...waiting, aborted.promise]);
      for (const index of readyIn(finished, order, handedOut)) {
        const result = finished.get(index) as R;
        finished.delete(index);
        handedOut += 1;
        yield result;
      }
    }
  } finally {
    aborted.forget();
    await source.close();
  }
}

/** Items that are taken one by one, the next one while others are worked on. */
class Source<T> {
  /** How many items were taken so far. */
  taken = 0;
  readonly #iterator: Iterator<T> | AsyncIterator<T>;
  #next: Promise<void> | null = null;
  #isExhausted = false;

  constructor(items: Iterable<T> | AsyncIterable<T>) {
    this.#iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  }

  /** What waits for the next item, if anything does. */
  get pending(): readonly Promise<void>[] {
    return this.#next === null ? [] : [this.#next];
  }

  /** Asks for the next item, unless that was done already or there is none. */
  take(begin: (item: T, index: number) => void): void {
    if (this.#isExhausted || this.#next !== null) return;
    this.#next = this.#ask(begin);
    this.#next.catch(() => {});
  }

  /** An iterator that waits for an item hears of it when it has that item; nobody waits for it. */
  async close(): Promise<void> {
    if (this.#isExhausted) return;
    const closing = Promise.resolve(this.#iterator.return?.());
    closing.catch(() => {});
    if (this.#next === null) await closing;
  }

  async #ask(begin: (item: T, index: number) => void): Promise<void> {
    const { done, value } = await this.#step();
    this.#isExhausted = done === true;
    this.#next = null;
    if (done !== true) begin(value, this.taken++);
  }

  /** A source that throws has no more items. */
  async #step(): Promise<IteratorResult<T>> {
    try {
      return await this.#iterator.next();
    } catch (error) {
      this.#isExhausted = true;
      throw error;
    }
  }
}

/** The indexes of the results that may be handed out now. */
function readyIn(finished: ReadonlyMap<number, unknown>, order: ResultOrder, handedOut: number): number[] {
  if (order === "completion") return [...finished.keys()];
  const indexes: number[] = [];
  for (let index = handedOut; finished.has(index); index++) indexes.push(index);
  return indexes;
}

/** A promise that a signal rejects with its reason. */
function abortOf(signal: AbortSignal): { readonly promise: Promise<never>; forget(): void } {
  let onAbort = (): void => {};
  const promise = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
  });
  promise.catch(() => {});
  signal.addEventListener("abort", onAbort);
  return { promise, forget: () => signal.removeEventListener("abort", onAbort) };
}
