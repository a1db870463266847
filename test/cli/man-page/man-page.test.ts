import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../../src/cli/exit-codes.ts";
import { manPage } from "../../../src/cli/man-page/man-page.ts";
import { allCommands, NESTED, PROGRAM } from "../outlines.ts";

/** The page's words, as troff would print them. */
function printed(page: string): string {
  return page
    .replace(/\\f[BIR]|\\&/g, "")
    .replaceAll("\\-", "-")
    .replaceAll("\\e", "\\")
    .replaceAll("\\(dq", '"');
}

describe("the man page", () => {
  it.each([["the program", PROGRAM] as const, ["a program with commands of commands", NESTED] as const])(
    "tells every command and option of %s",
    (_of, program) => {
      const page = printed(manPage(program, "1.2.3"));
      for (const { commands, options, arguments: given } of allCommands(program)) {
        for (const { name, description } of commands) {
          expect(page).toMatch(new RegExp(`^\\.SS ".*\\b${name}\\b`, "m"));
          expect(page).toContain(description);
        }
        for (const { flags, description } of options) {
          expect(page).toContain(flags);
          expect(page).toContain(description);
        }
        for (const { form } of given) expect(page).toContain(form);
      }
    },
  );

  it("tells exit codes, version, defaults and choices", () => {
    const page = printed(manPage(NESTED, "1.2.3"));
    for (const { code, meaning } of Object.values(EXIT_CODES)) expect(page).toContain(`${code}\n${meaning}\n`);
    expect(page).toContain('"prog-ram 1.2.3"');
    expect(page).toContain("(one of round, square; default: round)");
  });

  it("has no line that troff would take for a command of its own", () => {
    const macros = /^\.(TH|SH|SS|PP|TP|B)( |$)/;
    const controls = manPage(NESTED, "1.2.3")
      .split("\n")
      .filter((line) => /^[.']/.test(line));
    expect(controls.filter((line) => !macros.test(line))).toEqual([]);
  });
});
