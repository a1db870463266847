import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { basename, resolve } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { type ArchivePaths, memoKeyOf } from "../archive/paths.ts";
import type { ArchiveDamaged } from "../archive/read-json.ts";
import { type TaskRunner, WorkerPool } from "../workers/worker-pool.ts";
import { Clerk, type KeepName } from "./clerk.ts";
import { Desk } from "./desk.ts";
import { FailureDesk, type ReadAgain } from "./failure-desk.ts";
import { boundedBody, guard, headers } from "./guard.ts";
import { IndexKeeper } from "./index-keeper.ts";
import { Originals } from "./originals.ts";
import { isPageFile, PAGE_FILES, readPageFile } from "./page-files.ts";
import { PagePictures } from "./page-pictures.ts";
import { PageWords } from "./page-words.ts";
import type { RecordRow } from "./protocol.ts";
import { RecordIndex } from "./record-index.ts";
import { type DeskParts, routesOf } from "./routes.ts";
import { WordDesk } from "./word-desk.ts";

/** Nobody but this machine can connect. */
const LOOPBACK = "127.0.0.1";

/** Random bytes of the token: no one guesses 192 bits. */
const TOKEN_BYTES = 24;

/** Records whose first pages are made before anyone asks. */
const ROWS_MADE_READY = 3;

export interface DeskOptions {
  /** Who decides, as the log names them; null: asked in the page. */
  readonly who: string | null;
  /** Put forward where the page asks. */
  readonly suggestedName: string;
  readonly keepName: KeepName;
  /** 0: any that is free. */
  readonly port: number;
  /** The port that is taken if `port` leaves the choice and nobody else has it; 0 for none. */
  readonly formerPort: number;
  /** Part of the address that nobody guesses; one is made where none is given. */
  readonly token: string | null;
  readonly readAgain: ReadAgain;
  readonly onDamaged: (error: ArchiveDamaged) => void;
  /** Called where the indexes cannot be made. */
  readonly onIndexError: (error: unknown) => void;
}

export interface RunningDesk {
  /** The one address at which the page answers, token included. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  readonly records: number;
  close(): Promise<void>;
}

/**
 * Serves the desk over an archive, to this machine only.
 * @throws the system's error if the port is taken
 */
export async function startDesk(paths: ArchivePaths, options: DeskOptions): Promise<RunningDesk> {
  // Its child loads what it needs while the records are read.
  const runner = new WorkerPool({ jobs: 1, warm: 1 });
  try {
    return await serveDesk(paths, options, runner);
  } catch (error) {
    await runner.close();
    throw error;
  }
}

async function serveDesk(paths: ArchivePaths, options: DeskOptions, runner: TaskRunner): Promise<RunningDesk> {
  const index = new RecordIndex(paths, options.onDamaged);
  const { total, rows } = await index.list({
    text: "",
    state: null,
    year: null,
    sort: "urgency",
    offset: 0,
    limit: ROWS_MADE_READY,
  });
  const token = options.token ?? randomBytes(TOKEN_BYTES).toString("base64url");
  let origin = "";
  const keeper = new IndexKeeper(paths, options.onIndexError);
  const parts = partsOf(paths, options, index, runner, keeper);
  const app = appOf(parts, token, () => origin);
  const server = await listening(app, options);
  const { port } = server.address() as AddressInfo;
  origin = `http://${LOOPBACK}:${port}`;
  void makeReady(rows, parts.pictures);
  await keeper.open();
  return {
    url: `${origin}/${token}/`,
    port,
    token,
    records: total,
    async close() {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await Promise.all([runner.close(), keeper.close()]);
    },
  };
}

/** @throws the system's error if the port asked for is taken */
async function listening({ fetch }: Hono, { port, formerPort }: DeskOptions): Promise<ServerType> {
  const on = async (number: number): Promise<ServerType> => {
    const server = serve({ fetch, hostname: LOOPBACK, port: number });
    if (!server.listening) await once(server, "listening");
    return server;
  };
  if (port !== 0 || formerPort === 0) return on(port);
  return on(formerPort).catch(() => on(0));
}

/** A clerk begins at the top; and a child that has shown a scan and a print shows any page in half the time. */
async function makeReady(rows: readonly RecordRow[], pictures: PagePictures): Promise<void> {
  for (const { key } of rows) {
    const { sha256 } = memoKeyOf(`${key}.json`) ?? {};
    // What fails here fails again, and is told, when someone asks for it.
    if (sha256 !== undefined) await pictures.of(sha256, 1).catch(() => null);
  }
}

function partsOf(
  paths: ArchivePaths,
  { who, suggestedName, keepName, readAgain }: DeskOptions,
  index: RecordIndex,
  runner: TaskRunner,
  keeper: IndexKeeper,
): DeskParts {
  const originals = new Originals(paths);
  const clerk = new Clerk(who, keepName);
  return {
    clerk,
    suggestedName,
    archive: basename(resolve(paths.root)),
    desk: new Desk(
      paths,
      () => clerk.who ?? "?",
      () => new Date(),
    ),
    failures: new FailureDesk(paths, readAgain),
    onDecided: () => keeper.later(),
    index,
    originals,
    pictures: new PagePictures(originals, runner),
    pageWords: new PageWords(originals, runner),
    words: new WordDesk(paths),
  };
}

/** @param origin known once the server listens */
function appOf(parts: DeskParts, token: string, origin: () => string): Hono {
  const app = new Hono();
  app.use(headers(), guard(token, origin), boundedBody());
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has("cache-control")) context.header("cache-control", "no-store");
  });
  app.route(`/${token}/api`, routesOf(parts));
  app.get(`/${token}/`, (context) => pageFile(context, "index.html"));
  app.get(`/${token}/:file`, (context) => pageFile(context, context.req.param("file")));
  return app;
}

/** Only the page's own files have a name here. */
async function pageFile(context: Context, name: string): Promise<Response> {
  if (!isPageFile(name)) return context.text("Not found.", 404);
  return context.body(await readPageFile(name), 200, { "content-type": PAGE_FILES[name] });
}
