import { setTimeout as sleep } from "node:timers/promises";
import { type Database, isConnectionLost, type Queryable, type Row } from "./database.ts";

/** Milliseconds before the first new try, and at most between two. */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;

export interface PatienceOptions {
  /** Milliseconds to go on trying before the error is thrown. */
  readonly patience: number;
  /** Aborted: no further try. */
  readonly givenUp: AbortSignal;
  /** Told once when the database goes away, and once when it is back. */
  readonly onChange: (up: boolean) => void;
}

/**
 * A database that outlives restarts: what fails because the connection was lost is done again, whole transactions from
 * their beginning. The answer to a commit may be lost although it took effect, so that everything done through this
 * must be such that doing it twice does no harm.
 */
export class PatientDatabase implements Database {
  readonly #database: Database;
  readonly #options: PatienceOptions;
  #up = true;

  constructor(database: Database, options: PatienceOptions) {
    this.#database = database;
    this.#options = options;
  }

  get up(): boolean {
    return this.#up;
  }

  query<R extends Row>(sql: string, values?: readonly unknown[]): Promise<readonly R[]> {
    return this.#patiently(() => this.#database.query<R>(sql, values));
  }

  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return this.#patiently(() => this.#database.transaction(work));
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  async #patiently<T>(work: () => Promise<T>): Promise<T> {
    const { patience, givenUp } = this.#options;
    const deadline = Date.now() + patience;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        const result = await work();
        this.#tell(true);
        return result;
      } catch (error) {
        if (!isConnectionLost(error)) throw error;
        this.#tell(false);
        if (givenUp.aborted || Date.now() + pause > deadline) throw error;
      }
      await sleep(pause);
    }
  }

  #tell(up: boolean): void {
    if (up === this.#up) return;
    this.#up = up;
    this.#options.onChange(up);
  }
}
