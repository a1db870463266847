import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

describe("package.json", () => {
  it("names the manual page in a list: npm links none that is named by itself", () => {
    expect(manifest.man).toEqual(["./dist/man/hausmitteilung.1"]);
  });

  it("is published only after all checks", () => {
    expect(manifest.scripts.prepublishOnly).toBe("npm run check");
  });

  it("leaves what only a fleet needs to those who run one", () => {
    const peers = Object.keys(manifest.peerDependencies);
    expect(Object.keys(manifest.peerDependenciesMeta)).toEqual(peers);
    for (const [name, range] of Object.entries(manifest.peerDependencies)) {
      expect(manifest.devDependencies).toHaveProperty([name], range);
      expect(manifest.dependencies).not.toHaveProperty([name]);
    }
  });
});
