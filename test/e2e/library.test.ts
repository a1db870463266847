import { execFile } from "node:child_process";
import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { FIXTURES, runProgram } from "./program.ts";

const TEXT = join(FIXTURES, "einzelner-punkt", "memo.txt");
const SEVERAL = join(FIXTURES, "sammelmappe", "memo.pdf");
const INVOICE = join(FIXTURES, "rechnung", "memo.txt");

/** The built library, as its users have it: children are started from built files. */
const BUILT = new URL("../../dist/index.js", import.meta.url).href;
const {
  createParser,
  parseFiles,
  parseMemo,
  repairText,
  MemoError,
  recordSchema,
}: typeof import("../../src/index.ts") = await import(BUILT);

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** How many child processes this one has. */
function childCount(): number {
  const tasks = readdirSync("/proc/self/task");
  const children = tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, "utf8").trim().split(" "));
  return children.filter((pid) => pid !== "").length;
}

describe("parseFiles", () => {
  it("gives an outcome for each file, in their order, the records those of the command", async () => {
    const outcomes = await all(parseFiles([TEXT, "/nowhere.pdf", SEVERAL, INVOICE], { jobs: 2 }));
    expect(outcomes.map(({ source }) => source)).toEqual([TEXT, "/nowhere.pdf", SEVERAL, INVOICE]);
    expect(outcomes.map((outcome) => ("failure" in outcome ? outcome.failure.code : outcome.records.length))).toEqual([
      1,
      "file-not-found",
      2,
      "not-a-memo",
    ]);
    const [first] = outcomes;
    const printed = await runProgram(["parse", TEXT]);
    expect(first !== undefined && "records" in first && first.records[0]).toEqual(JSON.parse(printed.out));
  });

  it("works twice at once, with options of each call's own", async () => {
    const [repaired, asRead] = await Promise.all([
      all(parseFiles([TEXT], { jobs: 1 })),
      all(parseFiles([TEXT], { jobs: 1, correct: false })),
    ]);
    const counts = [repaired, asRead].map(([outcome]) =>
      outcome !== undefined && "records" in outcome ? outcome.records[0]?.corrections.length : null,
    );
    expect(counts[0]).toBeGreaterThan(Number(counts[1]));
  });

  it("takes no more names than it needs, and ends when the loop is left", async () => {
    let taken = 0;
    function* endless(): Generator<string> {
      for (;;) {
        taken += 1;
        yield TEXT;
      }
    }
    for await (const outcome of parseFiles(endless(), { jobs: 1 })) {
      expect(outcome).toMatchObject({ source: TEXT });
      break;
    }
    expect(taken).toBe(2);
  });

  it("throws the signal's reason when aborted, before and amid the work", async () => {
    const stop = new Error("enough");
    await expect(all(parseFiles([TEXT], { signal: AbortSignal.abort(stop) }))).rejects.toBe(stop);
    const amid = new AbortController();
    const work = all(parseFiles([TEXT, TEXT], { jobs: 1, signal: amid.signal }));
    setTimeout(() => amid.abort(stop), 100);
    await expect(work).rejects.toBe(stop);
  });
});

describe("parseMemo", () => {
  it("gives valid records, and leaves the bytes as they are", async () => {
    const bytes = readFileSync(SEVERAL);
    const before = Buffer.from(bytes);
    const records = await parseMemo("in/several.pdf", bytes);
    expect(records.map((record) => recordSchema.parse(record).source.file)).toEqual(["several.pdf", "several.pdf"]);
    expect(bytes.equals(before)).toBe(true);
  });

  it("throws a MemoError with a code", async () => {
    const failing = parseMemo("rechnung.txt", readFileSync(INVOICE));
    await expect(failing).rejects.toThrow(MemoError);
    await expect(failing).rejects.toMatchObject({ code: "not-a-memo" });
  });
});

describe("many calls of parseMemo at once", () => {
  it("share one set of child processes, whose number is bounded", async () => {
    const bytes = readFileSync(TEXT);
    const before = childCount();
    let most = before;
    const count = setInterval(() => {
      most = Math.max(most, childCount());
    }, 20);
    const all = await Promise.all(Array.from({ length: 20 }, () => parseMemo("memo.txt", bytes, { jobs: 2 })));
    clearInterval(count);
    expect(all.map((records) => records.length)).toEqual(Array(20).fill(1));
    expect(most - before).toBeLessThanOrEqual(2);
  });
});

