import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { CaseReport, CheckReport } from "../../src/evaluate/check-report.ts";
import { differencesBetween } from "../../src/evaluate/differences.ts";
import { evaluate } from "../../src/evaluate/evaluation.ts";
import type { GateLimits } from "../../src/evaluate/gates.ts";
import { scoreMemo } from "../../src/evaluate/score-memo.ts";
import { githubCheck } from "../../src/report/check/github.ts";
import { humanCheck } from "../../src/report/check/human.ts";
import { junitCheck } from "../../src/report/check/junit.ts";
import { checkJson } from "../../src/report/evaluation-json.ts";
import { checkPage } from "../../src/report/page/check-page.ts";
import { evaluationPage } from "../../src/report/page/evaluation-page.ts";
import { paintFor } from "../../src/report/paint.ts";
import { MEMO, recordOf, truth } from "../evaluate/memos.ts";

/** What would do harm in HTML, XML, a terminal or a workflow command. */
const HOSTILE = `<script>alert("1")</script> & ]]> '\u001b[31m\u0000\u{202e}\n::error::x%0A,:`;

const UNPRINTABLE = /(?!\n)[\p{Cc}\u202e]/u;

const EXPECTED = recordOf(MEMO);
const READ = recordOf({ ...MEMO, subject: "Banke am Elbufer", closing: null });

function caseOf(name: string, parts: Partial<CaseReport> = {}): CaseReport {
  return {
    name,
    expectationPath: `cases/${name}.expected.json`,
    verdict: "same",
    differences: [],
    notes: [],
    ...parts,
  };
}

function reportOf(cases: readonly CaseReport[], limits: GateLimits = {}): CheckReport {
  const memo = { name: "a/memo.pdf", group: "memo.pdf", score: scoreMemo(truth(MEMO), READ) };
  return { cases, evaluation: evaluate([{ ...memo, differences: differencesBetween(truth(MEMO), READ) }], limits) };
}

const DIFFERS = caseOf("a/memo.pdf", { verdict: "differs", differences: differencesBetween(EXPECTED, READ) });
const REPORT = reportOf(
  [DIFFERS, caseOf("a/memo.txt"), caseOf("b/scan.pdf", { verdict: "new", notes: ["stale recording: x"] })],
  {
    "max-cer": 1,
    "min-field-accuracy": 95,
  },
);

const hostileRead = recordOf({ ...MEMO, subject: HOSTILE });
const HOSTILE_REPORT: CheckReport = {
  cases: [
    caseOf(`${HOSTILE}/memo.pdf`, {
      verdict: "differs",
      differences: differencesBetween(EXPECTED, hostileRead),
      notes: [HOSTILE],
    }),
  ],
  evaluation: evaluate(
    [
      {
        name: HOSTILE,
        group: HOSTILE,
        score: scoreMemo(truth(MEMO), hostileRead),
        differences: differencesBetween(truth(MEMO), hostileRead),
      },
    ],
    {},
  ),
};

async function junitErrors(xml: string): Promise<readonly string[]> {
  const schema = readFileSync(new URL("./data/jenkins-junit.xsd", import.meta.url), "utf8");
  const { errors } = await validateXML({ xml: [{ fileName: "report.xml", contents: xml }], schema: [schema] });
  return errors.map(({ message }) => message);
}

