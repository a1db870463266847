/** Thrown where work is put down because no more is to be begun. */
export class PutDown extends Error {
  override readonly name = "PutDown";
}

/** Lets so many in at once; the others wait in the order they came. */
export class Semaphore {
  readonly #places: number;
  #free: number;
  #lastAlone: Promise<void> = Promise.resolve();
  #isClosed = false;
  readonly #waiting = new Set<Turn>();

  constructor(places: number) {
    this.#places = places;
    this.#free = places;
  }

  /**
   * Does some work as soon as there is a place for it.
   * @param notAfter once aborted, the work is not begun any more; where it is begun already, nothing happens to it
   * @throws PutDown; what the work throws
   */
  async run<T>(work: () => Promise<T>, notAfter?: AbortSignal): Promise<T> {
    await this.#enter(notAfter);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /**
   * Does some work while nobody else is in; those in are waited for, and those who come later wait.
   * @throws as `run`
   */
  async runAlone<T>(work: () => Promise<T>, notAfter?: AbortSignal): Promise<T> {
    // Two who each had some of the places would wait for each other.
    const before = this.#lastAlone;
    let pass = (): void => {};
    this.#lastAlone = new Promise((resolve) => {
      pass = resolve;
    });
    await before;
    let taken = 0;
    try {
      for (; taken < this.#places; taken++) await this.#enter(notAfter);
      return await work();
    } finally {
      for (; taken > 0; taken--) this.#leave();
      pass();
    }
  }

  /** Lets nobody in any more, nor those who wait. */
  close(): void {
    this.#isClosed = true;
    for (const turn of this.#waiting) turn.refuse();
  }

  #enter(notAfter: AbortSignal | undefined): Promise<void> {
    if (this.#isClosed || notAfter?.aborted === true) return Promise.reject(tooLate());
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => (): void => {
        this.#waiting.delete(turn);
        notAfter?.removeEventListener("abort", turn.refuse);
        settle();
      };
      const turn: Turn = { enter: end(resolve), refuse: end(() => reject(tooLate())) };
      this.#waiting.add(turn);
      notAfter?.addEventListener("abort", turn.refuse);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#free += 1;
    else next.enter();
  }
}

/** Somebody who waits. */
interface Turn {
  readonly enter: () => void;
  readonly refuse: () => void;
}

function tooLate(): PutDown {
  return new PutDown("No more work is begun.");
}
