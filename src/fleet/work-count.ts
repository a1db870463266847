import type { FailureCode } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";
import type { Meter } from "./metered-store.ts";

/** Counts what a worker has in hand and has ended, and hands on what it hears. */
export class WorkCount implements Meter {
  readonly #next: Meter;
  inHand = 0;
  ended = 0;

  constructor(next: Meter) {
    this.#next = next;
  }

  begun(): void {
    this.inHand += 1;
    this.#next.begun();
  }

  completed(seconds: number, records: readonly MemoRecord[]): void {
    this.#end();
    this.#next.completed(seconds, records);
  }

  failed(seconds: number, code: FailureCode): void {
    this.#end();
    this.#next.failed(seconds, code);
  }

  lost(): void {
    this.inHand -= 1;
    this.#next.lost();
  }

  #end(): void {
    this.inHand -= 1;
    this.ended += 1;
  }
}
