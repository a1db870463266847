import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../src/fleet/connect.ts";
import { describeJobStore } from "../archive/job-store-contract.ts";
import { CERTIFICATE, PASSWORD } from "../fleet/postgres-server.ts";
import { HOOK_TIMEOUT_MS, serverForTests } from "../fleet/server-under-test.ts";
import { type Prepared, prepared, storeIn } from "../fleet/store-under-test.ts";
import { FIXTURES, refusing, runProgram } from "./program.ts";

const server = serverForTests();

describe("a PostgreSQL server", () => {
  let shared: Prepared;

  beforeAll(async () => {
    shared = await prepared(await connect(await server().createDatabase("contract"), { connections: 10 }));
  }, HOOK_TIMEOUT_MS);

  afterAll(async () => {
    await shared.boss.stop({ close: false });
    await shared.database.close();
  });

  describeJobStore("a PostgreSQL server", (contents) => storeIn(shared, contents));
});

describe("a connection", () => {
  const isEncrypted = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

  it("is encrypted, and its server's certificate checked, where the URL says so", async () => {
    const url = `${server().url()}?sslmode=verify-full&sslrootcert=${CERTIFICATE}`;
    const database = await connect(url, { connections: 1 });
    expect(await database.query(isEncrypted)).toEqual([{ ssl: true }]);
    await database.close();
    await expect(connect(`${server().url()}?sslmode=verify-full`, { connections: 1 })).rejects.toThrow(/certificate/u);
  });

  it("is not where it says otherwise", async () => {
    const database = await connect(`${server().url()}?sslmode=disable`, { connections: 1 });
    expect(await database.query(isEncrypted)).toEqual([{ ssl: false }]);
    await database.close();
  });

  it.each([
    ["with a wrong password", () => `postgres://postgres:falsch@127.0.0.1:${server().port}/postgres`],
    ["to a server that is not there", () => "postgres://postgres:falsch@127.0.0.1:1/postgres"],
    ["to what is no URL", () => "falsch@127.0.0.1"],
  ])("%s fails with a reason that holds no password", async (_what, url) => {
    const error = await connect(url(), { connections: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "DatabaseUnusable" });
    expect(String(error)).not.toContain("falsch");
  });
});

describe("commands without --db", () => {
  const env = refusing(/^(?:pg|pg-boss|prom-client|@aws-sdk\/.*)$/);
  const memo = join(FIXTURES, "einzelner-punkt", "memo.txt");

  it("load nothing of the fleet", async () => {
    const archive = join(mkdtempSync(join(tmpdir(), "fleet-lazy-")), "archive");
    const runs = [["--help"], ["parse", memo], ["batch", memo, "--out", archive], ["status", archive], ["schema"]];
    for (const args of runs) expect(await runProgram(args, { env })).toMatchObject({ code: 0 });
  });

  it("unlike those with it", async () => {
    const { err } = await runProgram(["status", "--db", server().url()], { env });
    expect(err).toContain("refused: ");
  });
});

