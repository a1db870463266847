import { describe, expect, it } from "vitest";
import { historyLines } from "../../src/cli/history-lines.ts";
import { decided } from "../revise/records.ts";

describe("a line of history", () => {
  it("tells who changed what, and of a text only the words changed, with those about them", () => {
    const event = decided({
      act: "set",
      field: "/memo/items/0/response",
      old: "Es ist mit jährlichen Kosten von 38.000 Euro zu rechnen und mehr.",
      new: "Es ist mit jährlichen Kosten von 38.500 Euro zu rechnen und mehr.",
    });
    expect(historyLines(event, 3, true)).toEqual([
      "  3  2026-03-02T08:15:00.000Z  Clerk  set /memo/items/0/response",
      "     - jährlichen Kosten von 38.000 Euro zu rechnen",
      "     + jährlichen Kosten von 38.500 Euro zu rechnen",
    ]);
  });

  it("says what was taken back", () => {
    const event = decided({ act: "confirm", field: "/memo/date", old: "2024-01-01", new: "2024-01-01" });
    expect(historyLines(event, 12, false)[0]).toContain("confirm /memo/date  (taken back)");
  });
});
