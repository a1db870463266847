import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = new URL("../../src/structure/", import.meta.url).pathname;

/** Sources of the room by path within it. */
const SOURCES = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));

/** A comment or a string. */
const NO_CODE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"/uy;
/** The rest of a template to its end, or to what is put into it. */
const TEMPLATE = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{)/uy;
/** A slash is a literal's where a value may begin. */
const LITERAL = /(?:[(,=:[!&|?;>]|return)\s*\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/uy;

/** Literals, and calls of the constructor: one pass over the source, whatever begins first. */
function regularExpressionsIn(text: string): number {
  let count = 0;
  /** Braces open within each "${". */
  const braces: number[] = [];
  let at = 0;
  const skips = (pattern: RegExp, from = at): string | null => {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match !== null) at = pattern.lastIndex;
    return match?.[1] ?? match?.[0] ?? null;
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    const depth = braces.at(-1);
    if (sign === "`" || (sign === "}" && depth === 0)) {
      if (sign === "}") braces.pop();
      if (skips(TEMPLATE, at + 1) === "${") braces.push(0);
    } else if (skips(NO_CODE) === null) {
      if (depth !== undefined && sign === "{") braces[braces.length - 1] = depth + 1;
      if (depth !== undefined && sign === "}") braces[braces.length - 1] = depth - 1;
      if (skips(LITERAL) !== null) count += 1;
      else {
        if (text.startsWith("RegExp(", at)) count += 1;
        at += 1;
      }
    }
  }
  return count;
}

describe("how regular expressions are counted", () => {
  it.each([
    ["const A = /a[/]b/u;", 1],
    ['const A = "/a/"; // /b/ and = /c/', 0],
    [`const A = new RegExp(\`^$\{B({ a: /y/ })} = /x/\`, "u");`, 2],
    ["f(/a/, /\\/b/gu) ? 4 / 2 / 1 : 0", 2],
    ["/** = /a/ */\nreturn /b/.test(c);", 1],
  ])("%s", (source, count) => {
    expect(regularExpressionsIn(source)).toBe(count);
  });
});

/** What the grammar that the decoder replaced had: the room must not grow back into it. */
describe("the size of the room", () => {
  it("has at most 150 regular expressions outside the values", () => {
    const counts = SOURCES.filter(({ path }) => !path.startsWith("values")).map(({ text }) =>
      regularExpressionsIn(text),
    );
    const sum = counts.reduce((all, count) => all + count, 0);
    expect(sum).toBeGreaterThan(50);
    expect(sum).toBeLessThanOrEqual(150);
  });

  it("has fewer than 5231 lines outside the values", () => {
    const lines = SOURCES.filter(({ path }) => !path.startsWith("values")).reduce(
      (all, { text }) => all + text.split("\n").length - 1,
      0,
    );
    expect(lines).toBeLessThan(5231);
  });
});
