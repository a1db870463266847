#!/usr/bin/env node
// Old versions of Node.js must be able to read this file, so that they can say what is missing: no static import, no
// await at the top.
const { node } = process.versions;
const [major, minor] = node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 12)) {
  import("../dist/program/start.js");
} else {
  const once = `npx node@24 ${process.argv[1]}`;
  process.stderr.write(
    `error: Node.js 22.12 or later is needed, best 24, and this is ${node}: get it from https://nodejs.org, or for one run: ${once} …\n`,
  );
  process.exitCode = 9;
}
