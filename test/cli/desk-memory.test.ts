import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { beforeEach, describe, expect, it } from "vitest";
import { DeskMemory } from "../../src/cli/desk-memory.ts";
import { languageOf } from "../../src/cli/language.ts";

let home: string;
let memory: DeskMemory;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "desk-memory-"));
  memory = new DeskMemory({ XDG_STATE_HOME: join(home, "state") });
});

describe("what a desk keeps for its user", () => {
  it("is the name, said once, and the address of each archive's desk", async () => {
    expect(await memory.read()).toEqual({ who: null, desks: {} });
    await memory.keepName("Frau Beyer");
    await memory.keepDesk("/archive/a", { port: 4711, token: "one" });
    await memory.keepDesk("/archive/b", { port: 4712, token: "two" });
    await memory.keepDesk("/archive/a", { port: 4713, token: "one" });
    expect(await memory.read()).toEqual({
      who: "Frau Beyer",
      desks: { "/archive/a": { port: 4713, token: "one" }, "/archive/b": { port: 4712, token: "two" } },
    });
  });

  it("is nothing where the file says nothing that can be understood", async () => {
    await memory.keepName("Frau Beyer");
    writeFileSync(join(memory.folder, "desk.json"), "{");
    expect(await memory.read()).toEqual({ who: null, desks: {} });
  });

  it.skipIf(process.platform === "win32")("is for this user alone, as is the page that opens the desk", async () => {
    await memory.keepName("Frau Beyer");
    const door = await memory.writeDoor("http://127.0.0.1:4711/secret/");
    expect(readFileSync(door.path, "utf8")).toContain('url=http://127.0.0.1:4711/secret/"');
    const modes = [memory.folder, join(memory.folder, "desk.json"), door.path].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600]);
    await door.remove();
    expect(() => statSync(door.path)).toThrow("ENOENT");
  });
});

describe("the terminal's language", () => {
  it.each([
    [{ LANG: "de_DE.UTF-8" }, "de"],
    [{ LANG: "de" }, "de"],
    [{ LANG: "en_US.UTF-8" }, "en"],
    [{ LANG: "de_DE.UTF-8", LC_ALL: "C" }, "en"],
    [{}, "en"],
  ])("of %j", (variables, language) => {
    expect(languageOf(variables)).toBe(language);
  });
});
