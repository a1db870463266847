import { describe, expect, it } from "vitest";
import { registerOf } from "../../src/register/register-of.ts";
import type { RegisterPaper } from "../../src/register/schema.ts";
import { registerPageHead, registerPageSection } from "../../src/report/page/register-page.ts";
import { registerCsvHead, registerCsvRows } from "../../src/report/register/register-csv.ts";
import { registerMarkdown } from "../../src/report/register/register-markdown.ts";
import { SIX_LETTERS } from "../register/letters.ts";
import { itemsOf, memoOf, recordOf } from "../register/records.ts";

const AS_OF = "2018-12-31";
const hall = registerOf(SIX_LETTERS, { asOf: AS_OF }).papers.find(({ paper }) => paper === "V0417/15") as RegisterPaper;

const HOSTILE = '=HYPERLINK("x"); <script>alert(1)</script> [a](b) | `c`\u202e';
const hostile = registerOf(
  [
    recordOf(
      memoOf({ date: "2018-01-01", items: itemsOf([{ number: null, text: HOSTILE, response: HOSTILE }]) }),
      "a.pdf",
    ),
  ],
  { asOf: AS_OF },
).papers[0] as RegisterPaper;

describe("the register as CSV", () => {
  it("has a line for each point, with as many cells as the head", () => {
    const rows = registerCsvRows(hall).split("\r\n").slice(0, -1);
    expect(rows).toHaveLength(hall.clauses.length);
    expect(rows[0]?.startsWith("V0417/15;SR/021/2015;")).toBe(true);
    expect(rows[0]).toContain(";erfüllt;");
    expect(registerCsvHead().split(";")).toHaveLength(14);
  });

  it("runs no formula, keeps quotation marks, and leaves out what cannot be seen", () => {
    const row = registerCsvRows(hostile);
    expect(row).toContain(`;"'=HYPERLINK(""x""); `);
    expect(row).not.toContain("\u202e");
  });

  it("keeps a cell within Excel's limit", () => {
    const [clause] = hostile.clauses;
    const long = { ...hostile, clauses: [{ ...clause, text: "a".repeat(40_000) }] } as RegisterPaper;
    expect(
      Math.max(
        ...registerCsvRows(long)
          .split(";")
          .map((cell) => cell.length),
      ),
    ).toBe(32_001);
  });
});

describe("the register as Markdown", () => {
  it("has each point's state and each report on it", () => {
    const text = registerMarkdown(hall);
    for (const { number } of hall.clauses) expect(text).toContain(`### Punkt ${number}: `);
    expect(text.match(/^- \*\*/gmu)).toHaveLength(hall.clauses.flatMap(({ reports }) => reports).length);
    expect(text).toContain("Vermutlich verlesen: „Kanainetz“ ist nach 3 von 5 Briefen „Kanalnetz“");
  });

  it("takes no text for markup", () => {
    const text = registerMarkdown(hostile);
    expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\[a/u);
    expect(text).toContain("\\| \\`c\\`");
  });
});

describe("the register as a page", () => {
  it("has each letter and the next review on a line of time", () => {
    const section = registerPageSection(hall, AS_OF);
    const dated = hall.letters.filter(({ date }) => date !== null).length;
    expect(section.match(/<circle /gu)).toHaveLength(dated + (hall.nextReview === null ? 0 : 1));
    expect(section.match(/<h3>/gu)).toHaveLength(hall.clauses.length);
  });

  it("loads and runs nothing, whatever the letters say", () => {
    const page = registerPageHead(AS_OF) + registerPageSection(hostile, AS_OF);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;");
  });

  it("draws no line of time for a single day", () => {
    expect(registerPageSection(hostile, AS_OF)).not.toContain("<svg");
  });
});
