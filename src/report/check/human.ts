import type { CaseReport, CaseVerdict, CheckReport } from "../../evaluate/check-report.ts";
import type { Difference } from "../../evaluate/differences.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../printable.ts";
import { scoresTable } from "../scores-table.ts";
import { placeText, valueText } from "../value-text.ts";
import { changedWords, wordDiff } from "./word-diff.ts";

/** A broken rule may change every line of a letter; the JSON report has all of it. */
const MOST_DIFFERENCES = 12;

const WORDS: Readonly<Record<CaseVerdict, string>> = {
  same: "as expected",
  differs: "differs",
  new: "nothing expected yet (--update writes it)",
  scored: "scored only",
  updated: "expectation updated",
};

/** A check for people: each case with its verdict, what differs in it, the scores, and how it ended. */
export function humanCheck(report: CheckReport, paint: Paint): string {
  const cases = report.cases.map((one) => caseLines(one, paint).join("\n"));
  const { evaluation } = report;
  const scores = evaluation.memos.length === 0 ? [] : ["", scoresTable(evaluation, paint)];
  return `${[...cases, ...scores, "", totalLine(report, paint)].join("\n")}\n`;
}

function caseLines({ name, verdict, differences, notes }: CaseReport, paint: Paint): string[] {
  const shown = differences.slice(0, MOST_DIFFERENCES);
  const more = differences.length - shown.length;
  return [
    `${markOf(verdict, paint)} ${printable(name)}  ${paint.dim(WORDS[verdict])}`,
    ...notes.flatMap((note) => note.split("\n").map((line) => `    ${paint.yellow(printable(line))}`)),
    ...shown.flatMap((difference) => differenceLines(difference, paint).map((line) => `    ${line}`)),
    ...(more > 0 ? [`    ${paint.dim(`… and ${more} more (--reporter json tells all)`)}`] : []),
  ];
}

function markOf(verdict: CaseVerdict, paint: Paint): string {
  if (verdict === "differs" || verdict === "new") return paint.red("✗");
  return verdict === "updated" ? paint.yellow("✎") : paint.green("✓");
}

function differenceLines(difference: Difference, paint: Paint): string[] {
  const { expected, actual, words } = difference;
  const place = paint.bold(placeText(difference));
  if (words !== null) {
    return [place, `  ${wordDiff(words, paint)}`, ...changedWords(words).map((line) => `  ${paint.dim(line)}`)];
  }
  const lines = [
    ...(expected === undefined ? [] : [paint.red(`- ${valueText(expected)}`)]),
    ...(actual === undefined ? [] : [paint.green(`+ ${valueText(actual)}`)]),
  ];
  return [place, ...lines.map((line) => `  ${line}`)];
}

function totalLine({ cases }: CheckReport, paint: Paint): string {
  const count = (verdict: CaseVerdict): number => cases.filter((one) => one.verdict === verdict).length;
  const parts = [
    [count("same"), "as expected", paint.green],
    [count("differs"), "with differences", paint.red],
    [count("new"), "new", paint.red],
    [count("scored"), "scored only", paint.green],
    [count("updated"), "updated", paint.yellow],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, words, colour]) => colour(`${number} ${words}`));
  return `${cases.length} ${cases.length === 1 ? "input" : "inputs"}: ${told.join(", ")}`;
}
