import { describe, expect, it } from "vitest";
import { isPageMark } from "../../src/text/page-marks.ts";

describe("isPageMark", () => {
  it.each(["-2-", "- 3 -", " – 12 – ", "2-", "-4", "Seite 1 von 2", "Seite 3", "- Seite 2 -", "Blatt 2/3"])(
    "knows %j",
    (mark) => {
      expect(isPageMark(mark)).toBe(true);
    },
  );

  it.each(["", "2", "2.", "-", "- 2 Stück -", "2 - 3", "zu 2.:", "Seite an Seite", "siehe Seite 2", "- 5,2"])(
    "lets %j be text",
    (text) => {
      expect(isPageMark(text)).toBe(false);
    },
  );
});
