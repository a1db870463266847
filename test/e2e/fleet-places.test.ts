import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../fleet/postgres-server.ts";
import { folderForTests, serverForTests } from "../fleet/server-under-test.ts";
import { FIXTURES, PROGRAM, runProgram } from "./program.ts";

/** Letters that are queued: more than a worker has in hand. */
const LETTERS = 12;

const folder = folderForTests("fleet-places");
const server = serverForTests();

/** Letters that differ in a word of their text. */
function letters(): string[] {
  const text = readFileSync(join(FIXTURES, "einzelner-punkt", "memo.txt"), "utf8");
  return Array.from({ length: LETTERS }, (_, index) => `${text}\nAblage ${index + 1}\n`);
}

/** A fleet's database of its own, and its commands. */
async function newFleet(name: string, env: Readonly<Record<string, string>> = {}) {
  const url = await server().createDatabase(name);
  const environment = { HAUSMITTEILUNG_DB: url, ...env };
  const hm = (...args: string[]) => runProgram(args, { env: environment });
  const status = async () => JSON.parse((await hm("status", "--json")).out);
  return { url, hm, status, worker: (...args: string[]) => new RunningWorker(environment, args) };
}

/** A worker that works until all is done. */
class RunningWorker {
  log = "";
  readonly #process: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(env: Readonly<Record<string, string>>, args: readonly string[]) {
    const command = [PROGRAM, "worker", "--until-empty", "--jobs", "2", ...args];
    this.#process = spawn(process.execPath, command, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.log += text;
    });
    this.#ended = new Promise((resolve) => this.#process.once("exit", resolve));
  }

  /** Waits for something to be told. */
  async tells(what: RegExp): Promise<void> {
    await expect.poll(() => this.log, { timeout: 60_000, interval: 100 }).toMatch(what);
  }

  get port(): string {
    return /port (\d+)/u.exec(this.log)?.[1] ?? "";
  }

  ended(): Promise<number | null> {
    return this.#ended;
  }

  async stopped(): Promise<number | null> {
    this.#process.kill("SIGTERM");
    return this.#ended;
  }
}

const ALL_DONE = { waiting: 0, active: 0, records: LETTERS, failures: {} };

