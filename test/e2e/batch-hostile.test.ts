import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveTree } from "./archive-tree.ts";
import { costlyFiles } from "./costly-files.ts";
import { type HostileFile, hostileFiles } from "./hostile-files.ts";
import { type Ended, FIXTURES, runProgram } from "./program.ts";

const folder = mkdtempSync(join(tmpdir(), "batch-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a folder of hostile files", () => {
  const [inputs, archive] = [join(folder, "in"), join(folder, "out")];
  let files: HostileFile[];
  let ended: Ended;
  beforeAll(async () => {
    mkdirSync(inputs);
    const link: HostileFile = { path: join(inputs, "link.pdf"), becomes: ["file-unreadable"] };
    symlinkSync("/etc/passwd", link.path);
    // What is no file below the folder does not belong to what a walk finds.
    const found = (await hostileFiles(inputs)).filter(({ path }) => !/(?:folder|missing)\.pdf$|^\/dev/u.test(path));
    files = [...found, ...costlyFiles(inputs), link];
    ended = await runProgram(["batch", inputs, "--out", archive]);
  }, 300_000);

  it("gives each file its one outcome, for the right reason, and the good ones are done", () => {
    const outcomes = outcomesByPath(archive);
    const wrong = files.flatMap(({ path, becomes }) => {
      const got = outcomes.get(path) ?? [];
      const expected: readonly string[] = becomes === "record" ? ["record"] : becomes;
      const isRight = got.length === 1 && expected.includes(got[0] ?? "");
      return isRight ? [] : [`${path}: ${got.join(", ")}, not ${expected.join(" or ")}`];
    });
    expect(wrong).toEqual([]);
    expect([...outcomes.keys()].toSorted()).toEqual(files.map(({ path }) => path).toSorted());
    expect(ended.code).toBe(3);
  });

  it("leaves an archive as it should be, which a second run does not change", async () => {
    expect((await runProgram(["verify", archive])).code).toBe(0);
    const before = archiveTree(archive);
    expect((await runProgram(["batch", inputs, "--out", archive])).code).toBe(3);
    expect(archiveTree(archive)).toEqual(before);
  });
});

describe("limits that a child meets", () => {
  const memo = join(FIXTURES, "solidaritaetspartnerschaft", "memo.pdf");

  it("of memory: the child dies, the file fails", async () => {
    const { code, out } = await runProgram(["parse", "--child-memory", "150", memo]);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ failure: { code: "page-content-too-costly" } });
  });

  it("of passwords: the right one of a file opens what needs one", async () => {
    const locked = (await hostileFiles(mkdtempSync(join(folder, "locked-")))).find(({ path }) =>
      path.endsWith("locked.pdf"),
    );
    const passwords = join(folder, "passwords.txt");
    writeFileSync(passwords, "falsch\ngeheim\n");
    const { out } = await runProgram(["parse", "--password-file", passwords, locked?.path ?? ""]);
    expect(JSON.parse(out)).toMatchObject({ failure: { code: "not-a-memo" } });
  });
});

/** "record", or the failure's code, by the path of each original; each outcome that there is. */
function outcomesByPath(archive: string): Map<string, string[]> {
  const outcomes = new Map<string, string[]>();
  const add = (names: readonly string[], outcome: string): void => {
    for (const name of names) outcomes.set(name, [...(outcomes.get(name) ?? []), outcome]);
  };
  for (const [name, content] of archiveTree(archive)) {
    const entry = name.endsWith(".json") ? JSON.parse(content) : {};
    if (name.startsWith("sources/") && "records" in entry.outcome) add(entry.names, "record");
    if (name.startsWith("failures/")) add(entry.names, entry.code);
  }
  return outcomes;
}
