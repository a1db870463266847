import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const environment: { readonly CHROMIUM?: string; readonly CI?: string } = process.env;

/** Debian's chromium; another one with CHROMIUM=<path>. */
const CHROMIUM = environment.CHROMIUM ?? "/usr/bin/chromium";

/** In CI the browser is installed by .ci/run: there a missing one is a failure, not a reason to skip. */
export const hasBrowser = existsSync(CHROMIUM) || environment.CI !== undefined;

if (!hasBrowser) console.warn(`No browser at ${CHROMIUM}: tests of the desk are skipped (apt-get install chromium).`);

/** Without sandbox, as tests may run as root; and without what a browser asks the net for by itself. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
