import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { measure, median } from "./measure.mjs";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** Times the fixtures' text is read over: some 60,000 words, so that start-up does not count for much. */
const REPEATS = 20;

/** Repair against the same run without corrections, interleaved: start-up, throughput, memory. */
export async function benchRepair({ runs = 5, table }) {
  const text = fixtureText().repeat(REPEATS);
  const words = text.split(/\s+/u).filter(Boolean).length;
  const starts = [];
  const repairs = [];
  const copies = [];
  for (let run = 0; run < runs; run++) {
    starts.push(await measure(["repair", "-"], "Ein kurzer Text.\n"));
    repairs.push(await measure(["repair", "-"], text));
    copies.push(await measure(["repair", "--no-correct", "-"], text));
  }
  const figures = figuresOf(words, starts, repairs, copies);
  if (table) process.stderr.write(tableOf(figures));
  return figures;
}

function figuresOf(words, starts, repairs, copies) {
  const startSeconds = median(starts.map((run) => run.seconds));
  const repairSeconds = median(repairs.map((run, index) => run.seconds - starts[index].seconds));
  return {
    words,
    startSeconds: rounded(startSeconds),
    wordsPerMinute: Math.round((words / repairSeconds) * 60),
    peakMib: Math.round(Math.max(...repairs.map((run) => run.peakMib ?? 0))),
    timeToCopyRatio: rounded(median(repairs.map((run, index) => run.seconds / copies[index].seconds))),
  };
}

function tableOf(figures) {
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(18)}${value}\n`)
    .join("");
}

function fixtureText() {
  return readdirSync(FIXTURES)
    .flatMap((name) => textOf(`${FIXTURES}${name}/memo.txt`))
    .join("\f");
}

function textOf(path) {
  try {
    return [readFileSync(path, "utf8")];
  } catch {
    return [];
  }
}

function rounded(value) {
  return Math.round(value * 1000) / 1000;
}
