import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type BatchFlags, batch } from "../../src/cli/batch.ts";
import { type RetryFlags, retry } from "../../src/cli/retry.ts";
import { status } from "../../src/cli/status.ts";
import { verify } from "../../src/cli/verify.ts";
import { MemoError } from "../../src/model/failure.ts";
import { logEventSchema } from "../../src/report/event-schema.ts";
import type { FileTask } from "../../src/workers/protocol.ts";
import type { TaskRunner } from "../../src/workers/worker-pool.ts";
import { hashOf } from "../archive/job-store-contract.ts";
import { recordOf } from "../archive/record-of.ts";
import { type BufferShell, bufferShell } from "./buffer-shell.ts";

let folder: string;
let flags: BatchFlags;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "batch-"));
  mkdirSync(join(folder, "in"));
  flags = {
    out: join(folder, "out"),
    source: "auto",
    correct: true,
    minConfidence: 0,
    progress: "auto",
    format: "json",
    oparlBase: "https://ris.example.org/oparl/",
  };
});

function input(name: string, text: string): void {
  writeFileSync(join(folder, "in", name), text);
}

/** Gives what a file's text says: a record, one to be reviewed, or the failure of that code. */
function fakeRunner(onTask: (task: FileTask) => void = () => {}): TaskRunner {
  return {
    jobs: 1,
    async run(_name: string, argument: unknown): Promise<never> {
      const task = argument as FileTask;
      onTask(task);
      const text = readFileSync(task.path, "utf8");
      if (!/^(?:memo|review)/u.test(text)) throw new MemoError(text as MemoError["code"], `${text}!`);
      const identity = { sha256: hashOf(text), bytes: text.length, name: task.name };
      const record = recordOf(identity, "memo");
      const memo = { ...record.memo, confidential: text.endsWith("confidential") };
      return { records: [{ ...record, memo, status: text === "review" ? "needs-review" : "ok" }] } as never;
    },
    async close() {},
  };
}

const run = (given: Partial<BatchFlags> = {}, shell: BufferShell = bufferShell(), runner = fakeRunner()) =>
  batch([join(folder, "in")], { ...flags, ...given }, shell, () => runner);

