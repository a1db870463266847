import { describe, expect, it } from "vitest";
import { repaired } from "./repaired.ts";

describe("quotation marks", () => {
  it.each([
    ['der Ausbau des "Grünen Bogens" im Süden', "der Ausbau des „Grünen Bogens“ im Süden"],
    ["der Ausbau des ,,Grünen Bogens'' im Süden", "der Ausbau des „Grünen Bogens“ im Süden"],
    ["der Ausbau des „Grünen Bogens” im Süden", "der Ausbau des „Grünen Bogens“ im Süden"],
    ["der Ausbau des ‚Bogens“ im Süden", "der Ausbau des „Bogens“ im Süden"],
    ["der Ausbau des 'Bogens\" im Süden", "der Ausbau des „Bogens“ im Süden"],
    ["der Ausbau des »Grünen Bogens« im Süden", "der Ausbau des „Grünen Bogens“ im Süden"],
    ["der Ausbau des „Grünen Bogens„ im Süden", "der Ausbau des „Grünen Bogens“ im Süden"],
    ["der Ausbau des „Grünen Bogens^' im Süden", "der Ausbau des „Grünen Bogens“ im Süden"],
    ["dass es dabei „gewährleistet ist/'\n\nDie", "dass es dabei „gewährleistet ist.“\n\nDie"],
  ])("%j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it("open where a line or a point begins with a comma", async () => {
    expect(await repaired(',2. die Wege zu pflastern."\n1. ,Der Markt ist schön."')).toBe(
      "„2. die Wege zu pflastern.“\n1. „Der Markt ist schön.“",
    );
  });

  it("nest", async () => {
    expect(await repaired('1. „Der Rat begrüßt den Plan „Grüner Bogen" und die Mittel."\nDas Amt prüft.')).toBe(
      "1. „Der Rat begrüßt den Plan „Grüner Bogen“ und die Mittel.“\nDas Amt prüft.",
    );
  });

  it("begin anew with each clause, though one was never closed", async () => {
    expect(await repaired('1. „Der Plan wird geprüft.\nDas ist erfolgt.\n2. „Der "Bogen" wird gebaut."')).toBe(
      "1. „Der Plan wird geprüft.\nDas ist erfolgt.\n2. „Der „Bogen“ wird gebaut.“",
    );
  });

  it.each(["der Ausbau des ‚Bogens‘ im Süden", "Hans' Antrag war's nicht", "eine Platte von 5\" und 3' Länge"])(
    "leaves %j",
    async (raw) => {
      expect(await repaired(raw)).toBe(raw);
    },
  );
});