describe("a worker without its share", () => {
  const [mount, away] = [join(folder, "mount"), join(folder, "away")];
  const inside = join(mount, "2023", "mai");

  it("gives jobs back, tells, is not ready, and goes on when the share is there again", async () => {
    mkdirSync(inside, { recursive: true });
    for (const [index, text] of letters().entries()) writeFileSync(join(inside, `${index}.txt`), text);
    const { hm, status, worker } = await newFleet("share");
    expect(await hm("enqueue", "--base", mount)).toMatchObject({ code: 0 });

    renameSync(mount, away);
    mkdirSync(mount);
    const waiting = worker("--metrics-port", "0");
    await waiting.tells(/mount\\" is empty here.*waits/u);
    expect((await fetch(`http://127.0.0.1:${waiting.port}/readyz`)).status).toBe(503);
    await sleep(3000);
    const waitsFor = expect.stringContaining("is empty here");
    await expect.poll(status).toMatchObject({ workers: [{ inHand: 0, isSilent: false, waitsFor }] });
    expect(await status()).toMatchObject({ waiting: LETTERS, records: 0, failures: {} });

    rmSync(mount, { recursive: true });
    renameSync(away, mount);
    expect(await waiting.ended()).toBe(0);
    expect(waiting.log).toMatch(/mount\\" is there again/u);
    expect(await status()).toMatchObject(ALL_DONE);
  });

  it("fails what is missing in a share that is there", async () => {
    const { hm, status, worker } = await newFleet("missing");
    expect(await hm("enqueue", "--base", mount)).toMatchObject({ code: 0 });
    rmSync(join(inside, "3.txt"));
    expect(await worker().ended()).toBe(0);
    expect(await status()).toMatchObject({ records: LETTERS - 1, failures: { "file-not-found": 1 } });
  });

  it("loses nothing where the share goes and comes at random moments", async () => {
    cpSync(join(FIXTURES, "einzelner-punkt", "memo.txt"), join(inside, "3.txt"));
    const { hm, status, worker } = await newFleet("flapping");
    expect(await hm("enqueue", "--base", mount)).toMatchObject({ code: 0 });
    const running = worker();
    for (let time = 0; time < 6; time++) {
      await sleep(Math.random() * 700);
      renameSync(mount, away);
      await sleep(Math.random() * 700);
      renameSync(away, mount);
    }
    expect(await running.ended()).toBe(0);
    expect(await status()).toMatchObject(ALL_DONE);
  });
});

describe("documents in S3", () => {
  const keys = { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER", AWS_REGION: "eu-central-1" };
  const directory = join(folder, "s3");
  let objects: S3rver;
  let port: number;
  let env: Readonly<Record<string, string>>;

  const opened = (at: number): S3rver =>
    new S3rver({ port: at, silent: true, directory, configureBuckets: [{ name: "scans", configs: [] }] });

  beforeAll(async () => {
    mkdirSync(directory);
    objects = opened(0);
    ({ port } = await objects.run());
    env = { ...keys, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` };
    const credentials = { accessKeyId: keys.AWS_ACCESS_KEY_ID, secretAccessKey: keys.AWS_SECRET_ACCESS_KEY };
    const client = new S3Client({
      forcePathStyle: true,
      region: keys.AWS_REGION,
      endpoint: `http://127.0.0.1:${port}`,
      credentials,
    });
    for (const [index, Body] of letters().entries()) {
      await client.send(new PutObjectCommand({ Bucket: "scans", Key: `2023/${index}.txt`, Body }));
    }
    client.destroy();
  });

  afterAll(() => objects.close());

  it("wait while S3 is away, or the bucket, or the rights", async () => {
    const { hm, status, worker } = await newFleet("objects", env);
    expect(await hm("enqueue", "--base", "s3://scans/2023")).toMatchObject({ code: 0 });
    await objects.close();
    const waiting = worker();
    await waiting.tells(/s3:\/\/scans.*waits/u);
    await sleep(3000);
    expect(await status()).toMatchObject({ waiting: LETTERS, records: 0, failures: {} });
    objects = opened(port);
    await objects.run();
    expect(await waiting.ended()).toBe(0);
    expect(await status()).toMatchObject(ALL_DONE);
  });

  it.each([
    ["S3 that is not there", { AWS_ENDPOINT_URL_S3: "http://127.0.0.1:1" }, "s3://scans/2023", /cannot be reached/u],
    ["a bucket that is not there", {}, "s3://scanz/2023", /has no such bucket/u],
    ["keys that S3 does not know", { AWS_ACCESS_KEY_ID: "nobody" }, "s3://scans/2023", /refuses|rights/u],
  ])("%s: `enqueue` names it, and neither the database nor a fault", async (_what, wrong, base, names) => {
    const { url } = await newFleet(`cause_${Math.random().toString(36).slice(2)}`);
    const ended = await runProgram(["enqueue", "--base", base, "--db", url], { env: { ...env, ...wrong } });
    expect(ended.code).toBe(12);
    expect(ended.err).toMatch(names);
    expect(ended.err).not.toMatch(/database|fault of the program/u);
  });
});

describe("a role without its rights", () => {
  it("is told which right it lacks, and that this is no fault of the program", async () => {
    const { hm } = await newFleet("rights");
    expect(await hm("enqueue")).toMatchObject({ code: 0 });
    await server().run(`CREATE ROLE stranger LOGIN PASSWORD '${PASSWORD}'`);
    const url = server().url("rights", `stranger:${encodeURIComponent(PASSWORD)}`);
    for (const args of [["status"], ["worker", "--until-empty"], ["enqueue"]]) {
      const { code, err } = await runProgram([...args, "--db", url]);
      expect(code).toBe(8);
      expect(err).toMatch(/permission denied.*README/u);
      expect(err).not.toMatch(/fault of the program/u);
    }
  });
});

describe("a worker of another version than was asked for", () => {
  it("leaves what is to be done again to those of that version", async () => {
    const texts = join(folder, "versions");
    mkdirSync(texts);
    for (const [index, text] of letters().entries()) writeFileSync(join(texts, `${index}.txt`), text);
    const { url, hm, status, worker } = await newFleet("versions");
    expect(await hm("enqueue", "--base", texts)).toMatchObject({ code: 0 });
    expect(await worker().ended()).toBe(0);
    const options = ["--min-confidence", "0.5"];
    expect((await hm("enqueue", "--base", texts, "--redo", ...options)).err).toContain(`${LETTERS} queued`);

    const older = worker();
    await older.tells(/another version/u);
    await sleep(2000);
    expect(await status()).toMatchObject({ waiting: LETTERS, active: 0 });
    const newer = worker(...options);
    expect(await Promise.all([newer.ended(), older.ended()])).toEqual([0, 0]);
    const made = await server().run("SELECT DISTINCT pipeline_version AS v FROM hausmitteilung.current_record", url);
    expect(made.rows).toHaveLength(1);
    const before = await server().run("SELECT count(*)::int AS count FROM hausmitteilung.outcome", url);
    expect(before.rows).toEqual([{ count: 2 * LETTERS }]);
  });
});
