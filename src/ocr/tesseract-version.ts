import { installedVersion } from "./installed-version.ts";

/** Versions of the packages that what is read depends on. */
export function tesseractJsVersion(): string {
  const packages = ["tesseract.js", "tesseract.js-core", "@tesseract.js-data/deu"];
  return packages.map((name) => `${name} ${installedVersion(name)}`).join(", ");
}
