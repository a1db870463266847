import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findCases } from "../../src/check/case-folder.ts";
import { checkCase } from "../../src/check/check-case.ts";
import { loadCase } from "../../src/check/load-case.ts";
import { openEngine } from "../../src/ocr/open-engine.ts";
import { Pipeline } from "../../src/pipeline/pipeline.ts";
import { createTasks } from "../../src/workers/tasks.ts";
import { localRunner, silence } from "../workers/fake-steps.ts";
import { undone, valueAt } from "./undo.ts";

const runner = localRunner(createTasks(new Pipeline(openEngine)), 1);
const inputs = await findCases(fileURLToPath(new URL("../../fixtures", import.meta.url)));

describe.each(inputs)("$name", async (input) => {
  const loaded = await loadCase(input);
  const { report, outcome } = await checkCase(loaded, { runner, listener: silence, record: false, update: false });

  it("has a recording that holds, if any (hausmitteilung check --record)", () => {
    expect(loaded.recorded.staleBecause).toBeNull();
  });

  it("gives what is expected (hausmitteilung check --update)", () => {
    expect(report.differences).toEqual([]);
    expect(report.verdict).toBe("same");
  });

  if ("failure" in outcome) return;

  it("gives the raw text back when its corrections are undone", () => {
    for (const record of outcome.records) {
      for (const pointer of new Set(record.corrections.map((correction) => correction.at))) {
        expect(undone(record, pointer), pointer).toBe(record.evidence[pointer]?.raw);
      }
    }
  });

  it("has evidence for every filled text of the memo", () => {
    for (const record of outcome.records) {
      for (const pointer of Object.keys(record.evidence)) expect(valueAt(record, pointer), pointer).not.toBeNull();
    }
  });
});
