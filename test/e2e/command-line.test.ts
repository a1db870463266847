import { describe, expect, it } from "vitest";
import { PROGRAM, refusing, runProgram, runShell } from "./program.ts";

describe("help", () => {
  // Loading packages is what would make it slow.
  it.each([[["--help"]], [["parse", "--help"]], [["--version"]]])("%j loads commander alone", async (args) => {
    const env = refusing(/^(?!commander$|node:|\.|file:|\/)/);
    expect(await runProgram(args, { env })).toMatchObject({ code: 0, err: "" });
  });
});

describe("repair, as a Unix filter", () => {
  const broken = "Der Beschluss wird der Landes-\nhauptstadt Dresden mit-\ngeteilt.\n";

  it("reads a pipe and writes to a pipe", async () => {
    const ended = await runProgram(["repair", "-"], { stdin: broken });
    expect(ended).toEqual({ code: 0, out: "Der Beschluss wird der Landeshauptstadt Dresden mitgeteilt.\n", err: "" });
  });

  it("tells each correction with its place in the input", async () => {
    const { out } = await runProgram(["repair", "--json", "-"], { stdin: broken });
    expect(JSON.parse(out)).toMatchObject({
      file: "-",
      corrections: [
        { rule: "line-break", from: "Landes-\nhauptstadt", to: "Landeshauptstadt", line: 1, column: 24 },
        { rule: "line-break", from: "mit-\ngeteilt", to: "mitgeteilt", line: 2, column: 20 },
      ],
    });
  });

  it("leaves the text alone with --no-correct", async () => {
    expect((await runProgram(["repair", "--no-correct", "-"], { stdin: broken })).out).toBe(broken);
  });

  it("refuses what is no UTF-8 text", async () => {
    const ended = await runProgram(["repair", "-"], { stdin: Uint8Array.of(0xff, 0xfe, 0x41, 0x00) });
    expect(ended).toMatchObject({ code: 3, out: "" });
    expect(ended.err).toContain("(type-unsupported)");
  });
});

describe("streams", () => {
  it("ends quietly when the reader goes", async () => {
    expect(await runShell("set -o pipefail; hm schema | head -1")).toEqual({ code: 0, out: "{\n", err: "" });
  });

  it("says so when standard output is full", async () => {
    const ended = await runShell("hm schema > /dev/full");
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^error: Standard output cannot be written: .*no space/);
  });

  it("runs by a link, as npm installs it", async () => {
    const ended = await runShell(`dir=$(mktemp -d) && ln -s '${PROGRAM}' "$dir/hm" && "$dir/hm" --version`);
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/^\d/);
  });
});
