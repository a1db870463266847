import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { expectGolden } from "../golden/golden-file.ts";
import { installedPackages, thirdPartyNotices } from "../tools/third-party-notices.ts";

const NOTICES = fileURLToPath(new URL("../../src/THIRD_PARTY_NOTICES.md", import.meta.url));

/** Licences that an Apache-2.0 program may be linked with. */
const PERMISSIVE = new Set(["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "(MIT OR CC0-1.0)"]);

/** Others, and the packages they are taken from: each was looked at (THIRD_PARTY_NOTICES.md says with what result). */
const LOOKED_AT: readonly { readonly license: string; readonly packages: RegExp }[] = [
  { license: "LGPL-3.0-or-later", packages: /^@img\/sharp-/ },
  { license: "(GPL-2.0 OR GPL-3.0)", packages: /^dictionary-de$/ },
  { license: "(MIT OR CC0-1.0)", packages: /^type-fest$/ },
];

function isFine(name: string, license: string): boolean {
  const looked = LOOKED_AT.filter(({ packages }) => packages.test(name)).map((entry) => entry.license);
  return (
    looked.includes(license) || license.split(" AND ").every((part) => PERMISSIVE.has(part) || looked.includes(part))
  );
}

describe("third-party notices", () => {
  it("are those of the packages that come along (npm run notices rewrites them)", () => {
    expectGolden(NOTICES, thirdPartyNotices());
  });

  it("hold no licence that was not looked at", () => {
    const strangers = installedPackages().filter(({ name, license }) => !isFine(name, license));
    expect(strangers).toEqual([]);
  });
});
