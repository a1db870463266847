import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("../../../src/", import.meta.url));

/** A regular expression as it stands in the source. */
export interface PatternLiteral {
  /** Within `src`, with the line: "archive/csv.ts:41". */
  readonly place: string;
  readonly pattern: RegExp;
}

/** A literal after what only a value can follow: there it is no division. */
const LITERAL =
  /(?:^|[(=,:[!&|?{;>]|\breturn)\s*(\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/)([dgimsuvy]*)(?![\w/])/gmu;

/** All regular expressions of the program, page included. */
export function patternLiterals(): PatternLiteral[] {
  return sourceFiles().flatMap((file) => literalsIn(file, withoutComments(readFileSync(join(SOURCE, file), "utf8"))));
}

function sourceFiles(): string[] {
  const names = readdirSync(SOURCE, { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.tsx?$/u.test(name)).toSorted();
}

function literalsIn(file: string, code: string): PatternLiteral[] {
  return [...code.matchAll(LITERAL)].flatMap((match) => {
    const [whole, literal = "", flags = ""] = match;
    const line = code.slice(0, match.index + whole.length).split("\n").length;
    const pattern = patternOf(literal.slice(1, -1), flags);
    return pattern === null ? [] : [{ place: `${file}:${line}`, pattern }];
  });
}

function patternOf(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}

/** The code with its comments blanked, each line where it was. */
function withoutComments(code: string): string {
  return code.replace(/^\s*(?:\/\/|\/?\*).*$/gmu, "");
}
