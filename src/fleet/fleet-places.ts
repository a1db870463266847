import { dirname } from "node:path";
import type { Job } from "../archive/job-store.ts";
import { PlaceUnusable } from "../archive/place-unusable.ts";
import type { Places } from "../archive/work-loop.ts";
import { type FailureCode, MemoError } from "../model/failure.ts";
import { lookAtFile, type Sight } from "./folder-trouble.ts";
import { bucketOf, isS3, withFile } from "./locations.ts";
import type { S3Objects } from "./s3.ts";

/** Failures that a missing share gives as well; one that hangs gives the last. */
const SUSPICIOUS: ReadonlySet<FailureCode> = new Set(["file-not-found", "file-unreadable", "time-limit"]);

/** Milliseconds after which a place that does not answer is taken for away. */
const ANSWER_MS = 10_000;

/** Milliseconds before the first new look at a closed place, and at most between two. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** A place that cannot be used. */
interface Closed {
  readonly why: string;
  /** The one that showed it, by which it is looked at again. */
  readonly job: Job;
  pause: number;
  nextLook: number;
}

export interface PlacesOptions {
  readonly look: (job: Job) => Promise<Sight>;
  /** Told once when a place is closed, and once when it is open again. */
  readonly onChange: (home: string, trouble: string | null) => void;
}

/** Which places of documents this machine reaches. What cannot be had from the others is left to other workers. */
export class FleetPlaces implements Places {
  readonly #options: PlacesOptions;
  readonly #closed = new Map<string, Closed>();

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  /** Why a place cannot be used, of the first that cannot; null where all can. */
  get trouble(): string | null {
    const [first] = this.#closed;
    return first === undefined ? null : toldTrouble(first[0], first[1].why);
  }

  async closed(): Promise<ReadonlySet<string>> {
    const due = [...this.#closed].filter(([, { nextLook }]) => Date.now() >= nextLook);
    await Promise.all(due.map(([home, closed]) => this.#lookAgain(home, closed)));
    return new Set(this.#closed.keys());
  }

  async causeOf(job: Job, error: unknown): Promise<"file" | "place" | "moment"> {
    if (error instanceof PlaceUnusable) return this.#close(job, error.why);
    if (!(error instanceof MemoError) || !SUSPICIOUS.has(error.code)) return "file";
    const sight = await this.#look(job);
    if (typeof sight !== "string") return this.#close(job, sight.trouble);
    return sight === "readable" && error.code !== "time-limit" ? "moment" : "file";
  }

  #close(job: Job, why: string): "place" {
    const home = homeOf(job);
    if (!this.#closed.has(home)) {
      this.#closed.set(home, { why, job, pause: FIRST_PAUSE_MS, nextLook: Date.now() + FIRST_PAUSE_MS });
      this.#options.onChange(home, why);
    }
    return "place";
  }

  async #lookAgain(home: string, closed: Closed): Promise<void> {
    // Nobody else looks while this look lasts.
    closed.nextLook = Number.POSITIVE_INFINITY;
    const sight = await this.#look(closed.job);
    if (typeof sight === "string") {
      this.#closed.delete(home);
      this.#options.onChange(home, null);
      return;
    }
    closed.pause = Math.min(2 * closed.pause, LONGEST_PAUSE_MS);
    closed.nextLook = Date.now() + closed.pause;
  }

  /** A share that hangs gives no answer, and no error either. */
  async #look(job: Job): Promise<Sight> {
    let alarm: NodeJS.Timeout | undefined;
    const silence = new Promise<Sight>((resolve) => {
      alarm = setTimeout(() => resolve({ trouble: "does not answer" }), ANSWER_MS);
    });
    try {
      return await Promise.race([this.#options.look(job), silence]);
    } finally {
      clearTimeout(alarm);
    }
  }
}

/** "\"/mnt/archive\" is empty here" */
export function toldTrouble(home: string, why: string): string {
  return `${JSON.stringify(home)} ${why}`;
}

/** Looks at a job's file where it is. */
export async function lookAtJob(job: Job, s3: () => Promise<S3Objects>, maxBytes: number): Promise<Sight> {
  if (!isS3(job.location)) return lookAtFile(job.location, homeOf(job));
  try {
    return await withFile(job.location, s3, maxBytes, async (): Promise<Sight> => "readable");
  } catch (error) {
    if (error instanceof PlaceUnusable) return { trouble: error.why };
    if (error instanceof MemoError) return "file";
    throw error;
  }
}

/** Jobs that were queued by a version that did not know homes have the folder that they are in. */
function homeOf({ home, location }: Job): string {
  return home ?? (isS3(location) ? bucketOf(location) : dirname(location));
}
