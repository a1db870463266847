import { describe, expect, it } from "vitest";
import { PROFILE } from "../../../src/structure/profile.ts";
import { readName } from "../../../src/structure/values/mend-name.ts";

describe("a name under a signature", () => {
  const known = PROFILE.officeHolders;

  it.each([
    ["Dirk Hilpert", "Dirk Hilbert"],
    ["Dirk#^lbert", "Dirk Hilbert"],
    ["Dirk Hil", "Dirk Hilbert"],
    // Letters lost and strokes between those that are left.
    ["/rk Hilbrt", "Dirk Hilbert"],
    ["EvaJahnlgn", "Eva Jähnigen"],
  ])("is mended: %s", (read, name) => {
    expect(readName(read, known)).toMatchObject({ kind: "mended", name });
  });

  it.each([
    ["Detlef Sil", "Detlef Sittel"],
    ["Hin Seidel", "Martin Seidel"],
    ["Hartmut Irarjohann", "Hartmut Vorjohann"],
  ])("is mended above a role that only known persons have: %s", (read, name) => {
    expect(readName(read, known, true)).toMatchObject({ kind: "mended", name });
    expect(readName(read, known).kind).not.toBe("mended");
  });

  it.each(["Detlef Rasche", "Anna Beispiel"])("can be read there: %s", (read) => {
    expect(readName(read, known, true)).toEqual({ kind: "clean" });
  });

  it.each(["Martin Seifert"])("is doubted there, not replaced: %s", (read) => {
    expect(readName(read, known, true)).toEqual({ kind: "doubtful" });
  });

  it.each(["Vorjohann", "Schmidt-Lamontain"])("is a surname as printed: %s", (read) => {
    expect(readName(read, known, true)).toEqual({ kind: "clean" });
  });

  it.each(["Vorjohahn", "Voridhann"])("is a surname misread, of nobody's first name: %s", (read) => {
    expect(readName(read, known, true)).toEqual({ kind: "doubtful" });
  });

  it.each(["Detlef Rasche", "Anna Beispiel", "Dr. Peter Lames", "Musterfrau"])("stays: %s", (read) => {
    expect(readName(read, known)).toEqual({ kind: "clean" });
  });

  it.each(["Seidl", "Martin Seifert", "Detlef Siti", "Hartmaut Vefjohan"])("stays and is doubted: %s", (read) => {
    expect(readName(read, known)).toEqual({ kind: "doubtful" });
  });

  it.each(["~#^", "1 .", "Oberbürgermeister", "Amtsleiter", "Dirk", "rt Hi"])("is never made up: %s", (read) => {
    expect(readName(read, known).kind).not.toBe("mended");
  });
});
