import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { MemoError } from "../../src/model/failure.ts";
import type { MemoRecord } from "../../src/model/record.ts";
import type { DocumentSteps } from "../../src/workers/tasks.ts";
import { createTasks } from "../../src/workers/tasks.ts";
import type { TaskRunner } from "../../src/workers/worker-pool.ts";
import { MEMO, recordOf } from "../evaluate/memos.ts";
import { fakeSteps, localRunner } from "../workers/fake-steps.ts";

/** A folder of cases with the files given by their paths: text as it is, anything else as JSON. */
export function caseFolder(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "cases-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

/** The record that `fakeReader` gives for a file of that text. */
export function recordFor(text: string): MemoRecord {
  return recordOf({ ...MEMO, subject: text });
}

/**
 * Reads files whose text becomes the subject of a memo; "not-a-memo" fails, "a fault" is one of the program, and
 * "several" gives two memos. `ran` tells the tasks done.
 */
export function fakeReader(): TaskRunner & { readonly ran: string[] } {
  const steps: DocumentSteps = {
    ...fakeSteps(),
    async understand({ pages }) {
      const text = pages.map((page) => page.lines.map((line) => line.text).join("\n")).join("\n");
      if (text === "not-a-memo") throw new MemoError("not-a-memo");
      if (text === "a fault") throw new TypeError("undefined is not a memo");
      return text === "several" ? [recordFor("eins"), recordFor("zwei")] : [recordFor(text)];
    },
  };
  return localRunner(createTasks(steps), 1);
}
