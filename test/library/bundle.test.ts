import { describe, expect, it } from "vitest";
import { refuseBundle } from "../../src/library/bundle.ts";

describe("refuseBundle", () => {
  it("lets the package's own file be", () => {
    expect(() => refuseBundle()).not.toThrow();
  });

  it.each(["file:///app/server.js", undefined])("says what to mark external where the code is in %s", (url) => {
    expect(() => refuseBundle(url ?? "")).toThrow("--external:hausmitteilung");
  });
});