describe("createParser", () => {
  it("parses paths, URLs, bytes, blobs, files and streams, and names them", async () => {
    const parser = createParser({ jobs: 1 });
    const bytes = readFileSync(TEXT);
    const inputs = [
      TEXT,
      pathToFileURL(TEXT),
      bytes,
      new Blob([bytes]),
      new File([bytes], "letter.txt"),
      createReadStream(TEXT),
      new Blob([bytes]).stream(),
      { name: "in/box.txt", content: bytes },
    ];
    const outcomes = await all(parser.parseMany(inputs));
    await parser.close();
    const records = outcomes.map((outcome) => ("records" in outcome ? outcome.records[0] : undefined));
    const names = ["memo.txt", "memo.txt", "-", "-", "letter.txt", "-", "-", "box.txt"];
    expect(records.map((record) => record?.source.file)).toEqual(names);
    expect(new Set(records.map((record) => JSON.stringify(record?.memo))).size).toBe(1);
  });

  it("tells how far each file has come", async () => {
    const heard: unknown[] = [];
    const parser = createParser({ jobs: 1, onProgress: (progress) => heard.push(progress) });
    await parser.parse(SEVERAL);
    await parser.close();
    expect(heard[0]).toEqual({ source: SEVERAL, stage: "open" });
    expect(heard).toContainEqual({ source: SEVERAL, stage: "read", page: 1, of: expect.any(Number) });
    expect(heard.at(-1)).toEqual({ source: SEVERAL, stage: "understand" });
  });

  it("holds files to its limits, streams too, and reports a stream that fails", async () => {
    const parser = createParser({ jobs: 1, limits: { fileBytes: 100 } });
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from("Datum");
      throw new Error("connection lost");
    };
    const outcomes = await all(parser.parseMany([TEXT, readFileSync(TEXT), failing()], { order: "completion" }));
    await parser.close();
    const codes = outcomes
      .sort((one, other) => one.index - other.index)
      .map((outcome) => ("failure" in outcome ? outcome.failure.code : null));
    expect(codes).toEqual(["file-too-large", "file-too-large", "file-unreadable"]);
  });

  it("ends one call by its signal, and leaves the others alone", async () => {
    const parser = createParser({ jobs: 2 });
    const stop = new AbortController();
    const scan = join(FIXTURES, "zwischenstand", "scan.pdf");
    const ended = parser.parse(scan, { signal: stop.signal, onProgress: () => stop.abort(new Error("enough")) });
    const other = parser.parse(TEXT);
    await expect(ended).rejects.toThrow("enough");
    expect(await other).toHaveLength(1);
    expect([parser.active, parser.waiting]).toEqual([0, 0]);
    await parser.close();
  });

  it("rejects what is in hand when it is closed, and what comes later", async () => {
    const before = childCount();
    const parser = createParser({ jobs: 1 });
    const calls = Promise.allSettled(Array.from({ length: 5 }, () => parser.parse(TEXT)));
    await parser[Symbol.asyncDispose]();
    const names = (await calls).map((call) => (call.status === "rejected" ? call.reason.name : null));
    expect(names).toEqual(Array(5).fill("AbortError"));
    await expect(parser.parse(TEXT)).rejects.toMatchObject({ name: "AbortError" });
    expect(childCount()).toBe(before);
  });

  it("leaves no file behind", async () => {
    const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("hausmitteilung-"));
    const before = folders();
    const parser = createParser({ jobs: 1 });
    await parser.parse(readFileSync(TEXT));
    await expect(parser.parse(readFileSync(INVOICE))).rejects.toThrow(MemoError);
    await parser.close();
    expect(folders().filter((name) => !before.includes(name))).toEqual([]);
  });
});

describe("repairText", () => {
  it("gives the text and its changes, which make the one from the other", async () => {
    const broken = "Der Beschluss wird der Landes-\nhauptstadt Dresden mit-\ngeteilt.\n";
    const { text, changes } = await repairText(broken);
    expect(text).toBe("Der Beschluss wird der Landeshauptstadt Dresden mitgeteilt.\n");
    const applied = changes.reduceRight(
      (done, { start, end, to }) => done.slice(0, start) + to + done.slice(end),
      broken,
    );
    expect(applied).toBe(text);
  });

  it("leaves the text alone where it is told to", async () => {
    expect(await repairText("mit-\ngeteilt", { correct: false })).toEqual({ text: "mit-\ngeteilt", changes: [] });
  });
});

describe("a program that uses the library", () => {
  it("prints what it prints itself, has no globals it had not, and ends by itself", async () => {
    const program = `
      const { writeSync } = require("node:fs");
      import(${JSON.stringify(BUILT)}).then(async ({ parseFiles, repairText }) => {
        const names = () => Object.getOwnPropertyNames(globalThis);
        const before = new Set(names());
        for await (const { records } of parseFiles([${JSON.stringify(SEVERAL)}])) writeSync(1, String(records.length));
        await repairText("Text");
        writeSync(1, JSON.stringify(names().filter((name) => !before.has(name))));
      });`;
    const ended = await promisify(execFile)(process.execPath, ["-e", program]);
    expect(ended).toEqual({ stdout: "2[]", stderr: "" });
  });
});
