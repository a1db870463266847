import { describe, expect, it } from "vitest";
import { repaired } from "./repaired.ts";

describe("unicode", () => {
  it.each([
    ["die Auﬂage", "die Auflage"],
    ["u\u0308ber die Ma\u00adßnahme", "über die Maßnahme"],
    ["\ufeffSehr geehrte\u00a0Damen", "Sehr geehrte Damen"],
    ["Zeile eins\r\nZeile zwei\u0007", "Zeile eins\nZeile zwei"],
  ])("%j", async (raw, whole) => {
    expect(await repaired(raw)).toBe(whole);
  });

  it("takes a soft hyphen at a line's end for the hyphen that is printed there", async () => {
    expect(await repaired("die Kin\u00ad\ndertagesstätte")).toBe("die Kindertagesstätte");
  });
});
