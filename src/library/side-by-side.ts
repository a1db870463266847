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
  const bell = new Bell();
  const finished = new Map<number, R>();
  const failures: unknown[] = [];
  let running = 0;
  let handedOut = 0;

  const done = (): void => {
    running -= 1;
    bell.ring();
  };
  const fail = (error: unknown): void => void failures.push(error);
  const begin = (item: T, index: number): void => {
    running += 1;
    void work(item, index)
      .then((result) => finished.set(index, result), fail)
      .then(done);
  };

  signal.addEventListener("abort", bell.ring);
  try {
    for (;;) {
      signal.throwIfAborted();
      if (failures.length > 0) throw failures[0];
      for (const index of readyIn(finished, order, handedOut)) {
        const result = finished.get(index) as R;
        finished.delete(index);
        handedOut += 1;
        yield result;
      }
      if (source.isOpen && source.taken - handedOut < window) void source.take(begin).catch(fail).then(bell.ring);
      if (running === 0 && source.isExhausted) return;
      await bell.rung();
    }
  } finally {
    signal.removeEventListener("abort", bell.ring);
    await source.close();
  }
}

/** Wakes the one who waits, or lets them not wait at all where it was rung meanwhile. */
class Bell {
  #isRung = false;
  #wake = (): void => {};

  readonly ring = (): void => {
    this.#isRung = true;
    this.#wake();
  };

  async rung(): Promise<void> {
    if (!this.#isRung) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#isRung = false;
  }
}

/** Items that are taken one by one, the next one while others are worked on. */
class Source<T> {
  /** How many items were taken so far. */
  taken = 0;
  /** Whether there are no more. */
  isExhausted = false;
  readonly #iterator: Iterator<T> | AsyncIterator<T>;
  #isAsked = false;

  constructor(items: Iterable<T> | AsyncIterable<T>) {
    this.#iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  }

  /** Whether there may be a next item, and nobody waits for it yet. */
  get isOpen(): boolean {
    return !this.isExhausted && !this.#isAsked;
  }

  /** Takes the next item; only while the source is open. @throws what the source throws */
  async take(begin: (item: T, index: number) => void): Promise<void> {
    this.#isAsked = true;
    try {
      const { done, value } = await this.#iterator.next();
      if (done === true) this.isExhausted = true;
      else begin(value, this.taken++);
    } catch (error) {
      this.isExhausted = true;
      throw error;
    } finally {
      this.#isAsked = false;
    }
  }

  /** A source that is asked for an item closes when it has that item; nobody waits for it. */
  async close(): Promise<void> {
    if (this.isExhausted) return;
    const closing = Promise.resolve(this.#iterator.return?.());
    closing.catch(() => {});
    if (!this.#isAsked) await closing;
  }
}

/** The indexes of the results that may be handed out now. */
function readyIn(finished: ReadonlyMap<number, unknown>, order: ResultOrder, handedOut: number): number[] {
  if (order === "completion") return [...finished.keys()];
  const indexes: number[] = [];
  for (let index = handedOut; finished.has(index); index++) indexes.push(index);
  return indexes;
}