describe("the report for people", () => {
  it("tells each case, its differences word by word, the scores and the gates", () => {
    expect(humanCheck(REPORT, paintFor({}, 0))).toBe(`✗ a/memo.pdf  differs
    /memo/subject, page 1 or 2
      [-Bänke-] {+Banke+} am Elbufer
      "Bänke" expected, "Banke" read, page 1 or 2
    /memo/closing, page 1 or 2
      - "Mit freundlichen Grüßen"
      + null
✓ a/memo.txt  as expected
✗ b/scan.pdf  nothing expected yet (--update writes it)
    stale recording: x

          memos  CER %  WER %  fields %  pair F1 %  fulfilment  dates right/wrong/withheld  calibration error %
memo.pdf      1   0.00   0.00     88.24     100.00      2 of 2                  1/0/0 of 1                    –
✗ --min-field-accuracy 95 %: it is 88.24 %
✓ --max-cer 1 %: it is 0 %

3 inputs: 1 as expected, 1 with differences, 1 new
`);
  });

  it("marks the sides by colours, too", () => {
    const told = humanCheck(REPORT, paintFor({}, 1));
    expect(told).toContain("\u001b[31m[-Bänke-]\u001b[39m \u001b[32m{+Banke+}\u001b[39m");
  });

  it("lets nothing steer the terminal", () => {
    const told = humanCheck(HOSTILE_REPORT, paintFor({}, 0));
    expect(told).not.toMatch(UNPRINTABLE);
    expect(told).toContain("\\u001b[31m");
  });
});

describe("the JUnit report", () => {
  it("has a suite for each case, and one for the gates", () => {
    const xml = junitCheck(REPORT);
    expect(xml).toContain('<testsuite name="a" tests="2" failures="1" errors="0">');
    expect(xml).toContain('<testsuite name="b" tests="1" failures="1" errors="0">');
    expect(xml).toContain('<testcase name="memo.txt" classname="a"/>');
    expect(xml).toContain("&quot;Bänke&quot; expected, &quot;Banke&quot; read, page 1 or 2");
    expect(xml).toContain('<testcase name="max-cer" classname="gates"/>');
    expect(xml).toContain('message="--min-field-accuracy 95 %: it is 88.24 %"');
  });

  it.each([
    ["a check", REPORT],
    ["nothing but good", reportOf([caseOf("a/memo.txt")])],
    ["hostile texts", HOSTILE_REPORT],
  ])("follows the schema that Jenkins uses: %s", async (_, report) => {
    expect(await junitErrors(junitCheck(report))).toEqual([]);
  });

  it("has the time of each case, and files that cannot be understood", async () => {
    const broken = [{ path: "a/expected.json", faults: [{ pointer: "/memo/date", problem: "Invalid ISO date" }] }];
    const xml = junitCheck({ ...REPORT, seconds: new Map([["a/memo.pdf", 1.2345]]), broken });
    expect(await junitErrors(xml)).toEqual([]);
    expect(xml).toContain('<testcase name="memo.pdf" classname="a" time="1.234">');
    expect(xml).toContain(">/memo/date: Invalid ISO date</failure>");
  });

  it("is held by a schema that refuses other XML", async () => {
    expect(await junitErrors("<testsuites><testsuite/></testsuites>")).not.toEqual([]);
    expect(await junitErrors("<testsuites>")).not.toEqual([]);
  });
});

describe("the annotations for GitHub", () => {
  it("name the file that states the expectation, the word and the page", () => {
    expect(githubCheck(REPORT)).toBe(
      [
        "::error file=cases/a/memo.pdf.expected.json,title=a/memo.pdf::/memo/subject, page 1 or 2%0A" +
          '"Bänke" expected, "Banke" read, page 1 or 2',
        "::error file=cases/a/memo.pdf.expected.json,title=a/memo.pdf::/memo/closing, page 1 or 2%0A" +
          '"Mit freundlichen Grüßen" expected, null read',
        "::warning file=cases/b/scan.pdf.expected.json,title=b/scan.pdf::stale recording: x",
        "::error file=cases/b/scan.pdf.expected.json,title=b/scan.pdf::Nothing is expected yet.",
        "::error::--min-field-accuracy 95 %25: it is 88.24 %25",
        "",
      ].join("\n"),
    );
  });

  it("say in a line that all is well", () => {
    expect(githubCheck(reportOf([caseOf("a/memo.txt")]))).toBe("::notice::1 memo read as expected.\n");
    expect(githubCheck(REPORT)).not.toContain("::notice");
  });

  it("are one command a line, whatever the texts are", () => {
    for (const line of githubCheck(HOSTILE_REPORT).trimEnd().split("\n")) {
      expect(line).toMatch(/^::(?:error|warning) file=[^,:\r]*,title=[^,:\r]*::[^\r]*$/);
    }
  });
});

