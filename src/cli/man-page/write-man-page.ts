import { mkdirSync, writeFileSync } from "node:fs";
import process from "node:process";
import { outlineOf } from "../outline.ts";
import { createProgram } from "../program.ts";
import type { Shell } from "../shell.ts";
import { readVersion } from "../version.ts";
import { manPage } from "./man-page.ts";

/** Run by `npm run build`: writes the manual page where package.json says it is. */
const { stdin, stdout, stderr } = process;
const never = new AbortController().signal;
const shell: Shell = { stdin, stdout, stderr, environment: {}, interrupted: never, drainFirst: () => never };
const program = createProgram(readVersion(), shell, () => {});
const folder = new URL("../../man/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("hausmitteilung.1", folder), manPage(outlineOf(program), readVersion()));
