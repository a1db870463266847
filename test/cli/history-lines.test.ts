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
    expect(historyLines(event, 3, true, "en")).toEqual([
      "  3  2026-03-02T08:15:00.000Z  Clerk  set /memo/items/0/response",
      "     - jährlichen Kosten von 38.000 Euro zu rechnen",
      "     + jährlichen Kosten von 38.500 Euro zu rechnen",
    ]);
  });

  it("says what was taken back", () => {
    const event = decided({ act: "confirm", field: "/memo/date", old: "2024-01-01", new: "2024-01-01" });
    expect(historyLines(event, 12, false, "en")[0]).toContain("confirm /memo/date  (taken back)");
  });

  it("speaks German to who does: acts, moments, findings", () => {
    const finding = { code: "unplaced-text", message: 'No field took this line: "x".', page: 1 };
    const event = decided({ act: "dismiss", field: "/diagnostics", old: finding.message, new: null, finding });
    const [head, detail] = historyLines(event, 1, false, "de");
    expect(head).toMatch(/^ {2}1 {2}0\d\.03\.2026, \d\d:15 {2}Clerk {2}Hinweis erledigt {2}\(zurückgenommen\)$/u);
    expect(detail).toContain("Diese Zeile gehört zu keinem Feld.");
  });

  it("names the word that was looked at", () => {
    const [old, word] = ["Die Bänke stehen.", { offset: 4, length: 5 }];
    const event = decided({ act: "check", field: "/memo/items/0/response", old, new: old, word });
    expect(historyLines(event, 1, true, "en")[1]).toBe('     "Bänke"');
  });
});
