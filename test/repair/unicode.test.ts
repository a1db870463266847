import { describe, expect, it } from "vitest";
import { repaired, repairedText } from "./repaired.ts";

describe("unicode", () => {
  it.each([
    ["die Auﬂage", "die Auflage"],
    ["u\u0308ber die Ma\u00adßnahme", "über die Maßnahme"],
    ["\ufeffSehr geehrte\u00a0Damen", "Sehr geehrte Damen"],
    ["Zeile eins\r\nZeile zwei\u0007", "Zeile eins\nZeile zwei"],
    ["die \u202eBrücke\u202c und \u2066das\u2069 Ufer", "die Brücke und das Ufer"],
    ["der \u200fHaus\u200bhalt\u{e0041} \ud800 \ufdd0im Jahr", "der Haushalt  im Jahr"],
    ["die Brücke\vund\u2028das Ufer", "die Brücke und das Ufer"],
  ])("%j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it("tells of each invisible character that it takes away", async () => {
    const raw = "die \u202eBrücke\u202c";
    const text = await repairedText(raw);
    expect(text.changes().map(({ rules, from, to }) => ({ rules, from, to }))).toEqual([
      { rules: ["unicode"], from: "\u202e", to: "" },
      { rules: ["unicode"], from: "\u202c", to: "" },
    ]);
    expect(text.undo()).toBe(raw);
  });

  it("takes a soft hyphen at a line's end for the hyphen that is printed there", async () => {
    expect(await repaired("die Kin\u00ad\ndertagesstätte")).toBe("die Kindertagesstätte");
  });
});
