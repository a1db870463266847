import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { type CaseInput, findCases } from "../../src/check/case-folder.ts";
import { checkCase } from "../../src/check/check-case.ts";
import { loadCase } from "../../src/check/load-case.ts";
import { type CheckReport, passes } from "../../src/evaluate/check-report.ts";
import { evaluate } from "../../src/evaluate/evaluation.ts";
import { openEngine } from "../../src/ocr/open-engine.ts";
import { Pipeline } from "../../src/pipeline/pipeline.ts";
import { humanCheck } from "../../src/report/check/human.ts";
import { paintFor } from "../../src/report/paint.ts";
import { createTasks } from "../../src/workers/tasks.ts";
import { localRunner, silence } from "../workers/fake-steps.ts";

/** The rule that makes broken words whole finds nothing any more. */
vi.mock("../../src/repair/line-break/line-breaks.ts", () => ({ findLineBreaks: () => [] }));

const runner = localRunner(createTasks(new Pipeline(openEngine)), 1);
const inputs = await findCases(fileURLToPath(new URL("../../fixtures", import.meta.url)));

async function checked(name: string): Promise<CheckReport> {
  const input = inputs.find((one) => one.name === name) as CaseInput;
  const tools = { runner, listener: silence, record: false, update: false };
  const { report, scored } = await checkCase(await loadCase(input), tools);
  return { cases: [report], evaluation: evaluate(scored, {}) };
}

describe("a broken repair rule", () => {
  it("makes a scan differ, and the word and its page are named", async () => {
    const report = await checked("einzelner-punkt/scan.pdf");
    expect(passes(report)).toBe(false);
    const told = humanCheck(report, paintFor({}, 0));
    expect(told).toContain("✗ einzelner-punkt/scan.pdf  differs\n");
    expect(told).toContain("/memo/items/0/clauses/0/text, page 1\n");
    expect(told).toContain("[-herzustellen.-]{+herzustel- len.+}");
    expect(told).toContain('"Winterlinden" expected, "Winterlin- den" read, page 1\n');
  });

  it("is told by page in a letter of two", async () => {
    const report = await checked("solidaritaetspartnerschaft/scan.pdf");
    const told = humanCheck(report, paintFor({}, 0));
    expect(told).toMatch(/expected, .* read, page 1\n/);
    expect(told).toMatch(/expected, .* read, page 2\n/);
  });
});
