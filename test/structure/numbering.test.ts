import { describe, expect, it } from "vitest";
import { letterOf, understandText } from "./letter.ts";

const NUMBERING = /^(?:clause-number|heading-without)/u;

/** What is found in how a letter with this body counts: code and place. */
function faultsIn(body: string): string[] {
  const { diagnostics } = understandText(letterOf(body));
  return diagnostics.filter(({ code }) => NUMBERING.test(code)).map(({ code, at }) => `${code} ${at}`);
}

/** A clause of this number with its answer. */
const pair = (number: string, noun: string): string =>
  `${number} „den ${noun} zu prüfen.“\nDer ${noun} wurde im März geprüft.`;

describe("findings on a letter's numbers", () => {
  it("tells of a number that is left out", () => {
    expect(faultsIn([pair("1.", "Markt"), pair("2.", "Hafen"), pair("4.", "Turm")].join("\n"))).toEqual([
      "clause-number-missing /memo/items/2",
    ]);
  });

  it("tells of text before a late number that leads to nothing", () => {
    const body = `„Der Markt ist schön gelegen und\n2. den Hafen zu prüfen.“\nDer Hafen wurde im März geprüft.`;
    expect(faultsIn(body)).toEqual(["clause-number-missing /memo/items/0"]);
  });

  it("tells of a clause between two numbers that lost its own", () => {
    const bare = "„den Hafen zu prüfen.“\nDer Hafen wurde im März geprüft.";
    expect(faultsIn([pair("1.", "Markt"), bare, pair("3.", "Turm")].join("\n"))).toEqual([
      "clause-number-missing /memo/items/1",
    ]);
  });

  it("tells of a number that stands twice, at both places", () => {
    expect(faultsIn([pair("1.", "Markt"), pair("2.", "Hafen"), pair("2.", "Turm")].join("\n"))).toEqual([
      "clause-number-repeated /memo/items/1",
      "clause-number-repeated /memo/items/2",
    ]);
  });

  it("has nothing to say of a report that begins late, of sub-points, and of a second resolution", () => {
    expect(faultsIn([pair("3.", "Markt"), pair("4.", "Hafen")].join("\n"))).toEqual([]);
    expect(faultsIn([pair("1.", "Markt"), pair("2. a)", "Hafen"), pair("b)", "Turm")].join("\n"))).toEqual([]);
    const matters = [pair("1.", "Markt"), pair("2.", "Hafen"), "Beschluss zu V0123/18:", pair("1.", "Turm")];
    expect(faultsIn(matters.join("\n"))).toEqual([]);
  });

  it("tells of a heading that no clause bears the number of", () => {
    const clauses = "Beschluss:\n1. Der Oberbürgermeister wird beauftragt, den Markt zu prüfen.";
    const answers = "zu 1.:\nDer Markt wurde geprüft.\nzu 4.:\nDer Turm wurde geprüft.";
    expect(faultsIn(`${clauses}\n${answers}`)).toEqual(["heading-without-clause /memo/items/0"]);
  });
});
