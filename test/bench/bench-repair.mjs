import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { measure, median } from "./measure.mjs";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** Times the fixtures' text is read over: some 60,000 words, so that start-up does not count for much. */
const REPEATS = 20;

/** What a hostile page may be full of, and its length in characters. */
const MONOTONOUS = { letters: "a", blanks: " ", stops: "1O.", marks: "u\u0308\u0301", quotes: "„\"'", lines: "ab\n" };
const LONG = 500_000;

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
  const figures = { ...figuresOf(words, starts, repairs, copies), timeOfTwice: await timeOfTwice() };
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

/** How many times longer twice the text takes, start-up included: up to 2 where time is in proportion, 4 for its square. */
async function timeOfTwice() {
  const ratios = {};
  for (const [name, unit] of Object.entries(MONOTONOUS)) {
    const [once, twice] = [LONG, 2 * LONG].map((size) => unit.repeat(size / unit.length));
    const first = await measure(["repair", "-"], once);
    const second = await measure(["repair", "-"], twice);
    ratios[name] = rounded(second.seconds / first.seconds);
  }
  return ratios;
}

function tableOf({ timeOfTwice, ...figures }) {
  const ratios = Object.entries(timeOfTwice).map(([name, ratio]) => `${name} ${ratio}`);
  return Object.entries({ ...figures, timeOfTwice: ratios.join(", ") })
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
