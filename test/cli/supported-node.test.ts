import { describe, expect, it } from "vitest";
import { CommandFailed } from "../../src/cli/shell.ts";
import { loadFleet } from "../../src/cli/supported-node.ts";

const load = async (): Promise<string> => "loaded";

describe("commands of the fleet", () => {
  it.each(["20.20.2", "22.11.0"])("are refused on Node.js %s, with what is needed", (node) => {
    expect(() => loadFleet(load, node)).toThrow(CommandFailed);
    expect(() => loadFleet(load, node)).toThrow(/22\.12 or later.*this is/u);
  });

  it.each(["22.12.0", "24.0.0", "26.1.0"])("are loaded on Node.js %s", async (node) => {
    expect(await loadFleet(load, node)).toBe("loaded");
  });
});
