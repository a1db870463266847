// npm run bench -- repair [--runs N]     figures as a table on stderr, as JSON on stdout
import process from "node:process";
import { parseArgs } from "node:util";
import { benchRepair } from "./bench-repair.mjs";

const BENCHES = { repair: benchRepair };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "5" } },
});
const bench = BENCHES[positionals[0] ?? ""];
if (bench === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join("|")} [--runs N]\n`);
  process.exitCode = 2;
} else {
  const figures = await bench({ runs: Number(values.runs) });
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
