import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { recordSchema } from "../../src/model/record.ts";
import { FIXTURES, runProgram, runShell } from "./program.ts";

const SEED = join(FIXTURES, "solidaritaetspartnerschaft");
const [TEXT, PRINT, SCAN] = ["memo.txt", "memo.pdf", "scan.pdf"].map((name) => join(SEED, name)) as [
  string,
  string,
  string,
];

const folder = mkdtempSync(join(tmpdir(), "e2e-parse-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("parse, the built program with the real engine", () => {
  it("reads text, print and scan, the same to the byte with one worker or two", async () => {
    const [one, two] = [
      await runProgram(["parse", "--jobs", "1", TEXT, PRINT, SCAN]),
      await runProgram(["parse", "--jobs", "2", TEXT, PRINT, SCAN]),
    ];
    expect(one).toMatchObject({ code: 0, err: "" });
    const records = one.out
      .trimEnd()
      .split("\n")
      .map((line) => recordSchema.parse(JSON.parse(line)));
    expect(records.map((record) => record.source.text)).toEqual(["plain-text", "text-layer", "ocr"]);
    expect(records.map((record) => record.source.file)).toEqual(["memo.txt", "memo.pdf", "scan.pdf"]);
    expect(two).toEqual(one);
  });

  it("reads a scan from a pipe, whose kind is told from the bytes", async () => {
    const ended = await runProgram(["parse", "-"], { stdin: readFileSync(PRINT) });
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.out).source).toMatchObject({ file: "-", mediaType: "application/pdf" });
  });

  it("writes into a folder what it would print", async () => {
    const out = join(folder, "records");
    expect(await runProgram(["parse", "-o", out, TEXT])).toEqual({ code: 0, out: "", err: "" });
    expect(readdirSync(out)).toEqual(["memo.json"]);
    expect(readFileSync(join(out, "memo.json"), "utf8")).toBe((await runProgram(["parse", TEXT])).out);
  });

  it("gives a line, or a file, for each memo of a file that holds several", async () => {
    const several = join(FIXTURES, "sammelmappe", "memo.pdf");
    const printed = await runProgram(["parse", several]);
    const records = printed.out
      .trimEnd()
      .split("\n")
      .map((line) => recordSchema.parse(JSON.parse(line)));
    const [first, second] = records.map((record) => record.source.pages);
    expect(records).toHaveLength(2);
    expect(second?.first).toBe((first?.last ?? 0) + 1);
    const out = join(folder, "several");
    await runProgram(["parse", "-o", out, several]);
    expect(readdirSync(out).toSorted()).toEqual(["memo.1.json", "memo.2.json"]);
  });

  it("asks nobody on the network, in no process", async () => {
    const ledger = join(folder, "ledger");
    const preload = fileURLToPath(new URL("./no-network.cjs", import.meta.url));
    const env = { NODE_OPTIONS: `--require=${preload}`, NETWORK_LEDGER: ledger };
    expect(await runProgram(["parse", SCAN, PRINT], { env })).toMatchObject({ code: 0 });
    const entries = readFileSync(ledger, "utf8").trimEnd().split("\n");
    expect(entries.filter((entry) => !entry.startsWith("loaded "))).toEqual([]);
    expect(new Set(entries).size, "the preload was in the children too").toBeGreaterThan(1);
  });

  it("shows a person at a terminal which page is read, and clears it away", async () => {
    const ended = await runShell(
      `script -qec "'${process.execPath}' bin/hausmitteilung.js parse '${SCAN}' > '${folder}/tty.json'" /dev/null`,
      {
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
        env: { TERM: "xterm", NO_COLOR: "1" },
      },
    );
    expect(ended.code).toBe(0);
    expect(ended.out).toContain("scan.pdf, page 1 of 2: read");
    expect(ended.out).toContain("scan.pdf, page 2 of 2: read");
    expect(ended.out.endsWith("\u001b[2K")).toBe(true);
  });

  it("ends quietly when the reader goes in the middle", async () => {
    const ended = await runShell(`set -o pipefail; hm parse '${TEXT}' '${TEXT}' '${TEXT}' '${TEXT}' | head -c 10`);
    expect(ended).toMatchObject({ code: 0, out: '{"schemaVe', err: "" });
  });

  it("fails all that cannot be written, one by one", async () => {
    const ended = await runShell(`hm parse -o /dev/fd '${TEXT}'`);
    expect(ended.code).toBe(3);
    expect(JSON.parse(ended.out)).toMatchObject({ failure: { code: "output-failed", source: TEXT } });
  });

  it("asks for review by exit code only when told to", async () => {
    const doubtful = readFileSync(TEXT, "utf8").replace(/Datum:[\s\S]*?2024/, "Datum:");
    expect((await runProgram(["parse", "-"], { stdin: doubtful })).code).toBe(0);
    expect((await runProgram(["parse", "--fail-on", "review", "-"], { stdin: doubtful })).code).toBe(4);
  });
});
