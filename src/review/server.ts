import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { basename, resolve } from "node:path";
import { serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { type ArchivePaths, memoKeyOf } from "../archive/paths.ts";
import type { ArchiveDamaged } from "../archive/read-json.ts";
import { type TaskRunner, WorkerPool } from "../workers/worker-pool.ts";
import { Desk } from "./desk.ts";
import { boundedBody, guard, headers } from "./guard.ts";
import { Originals } from "./originals.ts";
import { isPageFile, PAGE_FILES, readPageFile } from "./page-files.ts";
import { PagePictures } from "./page-pictures.ts";
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
  /** Who decides, as the log names them. */
  readonly who: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly onDamaged: (error: ArchiveDamaged) => void;
}

export interface RunningDesk {
  /** The one address at which the page answers, token included. */
  readonly url: string;
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
  const { total, rows } = await index.list({ text: "", state: null, year: null, offset: 0, limit: ROWS_MADE_READY });
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  let origin = "";
  const parts = partsOf(paths, options, index, runner);
  const app = appOf(parts, token, () => origin);
  const server = serve({ fetch: app.fetch, hostname: LOOPBACK, port: options.port });
  if (!server.listening) await once(server, "listening");
  origin = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  void makeReady(rows, parts.pictures);
  return {
    url: `${origin}/${token}/`,
    records: total,
    async close() {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await runner.close();
    },
  };
}

/** A clerk begins at the top; and a child that has shown a scan and a print shows any page in half the time. */
async function makeReady(rows: readonly RecordRow[], pictures: PagePictures): Promise<void> {
  for (const { key } of rows) {
    const { sha256 } = memoKeyOf(`${key}.json`) ?? {};
    // What fails here fails again, and is told, when someone asks for it.
    if (sha256 !== undefined) await pictures.of(sha256, 1).catch(() => null);
  }
}

function partsOf(paths: ArchivePaths, { who }: DeskOptions, index: RecordIndex, runner: TaskRunner): DeskParts {
  const originals = new Originals(paths);
  return {
    session: { who, archive: basename(resolve(paths.root)) },
    desk: new Desk(paths, who, () => new Date()),
    index,
    originals,
    pictures: new PagePictures(originals, runner),
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
