import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FIXTURES, refusing, runProgram } from "./program.ts";

const MEMO = join(FIXTURES, "einzelner-punkt", "memo.txt");

it("loads nothing that reads pictures or PDFs for a letter that is text", async () => {
  const env = refusing(/^(?:sharp|tesseract\.js|pdf-parse|pdfjs-dist|@napi-rs)(?:\/|$)/);
  expect(await runProgram(["parse", "--quiet", MEMO], { env })).toMatchObject({ code: 0, err: "" });
});

it("keeps compiled code in the user's cache folder, and gives the same record with it", async () => {
  const cache = mkdtempSync(join(tmpdir(), "cache-"));
  const env = { XDG_CACHE_HOME: cache, NODE_COMPILE_CACHE: "" };
  const first = await runProgram(["parse", MEMO], { env });
  expect(readdirSync(join(cache, "hausmitteilung"))).not.toEqual([]);
  expect(await runProgram(["parse", MEMO], { env })).toEqual(first);
});

it("works where no cache can be kept", async () => {
  const env = { XDG_CACHE_HOME: "/dev/null", NODE_COMPILE_CACHE: "" };
  expect(await runProgram(["parse", "--quiet", MEMO], { env })).toMatchObject({ code: 0, err: "" });
});

it("says what is missing where the machine's own engine is asked for and there is none", async () => {
  const ended = await runProgram(["parse", "--engine", "native", MEMO], { env: { PATH: "/nowhere" } });
  expect(ended).toMatchObject({ code: 2, out: "" });
  expect(ended.err).toMatch(/^error: --engine native needs Tesseract 5/u);
});