describe("the JSON report", () => {
  it("has all of it", () => {
    const { cases, scores, gates, memos, worst } = JSON.parse(checkJson(REPORT));
    expect(cases).toHaveLength(3);
    expect(cases[0]).toMatchObject({ verdict: "differs", differences: [{ pointer: "/memo/subject" }, {}] });
    expect(scores).toMatchObject({ memos: 1, fieldAccuracy: 88.24, pairF1: 100 });
    expect(gates).toMatchObject([
      { gate: "min-field-accuracy", met: false },
      { gate: "max-cer", met: true },
    ]);
    expect(memos).toMatchObject([{ name: "a/memo.pdf", wrongFields: ["subject", "closing"] }]);
    expect(worst).toEqual([{ name: "a/memo.pdf", group: "memo.pdf" }]);
  });
});

describe("the HTML pages", () => {
  const pages = [
    ["check", checkPage(HOSTILE_REPORT)],
    ["evaluation", evaluationPage(HOSTILE_REPORT.evaluation, () => [{ page: 1, jpeg: "AAAA" }])],
  ] as const;

  it.each(pages)("escape what they are given: %s", (_, page) => {
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;alert(");
    expect(page).not.toMatch(UNPRINTABLE);
  });

  it.each(pages)("load nothing and run nothing: %s", (_, page) => {
    expect(page).toContain("default-src 'none'");
    expect(page.match(/\b(?:src|href)="(?!data:image\/jpeg;base64,)/g)).toBeNull();
    expect(page.match(/<[^>]*\son\w+=/g)).toBeNull();
  });

  it("are well-formed, so that every element is closed", async () => {
    for (const [, page] of pages) {
      const xhtml = page
        .replace("<!doctype html>\n", "")
        .replace(/<(meta|img|br)\b([^>]*)>/g, "<$1$2/>")
        .replaceAll("&nbsp;", " ");
      const { errors } = await validateXML({ xml: xhtml, schema: [ANY_ELEMENT] });
      expect(errors.map(({ message }) => message)).toEqual([]);
    }
  });

  it("show the page beside what differs in it, and the plots", () => {
    const page = evaluationPage(REPORT.evaluation, () => [{ page: 2, jpeg: "AAAA" }]);
    expect(page).toContain('<img src="data:image/jpeg;base64,AAAA" alt="page 2 of a/memo.pdf" loading="lazy">');
    expect(page).toContain("<del>Bänke </del><ins>Banke </ins>am Elbufer");
    expect(page.match(/<svg /g)).toHaveLength(5);
  });

  it("open with what differs, and are not cut at the right when printed", () => {
    const page = checkPage(reportOf([caseOf("a/memo.txt"), DIFFERS]));
    expect(page.indexOf("What differs")).toBeLessThan(page.indexOf("a/memo.pdf"));
    expect(page.indexOf("a/memo.pdf")).toBeLessThan(page.indexOf("a/memo.txt"));
    expect(page).toMatch(/@media print \{.*table \{ width: 100%; table-layout: fixed; \}/su);
  });

  it("say so where nothing is wrong", () => {
    const score = scoreMemo(truth(MEMO), EXPECTED);
    const page = evaluationPage(evaluate([{ name: "a", group: "ocr", score, differences: [] }], {}), () => []);
    expect(page).toContain("Nothing is wrong with any of them.");
  });
});

const ANY_ELEMENT = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="html"><xs:complexType mixed="true">
    <xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:anyAttribute processContents="skip"/>
  </xs:complexType></xs:element></xs:schema>`;
