import { Semaphore } from "../workers/semaphore.ts";
import type { TaskRunner } from "../workers/worker-pool.ts";
import { refuseBundle } from "./bundle.ts";
import { limitsOf, type ParserOptions } from "./options.ts";

/** Child processes, and the queue of files that they work on. */
export interface Crew {
  readonly runner: TaskRunner;
  /** Files in hand at most: enough that no child waits while one scan's last page is read. */
  readonly turns: Semaphore;
}

/** Files in hand for each job. */
export const FILES_PER_JOB = 2;

/** Where a parser has its crew from. */
export interface CrewSource {
  /** Starts the crew, with the first call. @throws Error where this module was bundled */
  open(): Promise<Crew>;
  /** The crew is needed no more. */
  close(): Promise<void>;
}

/** A crew of a parser's own. */
export function ownCrew(options: ParserOptions): CrewSource {
  let starting: Promise<Crew> | null = null;
  return {
    open() {
      starting ??= start(options);
      return starting;
    },
    async close() {
      const crew = await starting?.catch(() => null);
      await crew?.runner.close();
    },
  };
}

/** Milliseconds after which children that nobody needs are ended, to give their memory back. */
const IDLE_MS = 30_000;

interface SharedCrew {
  readonly source: CrewSource;
  users: number;
  idle: NodeJS.Timeout | undefined;
}

const sharedCrews = new Map<string, SharedCrew>();

/** The crew of all calls with the same jobs and limits. It stays for half a minute after the last of them. */
export function sharedCrew(options: ParserOptions): CrewSource {
  const key = JSON.stringify([options.jobs, limitsOf(options)]);
  const shared = sharedCrews.get(key) ?? { source: ownCrew(options), users: 0, idle: undefined };
  sharedCrews.set(key, shared);
  clearTimeout(shared.idle);
  shared.users += 1;
  const dismiss = (): void => {
    sharedCrews.delete(key);
    void shared.source.close();
  };
  return {
    open: () => shared.source.open(),
    async close() {
      shared.users -= 1;
      if (shared.users === 0) shared.idle = setTimeout(dismiss, IDLE_MS).unref();
    },
  };
}

async function start(options: ParserOptions): Promise<Crew> {
  refuseBundle();
  const [{ WorkerPool }, { defaultJobs }] = await Promise.all([
    import("../workers/worker-pool.ts"),
    import("../workers/default-jobs.ts"),
  ]);
  const runner = new WorkerPool({ jobs: options.jobs ?? defaultJobs(), limits: limitsOf(options) });
  return { runner, turns: new Semaphore(FILES_PER_JOB * runner.jobs) };
}
