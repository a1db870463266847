import { execFileSync } from "node:child_process";
import process from "node:process";

const { CI, FLEET_NODE = process.execPath } = process.env;

/** A Node.js that runs the commands of the fleet: the tests' own where pg-boss supports it, or that of FLEET_NODE. */
export const fleetNode = FLEET_NODE;

const [major = 0, minor = 0] = execFileSync(fleetNode, ["-p", "process.versions.node"], { encoding: "utf8" })
  .split(".")
  .map(Number);

/** false on older ones: what needs the commands cannot be tested there, and CI does not run there. */
export const fleetNodeIsSupported = major > 22 || (major === 22 && minor >= 12);

if (!fleetNodeIsSupported && CI !== undefined) throw new Error("CI must set FLEET_NODE.");