describe("batch", () => {
  it("ends with the same code when it is run again, and says what it came to", async () => {
    for (const [name, text] of [
      ["a", "memo"],
      ["b", "review"],
      ["c", "no-text"],
      ["d", "no-text"],
    ] as const)
      input(name, text);
    const [first, second] = [bufferShell(), bufferShell()];
    expect(await run({}, first)).toBe(3);
    expect(await run({}, second)).toBe(3);
    expect(first.out()).toBe("");
    expect(first.err()).toMatch(/records +2 +2\n +to be reviewed +1 +1\nfailed +1 +1\n +no-text +1 +1 {2}No text/u);
    expect(second.err()).toMatch(/records +0 +2\n/u);
    expect(second.err()).toMatch(/passed over, done already +4\n/u);
  });

  it.each([
    [["memo"], undefined, 0],
    [["memo", "review"], "review", 4],
    [["memo", "record-invalid"], undefined, 5],
    [["memo", "internal-error", "no-text"], undefined, 1],
  ] as const)("over %j with --fail-on %s ends with %i", async (texts, failOn, code) => {
    for (const text of texts) input(text, text);
    expect(await run(failOn === undefined ? {} : { failOn })).toBe(code);
  });

  it("says in German what comes next, where the terminal is German", async () => {
    input("a", "memo");
    const german = {
      ...bufferShell(),
      environment: { NO_COLOR: "1", LANG: "de_DE.UTF-8" } as BufferShell["environment"],
    };
    await run({}, german);
    expect(german.err()).toContain(`Prüfen am Bildschirm:   hausmitteilung review ${flags.out}\n`);
    const english = bufferShell();
    await run({}, english);
    expect(english.err()).not.toContain("Prüfen");
  });

  it("gives events to machines, and nothing else on standard error", async () => {
    input("a", "memo");
    const shell = bufferShell();
    await run({ progress: "json" }, shell);
    const events = shell
      .err()
      .trimEnd()
      .split("\n")
      .map((line) => logEventSchema.parse(JSON.parse(line)));
    expect(events.map(({ event }) => event)).toEqual(["run-begun", "file-begun", "file-done", "batch-done"]);
    expect(events.at(-1)).toMatchObject({ files: 1, records: 1, pages: 1, archive: { records: 1, failures: {} } });
  });

  it("gives OParl objects too, where they are asked for: one a memo, a list, and none of what is confidential", async () => {
    input("a", "memo");
    input("b", "memo confidential");
    await run({ format: "oparl" });
    const oparl = join(flags.out, "oparl");
    const ids = readdirSync(join(oparl, "paper"));
    expect(ids).toEqual([`${hashOf("memo")}-1.json`]);
    const paper = JSON.parse(readFileSync(join(oparl, "paper", ids[0] ?? ""), "utf8"));
    expect(paper.mainFile.sha512Checksum).toBe(createHash("sha512").update("memo").digest("hex"));
    expect(paper.modified).toBe(statSync(join(folder, "in", "a")).mtime.toISOString());
    const list = JSON.parse(readFileSync(join(oparl, "papers", "1.json"), "utf8"));
    expect(list).toMatchObject({ data: [paper], pagination: { totalElements: 1, totalPages: 1 } });

    const shell = bufferShell();
    await run({ format: "oparl", oparlConfidential: true }, shell);
    expect(readdirSync(join(oparl, "paper"))).toHaveLength(2);
    await run({ format: "oparl" }, shell);
    expect(readdirSync(join(oparl, "paper"))).toEqual(ids);
    expect(shell.err()).toContain("b: a memo is marked as confidential and was left out");
  });

  it("after the first Ctrl-C begins nothing more, keeps what it has, and makes the indexes", async () => {
    for (const name of ["a", "b", "c", "d", "e"]) input(name, `memo ${name}`);
    const shell = bufferShell();
    expect(
      await run(
        {},
        shell,
        fakeRunner(() => shell.drain()),
      ),
    ).toBe(130);
    expect(shell.err()).toMatch(/The run was interrupted: \d files left; the same command goes on with them\.\n$/u);
    const kept = readFileSync(join(flags.out, "records.ndjson"), "utf8").trimEnd().split("\n");
    expect(kept.length).toBeLessThan(5);
    expect(await run()).toBe(0);
    expect(readFileSync(join(flags.out, "records.ndjson"), "utf8").trimEnd().split("\n")).toHaveLength(5);
  });

  it("leaves an archive alone that another run writes into", async () => {
    input("a", "memo");
    await run();
    const holder = { host: hostname(), pid: process.pid, birth: null, since: "today", token: "other" };
    writeFileSync(join(flags.out, "lock"), JSON.stringify({ ...holder, host: "elsewhere" }));
    await expect(run()).rejects.toMatchObject({ name: "CommandFailed", code: 11 });
  });

  it("stops where the archive cannot be written, and loses nothing", async () => {
    for (const name of ["a", "b"]) input(name, `memo ${name}`);
    mkdirSync(flags.out);
    writeFileSync(join(flags.out, "records"), "a file where a folder should be");
    await expect(run()).rejects.toMatchObject({
      name: "CommandFailed",
      message: expect.stringContaining("cannot be written"),
    });
    rmSync(join(flags.out, "records"));
    expect(await run()).toBe(0);
    expect(existsSync(join(flags.out, "lock"))).toBe(false);
  });

  it("stops at what the next file would meet as well", async () => {
    for (const name of ["a", "b"]) input(name, "language-data-missing");
    await expect(run()).rejects.toMatchObject({ name: "CommandFailed" });
    expect(readdirSync(flags.out)).toEqual(["sealed.json"]);
  });

  it("gives up when the folder with the files vanishes, instead of calling each of them missing", async () => {
    for (const name of ["a", "b", "c"]) input(name, `memo ${name}`);
    const gone = fakeRunner(() => {
      rmSync(join(folder, "in"), { recursive: true, force: true });
      throw new MemoError("file-not-found");
    });
    await expect(run({}, bufferShell(), gone)).rejects.toMatchObject({ name: "CommandFailed" });
  });
});

describe("batch refuses", () => {
  it("a folder that is not there, and makes no archive for it", async () => {
    const nowhere = batch([join(folder, "inn")], flags, bufferShell(), () => fakeRunner());
    await expect(nowhere).rejects.toMatchObject({ name: "WrongUse", message: expect.stringContaining("inn") });
    expect(existsSync(flags.out)).toBe(false);
    input("a", "memo");
    expect(await batch([join(folder, "in"), join(folder, "b")], flags, bufferShell(), () => fakeRunner())).toBe(3);
  });

  it.each([["in"], ["in/archive"], ["in/new/archive"], ["link/archive"]])(
    "an archive in what it reads: %s",
    async (out) => {
      input("a", "memo");
      symlinkSync(join(folder, "in"), join(folder, "link"));
      await expect(run({ out: join(folder, out) })).rejects.toMatchObject({
        name: "WrongUse",
        message: expect.stringContaining("name a folder outside"),
      });
      expect(readdirSync(join(folder, "in"))).toEqual(["a"]);
    },
  );

  it("a folder that cannot be made, and says why", async () => {
    input("a", "memo");
    await expect(run({ out: "/proc/x/archive" })).rejects.toMatchObject({
      name: "CommandFailed",
      message: expect.stringMatching(/cannot be made: no folder can be made there \(ENOENT\)/u),
    });
    await expect(run({ out: join(folder, "in", "a", "archive") })).rejects.toThrow();
    expect(existsSync(flags.out)).toBe(false);
  });
});

