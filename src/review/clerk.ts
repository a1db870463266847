/** Keeps a name for the next desk; the archive is no place for it, as several people may share one. */
export type KeepName = (who: string) => Promise<void>;

/** Who sits at the desk, as the log names them: said on the command line, kept from an earlier time, or asked once. */
export class Clerk {
  #who: string | null;
  readonly #keep: KeepName;

  /** @param who null where nobody has said it yet */
  constructor(who: string | null, keep: KeepName) {
    this.#who = who;
    this.#keep = keep;
  }

  get who(): string | null {
    return this.#who;
  }

  /** From now on it is this person. */
  async is(who: string): Promise<void> {
    this.#who = who;
    await this.#keep(who);
  }
}
