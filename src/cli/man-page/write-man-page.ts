import { mkdirSync, writeFileSync } from "node:fs";
import process from "node:process";
import { outlineOf } from "../outline.ts";
import { createProgram } from "../program.ts";
import { readVersion } from "../version.ts";
import { manPage } from "./man-page.ts";

/** Run by `npm run build`: writes the manual page where package.json says it is. */
const { stdin, stdout, stderr } = process;
const program = createProgram(
  readVersion(),
  { stdin, stdout, stderr, environment: {}, interrupted: new AbortController().signal },
  () => {},
);
const folder = new URL("../../man/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("hausmitteilung.1", folder), manPage(outlineOf(program), readVersion()));
