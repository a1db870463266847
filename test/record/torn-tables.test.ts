import { describe, expect, it } from "vitest";
import { tornTables } from "../../src/record/torn-tables.ts";
import type { MemoTree } from "../../src/text/memo-tree.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";

/** What is said of an answer that was read as such lines. */
function said(...lines: readonly string[]): (string | undefined)[] {
  const read = readTextOf(pagesOfPlainText(lines.join("\n")));
  const text = TracedText.of(read);
  const items = [{ leadIn: null, clauses: [], response: { value: text.text, text, confidence: 1 }, fulfilment: null }];
  return tornTables(read, { items } as unknown as MemoTree).map(({ at }) => at);
}

const RESPONSE = "/memo/items/0/response";

describe("a table that a text layer tore apart", () => {
  it.each([
    ["columns one after the other", ["Salz", "Lauge", "Splitt", "9.236 t", "728 t", "981 t"]],
    ["rows with single spaces", ["Baukosten 175.600 0 800", "Wegebau 23.800 1.800 1.500"]],
    ["labels and a number", ["Bepflanzung 135,1 Mio. Euro", "Wegebau 14,8 Mio. Euro", "Spielgeräte 4,8 Mio. Euro"]],
    ["rows of which one has a cell less", ["Jahr    Plan    Ist", "2014    12    13", "2015    14"]],
  ])("is said: %s", (_, lines) => {
    expect(said("Es ergibt sich:", ...lines)).toEqual([RESPONSE]);
  });

  it.each([
    ["sentences", ["Die Mittel in Höhe von 12.000 Euro", "sind im Haushaltsplan 2015", "und 2016 eingeordnet."]],
    ["a list", ["1.   Die Straße wird gebaut.", "2.   Der Weg wird erneuert."]],
    ["bullets read as dots", [".\twelche Säle ungenutzt sind,", "wie sie vergeben werden."]],
  ])("is none: %s", (_, lines) => {
    expect(said(...lines)).toEqual([]);
  });
});
