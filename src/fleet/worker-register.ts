import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import process from "node:process";
import type { Queryable } from "./database.ts";

/** What a worker says of itself with each sign of life. */
export interface WorkerState {
  /** Documents claimed and not ended. */
  readonly inHand: number;
  /** Documents ended since it began. */
  readonly ended: number;
  /** Why it takes no documents of some place; null where it takes all. */
  readonly waitsFor: string | null;
}

/** Rows of workers that fell silent so long ago are nobody's news any more. */
const FORGOTTEN_AFTER = "1 day";

/** A worker's row among those at work. */
export class WorkerRegister {
  readonly #database: Queryable;
  readonly #id = randomUUID();
  readonly #version: string;
  readonly #jobs: number;

  constructor(database: Queryable, version: string, jobs: number) {
    this.#database = database;
    this.#version = version;
    this.#jobs = jobs;
  }

  /** Says that the worker lives. */
  async tell({ inHand, ended, waitsFor }: WorkerState): Promise<void> {
    await this.#database.query(
      `INSERT INTO hausmitteilung.worker (id, host, pid, version, jobs, in_hand, ended, waits_for)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (id) DO UPDATE SET in_hand = $6, ended = $7, waits_for = $8, seen_at = now()`,
      [this.#id, hostname(), process.pid, this.#version, this.#jobs, inHand, ended, waitsFor],
    );
  }

  /** Takes the worker's row away, and those of the long forgotten. */
  async leave(): Promise<void> {
    await this.#database.query(
      `DELETE FROM hausmitteilung.worker WHERE id = $1 OR seen_at < now() - interval '${FORGOTTEN_AFTER}'`,
      [this.#id],
    );
  }
}
