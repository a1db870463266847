import { describe, expect, it } from "vitest";
import { headOf } from "../../../src/structure/fields/head.ts";
import { readingOf } from "../reading-of.ts";

describe("the head's fields", () => {
  it.each([
    ["GZ: (GB 4) 41", "(GB 4) 41"],
    ["GZ: (G8 4)41", "(GB 4) 41"],
    ["GE: [6B 7] 86.20", "(GB 7) 86.20"],
    ["GZ: 10.3/12", "10.3/12"],
    ["wv: GZ: (GB 1) 10 12", "(GB 1) 10 12"],
  ])("file reference %s", (line, value) => {
    expect(headOf(readingOf(["fileReference", line])).fileReference?.value).toBe(value);
  });

  it("papers with their meetings, a district's name mended", () => {
    const { references } = headOf(
      readingOf(["heading", "Beschlusskontrolle zu V1234/17 (SR/041/2017)", "und V-PI00032/20"]),
    );
    expect(references.map(({ paper, meeting }) => [paper.value, meeting?.value ?? null])).toEqual([
      ["V1234/17", "SR/041/2017"],
      ["V-Pl00032/20", null],
    ]);
  });

  it("meetings with a bracket for a slash or a letter for a figure", () => {
    const { references } = headOf(readingOf(["heading", "zu V1234/17 {Sitzungsnummer: SR(0Ö8/2017)"]));
    expect(references.map(({ meeting }) => meeting?.value)).toEqual(["SR/008/2017"]);
  });

  it("a group of the council that was read almost right", () => {
    expect(headOf(readingOf(["recipient", "Fraktion DIE L1NKE."])).recipient?.value).toBe("Fraktion DIE LINKE.");
    expect(headOf(readingOf(["recipient", "Fraktion Bündnis 90/ Die Grünen"])).recipient?.value).toBe(
      "Fraktion Bündnis 90/ Die Grünen",
    );
    expect(headOf(readingOf(["recipient", "Herrn Stadtrat „ Muster"])).recipient?.value).toBe("Herrn Stadtrat Muster");
    expect(headOf(readingOf(["recipient", "Herrn Stadtrat Muster"])).recipient?.value).toBe("Herrn Stadtrat Muster");
  });

  it("semicolons in an office's name are commas", () => {
    expect(headOf(readingOf(["office", "Geschäftsbereich Arbeit; Soziales und Wohnen"])).office?.value).toBe(
      "Geschäftsbereich Arbeit, Soziales und Wohnen",
    );
  });

  it.each([
    ["Geschäftsbereich Kultur und Tounsmus", "Geschäftsbereich Kultur und Tourismus"],
    ["zSt Geschäftsbereich Bildung und Jugend GBX", "Geschäftsbereich Bildung und Jugend"],
    ["Geschäftsbereich Bildung und Jugend, Amt 40", "Geschäftsbereich Bildung und Jugend, Amt 40"],
    ["Geschäftsbereich Häfen und Brücken", "Geschäftsbereich Häfen und Brücken"],
  ])("an office: %s", (line, value) => {
    expect(headOf(readingOf(["office", line])).office?.value).toBe(value);
  });

  it("a stamp beside the file reference is none of it", () => {
    expect(headOf(readingOf(["fileReference", "GZ:", "(GB 4) 41", "1 7. EL »W"])).fileReference?.value).toBe(
      "(GB 4) 41",
    );
    expect(headOf(readingOf(["fileReference", "GZ: GZ: (OB)", "12.30"])).fileReference?.value).toBe("(OB) 12.30");
  });

  it("what an inquiry is called before its title, and a list within it", () => {
    expect(headOf(readingOf(["subject", "Einwohneranfrage Nr.", "Bänke am Anger"])).subject?.value).toBe(
      "Bänke am Anger",
    );
    expect(headOf(readingOf(["subject", "Wege", "- am Anger", "- am Hang"])).subject?.value).toBe(
      "Wege\n- am Anger\n- am Hang",
    );
  });

  it.each([
    ["☒ vertraulich", true],
    ["□ vertraulich", false],
  ])("%s", (line, value) => {
    expect(headOf(readingOf(["confidential", line])).confidential?.value).toBe(value);
  });
});
