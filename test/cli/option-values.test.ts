import { describe, expect, it } from "vitest";
import { baseUrl, positiveInteger, probability } from "../../src/cli/commands/option-values.ts";

describe("option values", () => {
  it.each(["1", "16"])("takes %j for a number of jobs", (value) => expect(positiveInteger(value)).toBe(Number(value)));
  it.each(["0", "-1", "1.5", "two", ""])("refuses %j for one", (value) => {
    expect(() => positiveInteger(value)).toThrow("whole number");
  });

  it.each(["0", "0.5", "1"])("takes %j for a probability", (value) => expect(probability(value)).toBe(Number(value)));
  it.each(["1.01", "-0.1", "", " ", "high"])("refuses %j for one", (value) => {
    expect(() => probability(value)).toThrow("from 0 to 1");
  });

  it("gives a base URL its slash", () => {
    expect(baseUrl("https://ris.example.org/oparl")).toBe("https://ris.example.org/oparl/");
    expect(baseUrl("https://ris.example.org/oparl/")).toBe("https://ris.example.org/oparl/");
  });
  it.each(["ris.example.org", "/oparl", "file:///oparl", "https://"])("refuses %j for one", (value) => {
    expect(() => baseUrl(value)).toThrow("absolute URL");
  });
});
