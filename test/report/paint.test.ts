import { describe, expect, it } from "vitest";
import { paintFor } from "../../src/report/paint.ts";
import { printable } from "../../src/report/printable.ts";

describe("paintFor", () => {
  it("paints where the terminal has colours", () => {
    expect(paintFor({}, 1).red("x")).toBe("\u001b[31mx\u001b[39m");
  });

  it("paints nothing where there is no terminal", () => {
    expect(paintFor({}, 0).red("x")).toBe("x");
  });

  it("honours NO_COLOR, if it is not empty", () => {
    expect(paintFor({ NO_COLOR: "1" }, 3).red("x")).toBe("x");
    expect(paintFor({ NO_COLOR: "" }, 1).red("x")).not.toBe("x");
  });
});

describe("printable", () => {
  it("lets no name steer the terminal or break the line", () => {
    expect(printable("a\nb\u001b[31mc\u202ed\u2028e")).toBe("a\\nb\\u001b[31mc\\u202ed\\u2028e");
  });

  it("leaves letters of all languages and pictures alone", () => {
    expect(printable("Größe „Żółć“ 🏛️.pdf")).toBe("Größe „Żółć“ 🏛️.pdf");
  });
});
