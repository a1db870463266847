import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A package that an install of this one brings along, on some platform. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly license: string;
  /** Folder below the repository's root. */
  readonly folder: string;
  /** Binaries: npm installs those of the platform at hand. */
  readonly onlySomePlatforms: boolean;
}

interface LockEntry {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** Packages that the bundler puts into the desk's page: they are shipped, though no install brings them along. */
const BUNDLED: ReadonlySet<string> = new Set(
  ["preact", "@preact/signals", "@preact/signals-core"].map((name) => `node_modules/${name}`),
);

/** All packages that come along, as the lock file has them: the same on every machine. */
export function installedPackages(): InstalledPackage[] {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  return Object.entries(lock.packages as Record<string, LockEntry>)
    .filter(([folder, entry]) => folder !== "" && (entry.dev !== true || BUNDLED.has(folder)))
    .map(([folder, entry]) => ({
      name: folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length),
      version: entry.version,
      license: entry.license ?? "",
      folder,
      onlySomePlatforms: entry.optional === true,
    }));
}

/** A licence's text, and whose it is. */
interface LicenceText {
  readonly owners: string[];
  readonly text: string;
}

/** The whole of THIRD_PARTY_NOTICES.md. */
export function thirdPartyNotices(): string {
  const packages = installedPackages();
  const rows = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  const texts = licenceTexts(packages.filter(({ onlySomePlatforms }) => !onlySomePlatforms));
  return [INTRODUCTION, ["| package | version | licence |", "|---|---|---|", ...rows].join("\n"), TEXTS_HEADING]
    .concat(texts.map(({ owners, text }) => `### ${owners.join(", ")}\n\n\`\`\`text\n${text}\n\`\`\``))
    .join("\n\n")
    .concat("\n");
}

const INTRODUCTION = `# Third-party notices

What an install of this package brings along, and under which licences. Made from \`package-lock.json\` and the packages' own licence files by \`npm run notices\`; a test holds it against them.

- **The program** is under Apache-2.0, and so are the licences below that its code is linked with: MIT, ISC, BSD, 0BSD and Apache-2.0 ask for their notices to be kept, which this file does.
- **libvips** (inside \`@img/sharp-*\`) is under LGPL-3.0-or-later. It is a library of its own that \`sharp\` loads at run time and that can be replaced, as that licence asks.
- **The German dictionary** (\`dictionary-de\`, igerman98) is under GPL-2.0 or GPL-3.0, and some of the word lists in \`lexicon/data\` are to be treated as GPL-3.0-or-later (see [lexicon/data/NOTICE.md](lexicon/data/NOTICE.md)). They are data that the program reads, separate from its code. Apache-2.0 may be combined with GPL-3.0; whoever passes on program and data together keeps to GPL-3.0 for the data, whose sources are named there.
- **The OCR model** (\`@tesseract.js-data/deu\`) holds Tesseract's \`tessdata_best\` for German, which is under Apache-2.0; the npm package around it is under MIT.

This is how its makers read the licences, no legal advice.

## Packages

Packages whose names end in a platform are binaries: npm installs the one that fits.`;

const TEXTS_HEADING = `## Licence texts

The text of Apache-2.0 is this package's own \`LICENSE\`. Packages without a licence file of their own are under the licence that the table names.`;

/** The licence files of some packages, equal texts once. */
function licenceTexts(packages: readonly InstalledPackage[]): LicenceText[] {
  const texts = new Map<string, LicenceText>();
  for (const { name, folder } of packages) {
    for (const file of licenceFiles(join(ROOT, folder))) {
      const text = withoutTrailingSpace(readFileSync(join(ROOT, folder, file), "utf8"));
      if (isApache(text)) continue;
      const owner = file.includes("/") ? `${name} (${file})` : name;
      const known = texts.get(text);
      if (known === undefined) texts.set(text, { owners: [owner], text });
      else known.owners.push(owner);
    }
  }
  return [...texts.values()];
}

/** Licence files of a package and of the folders in it, where third parties' are kept. */
function licenceFiles(folder: string): string[] {
  const isLicence = (file: string): boolean => /^(licen[cs]e|copying|notice)/i.test(file);
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (!entry.isDirectory() || entry.name === "node_modules") return [entry.name].filter(isLicence);
      const inside = readdirSync(join(folder, entry.name)).filter(isLicence);
      return inside.map((file) => `${entry.name}/${file}`);
    })
    .toSorted();
}

function isApache(text: string): boolean {
  return text.includes("Apache License") && text.includes("TERMS AND CONDITIONS FOR USE, REPRODUCTION");
}

/** Without byte order marks and spaces at line ends, which editors and git would fight over. */
function withoutTrailingSpace(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/^\n+/, "")
    .trimEnd();
}