describe("the commands of the fleet, each in the role that the documents give it", () => {
  const folder = mkdtempSync(join(tmpdir(), "fleet-"));
  const inputs = join(folder, "inputs");
  const roleUrl = (role: string): string => server().url("memos", `${role}:${encodeURIComponent(PASSWORD)}`);

  const hm = (role: string, args: readonly string[]) =>
    runProgram(args, { env: { HAUSMITTEILUNG_DB: roleUrl(role), TZ: "UTC" } });

  beforeAll(async () => {
    await server().createDatabase("memos");
    const [roles = "", grants = ""] = sqlOfOperations();
    await server().run(roles.replaceAll(" LOGIN", ` LOGIN PASSWORD '${PASSWORD}'`));
    expect(await hm("memos_owner", ["enqueue"])).toMatchObject({ code: 0 });
    await server().run(grants, roleUrl("memos_owner"));
    mkdirSync(inputs);
    for (const name of readdirSync(FIXTURES)) {
      const memo = join(FIXTURES, name, "memo.txt");
      if (existsSync(memo)) cpSync(memo, join(inputs, `${name}.txt`));
    }
    writeFileSync(join(inputs, "empty.txt"), "");
    cpSync(join(inputs, "rechnung.txt"), join(inputs, "z-copy.txt"));
  }, HOOK_TIMEOUT_MS);

  it("queue each content once", async () => {
    const files = readdirSync(inputs).length;
    const first = await hm("memos_clerk", ["enqueue", "inputs", "--base", folder]);
    expect(first.err).toBe(`${files} files: ${files - 1} queued, 1 known already, 0 unreadable\n`);
    const again = await hm("memos_clerk", ["enqueue", inputs]);
    expect(again.err).toBe(`${files} files: 0 queued, ${files} known already, 0 unreadable\n`);
    expect(JSON.parse((await hm("memos_reader", ["status", "--json"])).out)).toMatchObject({ waiting: files - 1 });
  });

  it("work, answer operators, end what is in hand when told to, and show no password", async () => {
    let commandLine = "";
    let answers: readonly string[] = [];
    const url = roleUrl("memos_worker");
    const ended = await runProgram(["worker", "--db", url, "--jobs", "2", "--metrics-port", "0"], {
      onStart: (child) => {
        let log = "";
        child.stderr?.on("data", async (text: string) => {
          log += text;
          const port = /port (\d+)/u.exec(log)?.[1];
          if (port === undefined || !log.includes("file-done") || answers.length > 0) return;
          answers = ["/healthz", "/readyz", "/metrics"];
          commandLine = readFileSync(`/proc/${child.pid}/cmdline`, "utf8");
          answers = await Promise.all(answers.map((path) => body(`http://127.0.0.1:${port}${path}`)));
          child.kill("SIGTERM");
        });
      },
    });
    expect(ended.code).toBe(0);
    expect(answers.slice(0, 2)).toEqual(["ok\n", "ready\n"]);
    expect(answers[2]).toMatch(/^hausmitteilung_documents_total\{outcome="records"\} [1-9]/mu);
    expect(answers[2]).toMatch(/^hausmitteilung_database_up 1$/mu);
    expect(ended.err).toContain("The worker has ended.");
    expect(commandLine).toContain("hausmitteilung");
    for (const shown of [commandLine, ended.err]) expect(shown).not.toContain(encodeURIComponent(PASSWORD));
  });

  it("make the same archive as `batch`, to the byte", async () => {
    expect(await hm("memos_worker", ["worker", "--until-empty", "--jobs", "2"])).toMatchObject({ code: 0 });
    const [exported, made] = [join(folder, "exported"), join(folder, "made")];
    expect(await hm("memos_reader", ["export", "--out", exported])).toMatchObject({ code: 0 });
    expect(await runProgram(["batch", inputs, "--out", made], { env: { TZ: "UTC" } })).toMatchObject({ code: 3 });
    expect(execFileSync("diff", ["-r", exported, made], { encoding: "utf8" })).toBe("");
    expect(await runProgram(["verify", exported])).toMatchObject({ code: 0 });
    const [, , question = ""] = sqlOfOperations();
    const { fields } = await server().run(question, roleUrl("memos_reader"));
    expect(fields.map(({ name }) => name)).toEqual(["date", "paper", "subject"]);
  });

  it("queue again what failed, for one reason or all", async () => {
    const known = JSON.parse((await hm("memos_reader", ["status", "--json"])).out);
    expect(known).toMatchObject({ waiting: 0, active: 0, failures: { "file-empty": 1, "not-a-memo": 1 } });
    expect((await hm("memos_clerk", ["retry", "--reason", "file-empty"])).err).toBe("1 file queued again\n");
    expect((await hm("memos_clerk", ["retry"])).err).toBe("1 file queued again\n");
    expect(await hm("memos_worker", ["worker", "--until-empty", "--jobs", "1"])).toMatchObject({ code: 0 });
    const watched = await hm("memos_reader", ["status", "--watch", "--json"]);
    // The pace is that of the moment.
    expect(JSON.parse(watched.out)).toEqual({ ...known, perHour: null, secondsLeft: null });
  });

  it("tell failures by name and reason, versions, and what each document took", async () => {
    const known = JSON.parse((await hm("memos_reader", ["status", "--json"])).out);
    expect(known.failedFiles).toEqual([
      { name: join(inputs, "empty.txt"), code: "file-empty" },
      { name: join(inputs, "rechnung.txt"), code: "not-a-memo" },
    ]);
    expect(known).toMatchObject({ failedNames: 2, workers: [], wanted: {} });
    expect(Object.values(known.versions)).toEqual([readdirSync(inputs).length - 1]);
    const { rows } = await server().run(
      "SELECT FROM hausmitteilung.outcome WHERE attempts IS NULL OR seconds IS NULL",
      roleUrl("memos_reader"),
    );
    expect(rows).toEqual([]);
    const { out } = await hm("memos_reader", ["status"]);
    expect(out).toMatch(/^ {2}file-empty {2}.*empty\.txt$/mu);
    expect(out).toMatch(/^no worker$/mu);
  });

  it("tell it as a page that nobody can change anything by, until told to end", async () => {
    let answers: readonly Response[] = [];
    const ended = await runProgram(["status", "--db", roleUrl("memos_reader"), "--port", "0"], {
      onStart: (child) => {
        child.stderr?.on("data", async (text: string) => {
          const url = /http:\S+/u.exec(text)?.[0];
          if (url === undefined) return;
          answers = await Promise.all([fetch(url), fetch(url, { method: "POST" }), fetch(`${url}records`)]);
          expect(await answers[0]?.text()).toContain("empty.txt");
          child.kill("SIGINT");
        });
      },
    });
    expect(answers.map(({ status }) => status)).toEqual([200, 405, 404]);
    expect(ended.code).toBe(0);
  });

  it.each([
    ["memos_reader", "UPDATE hausmitteilung.record SET status = 'ok'"],
    ["memos_reader", "DELETE FROM pgboss.job"],
    ["memos_clerk", "DELETE FROM hausmitteilung.record"],
    ["memos_clerk", "DELETE FROM hausmitteilung.document"],
    ["memos_worker", "DELETE FROM hausmitteilung.outcome"],
    ["memos_worker", "DROP TABLE hausmitteilung.record"],
    ["memos_worker", "CREATE TABLE hausmitteilung.more ()"],
  ])("do no more than they need: %s may not %s", async (role, sql) => {
    await expect(server().run(sql, roleUrl(role))).rejects.toThrow(/permission denied|must be owner/u);
  });
});

async function body(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** The roles and their rights, as the document on operations has them. */
function sqlOfOperations(): string[] {
  const operations = readFileSync(new URL("../../.github/docs/operations.md", import.meta.url), "utf8");
  return [...operations.matchAll(/^```sql\n(.*?)^```/gmsu)].map(([, sql = ""]) => sql);
}
