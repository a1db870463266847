import { describe, expect, it } from "vitest";
import type { MemoRecord } from "../../src/model/record.ts";
import { registerOf } from "../../src/register/register-of.ts";
import type { RegisterPaper } from "../../src/register/schema.ts";
import { itemsOf, memoOf, recordOf } from "./records.ts";

/** Seconds of processor time that each takes at most; none takes more than 5 on a quiet machine, most less than 1. */
const MOST_SECONDS = 30;

function letterOf(year: number, texts: readonly string[]): MemoRecord {
  const items = itemsOf(texts.map((text, index) => ({ number: String(index + 1), text, response: "Ja." })));
  return recordOf(memoOf({ date: `${year}-01-01`, items }), `${year}.pdf`);
}

function times(count: number, word: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => word(index));
}

describe("a pair of letters that nobody writes", () => {
  const quotes = '"'.repeat(50_000);
  const prose = (shift: number): string => times(20_000, (index) => `Wort${(index * 7 + shift) % 9973}`).join(" ");

  it.each<[string, (year: number) => string[], number]>([
    ["20,000 words and 50,000 quotation marks", (year) => [prose(year) + quotes], 2],
    ["one word 20,000 times", (year) => [`${"Elbufer ".repeat(20_000)}${quotes}${year}`], 2],
    ["20,000 clauses of one text", () => times(20_000, () => 'Wort ""'), 20_000],
    ["5,000 clauses, each of another", (year) => times(5000, (index) => `Wort${index * 3 + year} ""`), 10_000],
    [
      "a long clause, then 5,000 of its words",
      (year) => (year === 2018 ? [prose(0)] : prose(1).split(" ", 5000)),
      5001,
    ],
  ])("%s takes its time", (_, textsIn, clauses) => {
    const start = process.cpuUsage();
    const [paper] = registerOf([letterOf(2018, textsIn(2018)), letterOf(2019, textsIn(2019))]).papers;
    const { user } = process.cpuUsage(start);
    expect(user / 1e6).toBeLessThan(MOST_SECONDS);
    expect((paper as RegisterPaper).clauses.length).toBe(clauses);
  });
});