describe("batch --watch", () => {
  it("takes what comes into the folder, until Ctrl-C", async () => {
    input("a", "memo a");
    const shell = bufferShell();
    const runner = fakeRunner(({ name }) => {
      if (name === "a") input("b", "memo b");
      else shell.drain();
    });
    // A look costs nothing here; a whole second between two would.
    expect(await run({ watch: 0.001 }, shell, runner)).toBe(130);
    expect(readFileSync(join(flags.out, "records.ndjson"), "utf8").trimEnd().split("\n")).toHaveLength(2);
  });
});

describe("patterns", () => {
  it("are matched where the shell does not", async () => {
    for (const name of ["a.txt", "b.md", "[c].txt"]) input(name, `memo ${name}`);
    const pattern = join(folder, "**", "*.txt");
    expect(await batch([pattern, join(folder, "in", "[c].txt")], flags, bufferShell(), () => fakeRunner())).toBe(0);
    expect(readFileSync(join(flags.out, "records.ndjson"), "utf8").trimEnd().split("\n")).toHaveLength(2);
    const nothing = batch([join(folder, "*.pdf")], flags, bufferShell(), () => fakeRunner());
    await expect(nothing).rejects.toMatchObject({ name: "WrongUse" });
  });
});

describe("retry", () => {
  it("does again what failed for a reason", async () => {
    input("a", "time-limit");
    input("b", "no-text");
    await run();
    const tried: string[] = [];
    const retryFlags: RetryFlags = { ...flags, reason: "time-limit" };
    const runner = fakeRunner((task) => tried.push(task.name));
    expect(await retry(flags.out, retryFlags, bufferShell(), () => runner)).toBe(3);
    expect(tried).toEqual(["a"]);
  });

  it("refuses a folder that is no archive", async () => {
    await expect(retry(folder, flags, bufferShell())).rejects.toMatchObject({ name: "WrongUse" });
  });
});

describe("status and verify", () => {
  it("tell what an archive holds, and that all is well", async () => {
    input("a", "memo");
    input("b", "pdf-encrypted");
    await run();
    const [told, json, verified] = [bufferShell(), bufferShell(), bufferShell()];
    expect(await status(flags.out, {}, told)).toBe(0);
    expect(told.out()).toMatch(
      /records +1\n[\s\S]+pdf-encrypted +1 {2}The PDF needs a password\.\nwithout a record:\n {2}pdf-encrypted {2}.*\/in\/b\nmade by 0\./u,
    );
    await status(flags.out, { json: true }, json);
    expect(JSON.parse(json.out())).toMatchObject({
      records: 1,
      failures: { "pdf-encrypted": 1 },
      failedFiles: [{ name: join(folder, "in", "b"), code: "pdf-encrypted" }],
      running: null,
    });
    expect(await verify(flags.out, {}, verified)).toBe(0);
  });

  it("follow a run until it ends, with --watch", async () => {
    input("a", "memo");
    await run();
    const holder = { host: "elsewhere", pid: 1, birth: null, since: "today", token: "other" };
    writeFileSync(join(flags.out, "lock"), JSON.stringify(holder));
    const shell = bufferShell();
    const followed = status(flags.out, { watch: true, json: true }, shell);
    await expect.poll(() => shell.out()).toContain("elsewhere");
    rmSync(join(flags.out, "lock"));
    expect(await followed).toBe(0);
    const reports = shell.out().trimEnd().split("\n");
    expect(reports.map((line) => JSON.parse(line).running === null)).toEqual([false, true]);
  });

  it("exit with 7 where something is off, a line for each", async () => {
    input("a", "memo");
    await run();
    rmSync(join(flags.out, "index.csv"));
    const shell = bufferShell();
    expect(await verify(flags.out, {}, shell)).toBe(7);
    expect(shell.out()).toBe("index.csv: is not what the archive gives; the next `batch` mends it\n");
  });
});
