import { basename } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { ArchivePaths } from "../../src/archive/paths.ts";
import { addEvents, readReviewed } from "../../src/archive/reviews.ts";
import { history } from "../../src/cli/history.ts";
import { type Shell, WrongUse } from "../../src/cli/shell.ts";
import { keyOf, knownInput, makeArchive } from "../review/make-archive.ts";
import { decided } from "../revise/records.ts";
import { bufferShell } from "./buffer-shell.ts";

const input = knownInput("zwei-beschluesse/memo.pdf");
const key = keyOf(input);
let paths: ArchivePaths;

beforeEach(async () => {
  paths = await makeArchive([input]);
  const memo = await readReviewed(paths, key);
  if (memo === null) throw new Error("no record");
  const { subject } = memo.record.memo;
  const event = decided({ act: "set", field: "/memo/subject", old: subject, new: "Neuer Betreff" });
  await addEvents(paths, key, memo, [event]);
});

describe("history", () => {
  it("takes a record's file, or an archive and the name of a file read into it", async () => {
    const [byRecord, byName, byPath] = [bufferShell(), bufferShell(), bufferShell()];
    await history(paths.record(key), undefined, {}, byRecord);
    await history(paths.root, basename(input.path), {}, byName);
    await history(paths.root, "zwei-beschluesse/memo.pdf", {}, byPath);
    expect(byRecord.out()).toContain("Neuer Betreff");
    expect(byName.out()).toBe(byRecord.out());
    expect(byPath.out()).toBe(byRecord.out());
  });

  it("answers in the language of the terminal", async () => {
    const shell = { ...bufferShell(), environment: { LANG: "de_DE.UTF-8" } as Shell["environment"] };
    await history(paths.root, "memo.pdf", {}, shell);
    expect(shell.out()).toContain("geändert /memo/subject");
  });

  it("says so where no such file was read", async () => {
    await expect(history(paths.root, "emo.pdf", {}, bufferShell())).rejects.toThrow(WrongUse);
    await expect(history(paths.root, undefined, {}, bufferShell())).rejects.toThrow("history archive scan-0001.pdf");
  });
});
