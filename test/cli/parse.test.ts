import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type ParseFlags, parse } from "../../src/cli/parse.ts";
import { MemoError } from "../../src/model/failure.ts";
import type { FileTask } from "../../src/workers/protocol.ts";
import type { TaskRunner } from "../../src/workers/worker-pool.ts";
import { recordOf } from "../archive/record-of.ts";
import { bufferShell } from "./buffer-shell.ts";

const OPARL_BASE = "https://ris.example.org/";
const FLAGS: ParseFlags = { format: "json", oparlBase: OPARL_BASE, source: "auto", correct: true, minConfidence: 0 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parse-"));
});

function input(name: string, text = ""): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Gives what the file's text says: "ok", "review", "two memos", or the code it is to fail with. */
function fakeRunner(): TaskRunner & { readonly seen: FileTask[]; closed: boolean } {
  const runner = {
    jobs: 2,
    seen: [] as FileTask[],
    closed: false,
    async run(_name: string, argument: unknown): Promise<never> {
      const task = argument as FileTask;
      runner.seen.push(task);
      return { records: answer(readFileSync(task.path, "utf8"), task.name) } as never;
    },
    async close() {
      runner.closed = true;
    },
  };
  return runner;
}

function answer(text: string, name: string): object[] {
  const record = {
    status: text === "review" ? "needs-review" : "ok",
    source: { file: name, pages: { first: 1, of: 1 } },
    diagnostics: [],
  };
  if (/^(?:open|confidential) memo$/u.test(text)) {
    const whole = recordOf({ sha256: "0".repeat(64), bytes: 0, name }, "Bäume");
    return [{ ...whole, memo: { ...whole.memo, kind: "Anfrage", confidential: text.startsWith("confidential") } }];
  }
  if (text === "two memos") return [record, { ...record, status: "needs-review" }];
  if (text === "ok" || text === "review") return [record];
  if (text === "a fault") throw new TypeError("undefined is not a memo");
  throw new MemoError(text as MemoError["code"], `${text}!`);
}

const okRecord = (file: string): object => ({
  status: "ok",
  source: { file, pages: { first: 1, of: 1 } },
  diagnostics: [],
});

