// npm run bench -- start-up|repair|understand|ocr|many-pages|batch|review|register|fleet [options]     figures as a table on stderr (but with --json), as JSON on stdout
import process from "node:process";
import { parseArgs } from "node:util";

/** Each is loaded only when asked for: a bench of reading needs the built program. */
const BENCHES = {
  "start-up": async (options) => (await import("./bench-start-up.mjs")).benchStartUp(options),
  repair: async (options) => (await import("./bench-repair.mjs")).benchRepair(options),
  understand: async (options) => (await import("./bench-understand.mjs")).benchUnderstand(options),
  ocr: async (options) => (await import("./bench-ocr.mjs")).benchOcr(options),
  batch: async (options) => (await import("./bench-batch.mjs")).benchBatch(options),
  "many-pages": async (options) => (await import("./bench-many-pages.mjs")).benchManyPages(options),
  review: async (options) => (await import("./bench-review.mjs")).benchReview(options),
  register: async (options) => (await import("./bench-register.mjs")).benchRegister(options),
  fleet: async (options) => (await import("./bench-fleet.mjs")).benchFleet(options),
};

const USAGE = `usage: npm run bench -- BENCH [--runs N] [--json]
  start-up [--against CHECKOUT]
  repair
  understand
  ocr [--pages DIR] [--letters N] [--tessdata DIR]
  many-pages [--pages DIR] [--count N] [--tessdata DIR]
  batch [--count N] [--scans N]
  review [--count N]
  register [--count N]
  fleet [--count N]
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string" },
    json: { type: "boolean", default: false },
    pages: { type: "string" },
    letters: { type: "string" },
    count: { type: "string" },
    scans: { type: "string" },
    tessdata: { type: "string" },
    against: { type: "string" },
  },
});
const bench = BENCHES[positionals[0] ?? ""];
if (bench === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const { json, pages, tessdata, against, ...numbers } = values;
  const given = Object.entries(numbers).map(([name, value]) => [name, Number(value)]);
  const figures = await bench({ pages, tessdata, against, table: !json, ...Object.fromEntries(given) });
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
