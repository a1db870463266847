import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type LoadRepair, type RepairFlags, repairFiles } from "../../src/cli/repair.ts";
import type { Edit } from "../../src/model/edit.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";
import { bufferShell } from "./buffer-shell.ts";

const FLAGS: RepairFlags = { correct: true, minConfidence: 0 };
const folder = mkdtempSync(join(tmpdir(), "repair-"));

function input(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Repairs nothing but "fiir". */
const loadRepair: LoadRepair = async () => (raw) => {
  const edits = [...raw.matchAll(/fiir/g)].map(
    ({ index }): Edit => ({ rule: "confusion", start: index, end: index + 4, after: "für", confidence: 0.8 }),
  );
  return TracedText.of(readTextOf(pagesOfPlainText(raw))).apply(edits);
};

describe("repair", () => {
  it("gives the repaired text and nothing else, like any filter", async () => {
    const shell = bufferShell({ stdin: "Amt fiir\r\nSchulen\n" });
    expect(await repairFiles(["-"], FLAGS, shell, loadRepair)).toBe(0);
    expect(shell.out()).toBe("Amt für\r\nSchulen\n");
    expect(shell.err()).toBe("");
  });

  it("gives several texts one after the other", async () => {
    const shell = bufferShell();
    await repairFiles([input("a.txt", "eins\n"), input("b.txt", "zwei")], FLAGS, shell, loadRepair);
    expect(shell.out()).toBe("eins\nzwei");
  });

  it("gives nothing for nothing", async () => {
    const shell = bufferShell({ stdin: "" });
    expect(await repairFiles(["-"], FLAGS, shell, loadRepair)).toBe(0);
    expect(shell.out()).toBe("");
  });

  it("keeps a byte order mark that no rule took away", async () => {
    const shell = bufferShell({ stdin: "\ufeffAmt" });
    await repairFiles(["-"], FLAGS, shell, loadRepair);
    expect(shell.out()).toBe("\ufeffAmt");
  });

  it("gives a JSON line for each file with --json", async () => {
    const shell = bufferShell();
    const file = input("c.txt", "Das\nAmt fiir Schulen");
    await repairFiles([file], { ...FLAGS, json: true }, shell, loadRepair);
    expect(JSON.parse(shell.out())).toEqual({
      file,
      text: "Das\nAmt für Schulen",
      corrections: [{ rule: "confusion", from: "fiir", to: "für", confidence: 0.8, line: 2, column: 5 }],
    });
    expect(shell.out().endsWith("}\n")).toBe(true);
  });

  it("names files it cannot read and goes on", async () => {
    const files = [
      join(folder, "none.txt"),
      input("latin1.txt", Uint8Array.of(0x47, 0x72, 0xfc)),
      input("d.txt", "gut"),
    ];
    const shell = bufferShell();
    expect(await repairFiles(files, FLAGS, shell, loadRepair)).toBe(3);
    expect(shell.out()).toBe("gut");
    expect(shell.err()).toMatch(/none\.txt.*\(file-not-found\)\n.*latin1\.txt.*\(type-unsupported\)\n$/);
    const json = bufferShell();
    await repairFiles(files, { ...FLAGS, json: true }, json, loadRepair);
    const lines = json
      .out()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { failure: { code: "file-not-found" } },
      { failure: { code: "type-unsupported" } },
      { text: "gut" },
    ]);
  });

  it("hands flags and words to the rules", async () => {
    const words = input("words.txt", "# Namen\nChmelnyzkyj\n");
    const flags = { ...FLAGS, correct: false, minConfidence: 0.7, words };
    const given: unknown[] = [];
    const load: LoadRepair = (...args) => {
      given.push(...args);
      return loadRepair(...args);
    };
    await repairFiles([input("e.txt", "")], flags, bufferShell(), load);
    expect(given).toEqual([flags, ["Chmelnyzkyj"]]);
  });

  it("stops waiting for standard input when interrupted", async () => {
    const shell = bufferShell();
    const waiting = { ...shell, stdin: new (await import("node:stream")).PassThrough() };
    setTimeout(shell.interrupt, 10);
    await expect(repairFiles(["-"], FLAGS, waiting, loadRepair)).rejects.toMatchObject({ name: "AbortError" });
  });
});
