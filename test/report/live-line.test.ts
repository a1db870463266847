import { describe, expect, it } from "vitest";
import { liveLine } from "../../src/report/live-line.ts";
import { paintFor } from "../../src/report/paint.ts";
import { recorder } from "./recorder.ts";

const plain = paintFor({}, 0);
const CLEAR = "\r\u001b[2K";

describe("liveLine", () => {
  it("leaves no rest of itself on the terminal", () => {
    const stream = recorder({ isTTY: true, columns: 80 });
    const report = liveLine(stream, plain, 1);
    report({ event: "progress", source: "scan.pdf", stage: "open" });
    report({ event: "file-done", source: "scan.pdf", records: 1, needReview: 0, pages: 1 });
    report({ event: "run-done", files: 1, records: 1, needReview: 0, failed: 0 });
    expect(stream.text()).toBe(`${CLEAR}scan.pdf: open${CLEAR}`);
  });

  it("stays on one line of a narrow terminal, and keeps its end", () => {
    const stream = recorder({ isTTY: true, columns: 22 });
    const report = liveLine(stream, plain, 1);
    report({ event: "progress", source: "ein-langer-name.pdf", stage: "read", page: 1, of: 12 });
    expect(stream.text()).toBe(`${CLEAR}…, page 1 of 12: read`);
  });
});
