import { describe, expect, it } from "vitest";
import { tailOf } from "../../../src/structure/fields/tail.ts";
import { PROFILE } from "../../../src/structure/profile.ts";
import { readingOf, type Written } from "../reading-of.ts";

function signaturesIn(...written: Written[]): unknown[] {
  return tailOf(readingOf(...written), PROFILE.officeHolders).signatures.map(({ name, role, capacity }) => [
    name?.value ?? null,
    role?.value ?? null,
    capacity?.value ?? null,
  ]);
}

describe("who signed", () => {
  it("in plain text: who stands above the label signed, the others noted", () => {
    expect(
      signaturesIn(
        ["name", "Eva Jähnigen"],
        ["role", "Beigeordnete für Umwelt"],
        ["noted", "Kenntnisnahme:"],
        ["name", "Dirk Hilbert"],
        ["role", "Oberbürgermeister"],
      ),
    ).toEqual([
      ["Eva Jähnigen", "Beigeordnete für Umwelt", "signed"],
      ["Dirk Hilbert", "Oberbürgermeister", "noted"],
    ]);
  });

  it("everybody, where nobody only noted", () => {
    expect(signaturesIn(["name", "i. V. Martin Seifert"], ["role", "Amtsleiter"])).toEqual([
      ["Martin Seifert", "Amtsleiter", "signed"],
    ]);
  });

  it("a name under a pen's scribble is freed of it", () => {
    expect(signaturesIn(["name", "~ ^Anna Beispiel #^"])).toEqual([["Anna Beispiel", null, "signed"]]);
  });

  it("a role without a name is nobody's name, and is reported", () => {
    const reading = readingOf(["role", "Oberbürgermeister"]);
    const { signatures, diagnostics } = tailOf(reading, PROFILE.officeHolders);
    expect(signatures).toMatchObject([{ name: null, role: { value: "Oberbürgermeister" } }]);
    expect(diagnostics).toMatchObject([{ code: "name-uncertain", at: "/memo/signatures/0/name" }]);
  });

  it("names first, then their roles", () => {
    expect(
      signaturesIn(
        ["name", "Eva Jähnigen"],
        ["name", "Dirk Hilbert"],
        ["role", "Beigeordnete für Umwelt"],
        ["role", "Oberbürgermeister"],
      ),
    ).toEqual([
      ["Eva Jähnigen", "Beigeordnete für Umwelt", "signed"],
      ["Dirk Hilbert", "Oberbürgermeister", "signed"],
    ]);
  });
});

describe("closing and attachments", () => {
  it.each([
    ["Mit freundlichen Grüßen,", "Mit freundlichen Grüßen"],
    ["Mit fr#ndl chen Grü", "Mit freundlichen Grüßen"],
    ["Mit besten Grüßen", "Mit besten Grüßen"],
  ])("the closing %s", (line, closing) => {
    expect(tailOf(readingOf(["closing", line]), []).closing?.value).toBe(closing);
  });

  it.each([
    [["Anlage 1: Lageplan"], ["Anlage 1: Lageplan"]],
    [
      ["Anlagen:", "Lageplan", "Kostenplan"],
      ["Lageplan", "Kostenplan"],
    ],
    [["Anlage: Lageplan"], ["Lageplan"]],
    [["Anlage"], ["Anlage"]],
  ])("attachments %s", (lines, attachments) => {
    const tail = tailOf(readingOf(["attachment", ...lines]), []);
    expect(tail.attachments.map(({ value }) => value)).toEqual(attachments);
  });
});
