/** Thrown where work is put down because no more is to be begun. */
export class PutDown extends Error {
  override readonly name = "PutDown";
}

/** Lets so many in at once; the others wait in the order they came. */
export class Semaphore {
  #free: number;
  #isClosed = false;
  readonly #waiting = new Set<Turn>();

  constructor(places: number) {
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
