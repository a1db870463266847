import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { readFleetHoldings } from "../fleet/fleet-holdings.ts";
import { serveText } from "../fleet/operator-server.ts";
import { errorCode } from "../model/error-code.ts";
import type { FleetHoldings } from "../model/fleet-holdings.ts";
import { fleetTable } from "../report/fleet-table.ts";
import { fleetPage } from "../report/page/fleet-page.ts";
import { paintFor } from "../report/paint.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { type FleetDatabase, PERSON, withFleetDatabase } from "./fleet-session.ts";
import { CommandFailed, type Shell } from "./shell.ts";
import { WATCH_MS } from "./status.ts";
import { writeOut } from "./streams.ts";

export interface FleetStatusFlags {
  readonly db: string;
  readonly json?: true;
  readonly watch?: true;
  readonly port?: number;
  readonly host?: string;
}

/** The colours of a terminal: standard output is for pipes as well, so that it has none. */
const NO_COLOURS = 0;

const LOOPBACK = "127.0.0.1";

/** Seconds after which a browser asks for the page anew. */
const REFRESH_SECONDS = 5;

/**
 * `hausmitteilung status --db`: how far a fleet has come; with --watch again and again, until all is done; with --port
 * as a page, until told to end.
 * @throws CommandFailed, ReaderGone, OutputBroken; AbortError when interrupted
 */
export async function fleetStatus(flags: FleetStatusFlags, shell: Shell): Promise<ExitCode> {
  return withFleetDatabase({ ...PERSON, url: flags.db }, shell, async (fleet) => {
    if (flags.port !== undefined) return servePage(fleet, flags.port, flags.host ?? LOOPBACK, shell);
    const block = new LiveBlock(shell.stdout);
    while (await report(fleet, flags, shell, block)) {
      await sleep(WATCH_MS, undefined, { signal: shell.interrupted });
    }
    return EXIT_CODES.allGood.code;
  });
}

/** @returns whether there will be something new to report */
async function report(
  { database }: FleetDatabase,
  flags: FleetStatusFlags,
  shell: Shell,
  block: LiveBlock,
): Promise<boolean> {
  const held = await readFleetHoldings(database);
  const isWatch = flags.watch === true;
  await writeOut(
    shell.stdout,
    isWatch && flags.json !== true ? block.next(textOf(held, flags, shell)) : textOf(held, flags, shell),
  );
  return isWatch && held.waiting + held.active > 0;
}

function textOf(held: FleetHoldings, { json, watch }: FleetStatusFlags, shell: Shell): string {
  if (json !== true) return fleetTable(held, paintFor(shell.environment, NO_COLOURS));
  // Reports that follow each other are a line each.
  return `${JSON.stringify(held, null, watch === true ? undefined : 2)}\n`;
}

/** A text in the place of the one before it, at a terminal; elsewhere one after the other. */
class LiveBlock {
  readonly #isTerminal: boolean;
  #lines = 0;

  constructor(stream: Writable) {
    this.#isTerminal = "isTTY" in stream && stream.isTTY === true;
  }

  /** What is written to show a text. */
  next(text: string): string {
    // Up to the first line of the last text, and clear all from there (ECMA-48 CUU, ED 0).
    const clear = this.#isTerminal && this.#lines > 0 ? `\u001b[${this.#lines}A\u001b[0J` : "";
    this.#lines = text.split("\n").length - 1;
    return clear + text;
  }
}

async function servePage({ database }: FleetDatabase, port: number, host: string, shell: Shell): Promise<ExitCode> {
  const page = async (url: string) =>
    url === "/"
      ? { status: 200, type: "text/html; charset=utf-8", body: fleetPage(await readFleetHoldings(database)) }
      : { status: 404, type: "text/plain", body: "/\n" };
  const headers = { refresh: String(REFRESH_SECONDS), "cache-control": "no-store", "referrer-policy": "no-referrer" };
  const server = await serveText(host, port, page, headers).catch((error: unknown) => {
    const message = `The port ${port} of ${host} cannot be had (${errorCode(error)}).`;
    throw new CommandFailed(EXIT_CODES.wrongUse.code, message, { cause: error });
  });
  shell.stderr.write(`http://${host}:${server.port}/ (Ctrl-C ends it)\n`);
  const ended = shell.drainFirst();
  await new Promise<void>((resolve) => ended.addEventListener("abort", () => resolve(), { once: true }));
  await server.close();
  return EXIT_CODES.allGood.code;
}
