import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

describe("package.json", () => {
  it("names the manual page in a list: npm links none that is named by itself", () => {
    expect(manifest.man).toEqual(["./dist/man/hausmitteilung.1"]);
  });

  it("is not to be published by accident", () => {
    expect(manifest.private).toBe(true);
  });
});
