import { describe, expect, it } from "vitest";
import { readName } from "../../../src/structure/fields/mend-name.ts";
import { PROFILE } from "../../../src/structure/profile.ts";

describe("a name under a signature", () => {
  const known = PROFILE.officeHolders;

  it.each([
    ["Dirk Hilpert", "Dirk Hilbert"],
    ["Dirk#^lbert", "Dirk Hilbert"],
    ["Dirk Hil", "Dirk Hilbert"],
  ])("is mended: %s", (read, name) => {
    expect(readName(read, known)).toMatchObject({ kind: "mended", name });
  });

  it.each(["Martin Seifert", "Detlef Rasche", "Anna Beispiel", "Dr. Peter Lames"])("stays: %s", (read) => {
    expect(readName(read, known)).toEqual({ kind: "clean" });
  });

  it.each(["~#^", "1 .", "Oberbürgermeister", "Amtsleiter"])("is never made up: %s", (read) => {
    expect(readName(read, known).kind).not.toBe("mended");
  });
});