function lines(text: string): unknown[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("parse, to standard output", () => {
  it("gives one file's record as one pretty object", async () => {
    const shell = bufferShell();
    expect(await parse([input("a.pdf", "ok")], FLAGS, shell, fakeRunner)).toBe(0);
    expect(shell.out()).toBe(`${JSON.stringify(okRecord("a.pdf"), null, 2)}\n`);
    expect(shell.err()).toBe("");
  });

  it("gives a line for each memo of a file that holds several", async () => {
    const shell = bufferShell();
    expect(await parse([input("a.pdf", "two memos")], FLAGS, shell, fakeRunner)).toBe(0);
    expect(lines(shell.out())).toHaveLength(2);
  });

  it("gives a line for each file in the order given, failures as lines of their own", async () => {
    const shell = bufferShell();
    const files = [input("a.pdf", "ok"), input("b.pdf", "pdf-encrypted"), input("c.pdf", "ok")];
    expect(await parse(files, FLAGS, shell, fakeRunner)).toBe(3);
    const failure = { code: "pdf-encrypted", message: "pdf-encrypted!", source: files[1] };
    expect(lines(shell.out())).toEqual([okRecord("a.pdf"), { failure }, okRecord("c.pdf")]);
    expect(shell.err()).toBe(`failed ${files[1]}: pdf-encrypted! (pdf-encrypted)\n`);
  });

  it("gives a single file's failure as an object, and tells a person too", async () => {
    const shell = bufferShell();
    const file = input("a.pdf", "not-a-memo");
    expect(await parse([file], FLAGS, shell, fakeRunner)).toBe(3);
    expect(JSON.parse(shell.out())).toEqual({ failure: { code: "not-a-memo", message: "not-a-memo!", source: file } });
    expect(shell.out()).toContain("\n  ");
    expect(shell.err()).toContain("(not-a-memo)");
  });

  it("reads standard input from a private file that is gone afterwards", async () => {
    const shell = bufferShell({ stdin: "ok" });
    const runner = fakeRunner();
    expect(await parse(["-"], FLAGS, shell, () => runner)).toBe(0);
    expect(JSON.parse(shell.out())).toEqual(okRecord("-"));
    expect(() => readFileSync(runner.seen[0]?.path ?? "")).toThrow("ENOENT");
  });

  it("gives OParl Papers where they are asked for, with ids below the base", async () => {
    const shell = bufferShell();
    await parse([input("a.pdf", "open memo")], { ...FLAGS, format: "oparl" }, shell, fakeRunner);
    expect(JSON.parse(shell.out())).toMatchObject({
      paperType: "Beantwortung einer Anfrage",
      mainFile: { fileName: "a.pdf" },
    });
    expect(JSON.parse(shell.out()).id).toMatch(new RegExp(`^${OPARL_BASE}paper/`));
  });

  it("gives no OParl Paper of a confidential memo unless asked to, and says so", async () => {
    const [shell, asked] = [bufferShell(), bufferShell()];
    const files = [input("a.pdf", "confidential memo")];
    expect(await parse(files, { ...FLAGS, format: "oparl" }, shell, fakeRunner)).toBe(0);
    expect(shell.out()).toBe("");
    expect(shell.err()).toContain("a.pdf: a memo is marked as confidential and was left out");
    await parse(files, { ...FLAGS, format: "oparl", oparlConfidential: true }, asked, fakeRunner);
    expect(JSON.parse(asked.out())).toHaveProperty("mainFile");
  });

  it("hands the options on to the workers", async () => {
    const runner = fakeRunner();
    const words = input("words.txt", "Chmelnyzkyj\nSymtschyschyn\n");
    const flags = { ...FLAGS, source: "ocr", correct: false, minConfidence: 0.5, words } as const;
    await parse([input("a.pdf", "ok")], flags, bufferShell(), () => runner);
    expect(runner.seen[0]?.options).toMatchObject({
      source: "ocr",
      correct: false,
      minConfidence: 0.5,
      words: ["Chmelnyzkyj", "Symtschyschyn"],
    });
  });
});

describe("parse, its exit code", () => {
  it.each([
    [["ok", "review"], undefined, 0],
    [["ok", "review"], "review", 4],
    [["ok", "ok"], "review", 0],
    [["review", "no-text"], "review", 3],
    [["no-text", "record-invalid"], undefined, 5],
    [["record-invalid", "a fault", "no-text"], undefined, 1],
  ] as const)("for %j with --fail-on %s", async (texts, failOn, code) => {
    const files = texts.map((text, index) => input(`${index}.pdf`, text));
    const flags = failOn === undefined ? FLAGS : { ...FLAGS, failOn };
    expect(await parse(files, flags, bufferShell(), fakeRunner)).toBe(code);
  });

  it("goes on after a fault of its own, names it, and says where with --verbose", async () => {
    const shell = bufferShell();
    const files = [input("a.pdf", "a fault"), input("b.pdf", "ok")];
    await parse(files, { ...FLAGS, verbose: true }, shell, fakeRunner);
    expect(lines(shell.out())).toMatchObject([{ failure: { code: "internal-error" } }, okRecord("b.pdf")]);
    expect(shell.err()).toContain("TypeError: undefined is not a memo\n    at ");
  });
});

describe("parse, into a folder", () => {
  it("writes a file for each memo, and failures to standard output", async () => {
    const shell = bufferShell();
    const out = join(folder, "new", "records");
    const files = [input("a.pdf", "ok"), input("b.b.pdf", "two memos"), input("c.pdf", "no-text")];
    expect(await parse(files, { ...FLAGS, out }, shell, fakeRunner)).toBe(3);
    expect(readdirSync(out).toSorted()).toEqual(["a.json", "b.b.1.json", "b.b.2.json"]);
    expect(readFileSync(join(out, "a.json"), "utf8")).toBe(`${JSON.stringify(okRecord("a.pdf"), null, 2)}\n`);
    expect(lines(shell.out())).toEqual([{ failure: { code: "no-text", message: "no-text!", source: files[2] } }]);
  });

  it("replaces older records", async () => {
    const file = input("a.pdf", "ok");
    writeFileSync(join(folder, "a.json"), "old");
    expect(await parse([file], { ...FLAGS, out: folder }, bufferShell(), fakeRunner)).toBe(0);
    expect(readFileSync(join(folder, "a.json"), "utf8")).toContain('"status": "ok"');
  });

  it("names standard input stdin.json", async () => {
    await parse(["-"], { ...FLAGS, out: folder }, bufferShell({ stdin: "ok" }), fakeRunner);
    expect(readdirSync(folder)).toEqual(["stdin.json"]);
  });

  it("makes what cannot be written a failure of that file, and leaves nothing half-written", async () => {
    const shell = bufferShell();
    mkdirSync(join(folder, "out", "a.json"), { recursive: true });
    const files = [input("a.pdf", "ok"), input("b.pdf", "ok")];
    expect(await parse(files, { ...FLAGS, out: join(folder, "out") }, shell, fakeRunner)).toBe(3);
    expect(lines(shell.out())).toMatchObject([{ failure: { code: "output-failed", source: files[0] } }]);
    expect(readdirSync(join(folder, "out")).toSorted()).toEqual(["a.json", "b.json"]);
  });

  it("never writes two memos to one file", async () => {
    const shell = bufferShell();
    const files = [input("a.pdf", "two memos"), input("a.1.pdf", "ok")];
    expect(await parse(files, { ...FLAGS, out: join(folder, "out") }, shell, fakeRunner)).toBe(3);
    expect(lines(shell.out())).toMatchObject([{ failure: { code: "output-failed", source: files[1] } }]);
  });
});

describe("parse, used wrongly", () => {
  async function refused(files: readonly string[], flags: Partial<ParseFlags>, message: RegExp): Promise<void> {
    const runner = fakeRunner();
    const run = parse(files, { ...FLAGS, ...flags }, bufferShell(), () => runner);
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toMatchObject({ name: "WrongUse" });
    expect(runner.seen).toEqual([]);
  }

  it("refuses two inputs for one output before any work", async () => {
    mkdirSync(join(folder, "sub"));
    await refused([input("a.pdf", "ok"), input("sub/a.txt", "ok")], { out: folder }, /both be written/);
  });

  it("refuses to replace an input", async () => {
    await refused([input("a.json", "ok")], { out: folder }, /would replace the input/);
  });

  it("refuses a folder that cannot be made", async () => {
    const file = input("a.pdf", "ok");
    await refused([file], { out: join(file, "out") }, /cannot be made: what should be a folder is none \(EEXIST\)/);
    await refused([file], { out: "/proc/x" }, /cannot be made: no folder can be made there \(ENOENT\)/);
  });

  it("refuses to read standard input twice", async () => {
    await refused(["-", "-"], {}, /only once/);
  });

  it("refuses a word list it cannot read", async () => {
    await refused([input("a.pdf", "ok")], { words: join(folder, "none.txt") }, /word list/);
  });
});

describe("parse, cut short", () => {
  const files = (): string[] => ["a", "b", "c", "d", "e", "f", "g", "h"].map((name) => input(`${name}.pdf`, "ok"));

  it("ends quietly when nobody reads on, without doing the rest", async () => {
    let writes = 0;
    const shell = bufferShell({ breakOut: () => (++writes > 1 ? "EPIPE" : null) });
    const runner = fakeRunner();
    expect(await parse(files(), FLAGS, shell, () => runner)).toBe(0);
    expect(shell.err()).toBe("");
    expect(runner.seen.length).toBeLessThan(8);
    expect(runner.closed).toBe(true);
  });

  it("stops when standard output is full", async () => {
    const runner = fakeRunner();
    const run = parse(files(), FLAGS, bufferShell({ breakOut: () => "ENOSPC" }), () => runner);
    await expect(run).rejects.toMatchObject({ name: "OutputBroken" });
    expect(runner.closed).toBe(true);
  });

  it("closes the workers and throws when interrupted", async () => {
    const shell = bufferShell();
    const runner = fakeRunner();
    let giveUp: (error: Error) => void = () => {};
    const hanging: TaskRunner = {
      jobs: 1,
      run: () =>
        new Promise((_resolve, reject) => {
          giveUp = reject;
          setTimeout(shell.interrupt, 10);
        }),
      close: async () => {
        await runner.close();
        giveUp(new Error("Pool terminated"));
      },
    };
    await expect(parse([basename(input("a.pdf", "ok"))], FLAGS, shell, () => hanging)).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(runner.closed).toBe(true);
    expect(shell.out()).toBe("");
  });
});
