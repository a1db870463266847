import type { CaseReport, CheckReport } from "../../evaluate/check-report.ts";
import { isBad } from "../../evaluate/check-report.ts";
import type { Difference } from "../../evaluate/differences.ts";
import { gateText } from "../scores-table.ts";
import { faultText, placeText } from "../value-text.ts";
import { plainLines } from "./word-diff.ts";

/** What XML 1.0 cannot hold, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** A check as JUnit XML: a suite for each case, a test for each input, and a suite of the gates. */
export function junitCheck({ cases, evaluation, seconds, broken = [] }: CheckReport): string {
  const names = [...new Set(cases.map(caseOf))];
  const testOf = (report: CaseReport): Test => ({ ...caseTest(report), seconds: seconds?.get(report.name) });
  const suites = names.map((name) => suite(name, cases.filter((one) => caseOf(one) === name).map(testOf)));
  const brokenTests = broken.map(({ path, faults }) => ({
    name: path,
    classname: "broken files",
    failure: { message: "cannot be understood", text: faults.map(faultText).join("\n") },
  }));
  const gates = evaluation.gates.map((gate) => ({
    name: gate.gate,
    classname: "gates",
    failure: gate.met ? null : { message: gateText(gate), text: "" },
  }));
  const all = [
    ...(broken.length === 0 ? [] : [suite("broken files", brokenTests)]),
    ...suites,
    ...(gates.length === 0 ? [] : [suite("gates", gates)]),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hausmitteilung check">\n${all.join("")}</testsuites>\n`;
}

interface Test {
  readonly name: string;
  readonly classname: string;
  readonly failure: { readonly message: string; readonly text: string } | null;
  readonly seconds?: number | undefined;
}

function caseTest(report: CaseReport): Test {
  const message = report.verdict === "new" ? "nothing is expected yet" : messageOf(report.differences);
  const text = [...report.notes, ...report.differences.flatMap(plainLines)].join("\n");
  const name = report.name.slice(caseOf(report).length + 1);
  return { name, classname: caseOf(report), failure: isBad(report) ? { message, text } : null };
}

function messageOf(differences: readonly Difference[]): string {
  const [first] = differences;
  const more = differences.length > 1 ? `, and ${differences.length - 1} more` : "";
  return first === undefined ? "" : `${placeText(first)}${more}`;
}

function suite(name: string, tests: readonly Test[]): string {
  const failures = tests.filter(({ failure }) => failure !== null).length;
  const head = `  <testsuite name="${xml(name)}" tests="${tests.length}" failures="${failures}" errors="0">\n`;
  return `${head}${tests.map(testElement).join("")}  </testsuite>\n`;
}

function testElement({ name, classname, failure, seconds }: Test): string {
  const time = seconds === undefined ? "" : ` time="${seconds.toFixed(3)}"`;
  const head = `    <testcase name="${xml(name)}" classname="${xml(classname)}"${time}`;
  if (failure === null) return `${head}/>\n`;
  const told = `<failure type="difference" message="${xml(failure.message)}">${xml(failure.text)}</failure>`;
  return `${head}>\n      ${told}\n    </testcase>\n`;
}

function caseOf({ name }: CaseReport): string {
  return name.slice(0, name.lastIndexOf("/"));
}

function xml(text: string): string {
  return text.replace(FORBIDDEN, "\u{FFFD}").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
