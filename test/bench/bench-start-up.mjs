import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { median, PROGRAM } from "./measure.mjs";
import { measureTree } from "./process-tree.mjs";

const LETTER = fileURLToPath(new URL("../../fixtures/solidaritaetspartnerschaft/memo.txt", import.meta.url));

const COMMANDS = {
  "--version": ["--version"],
  "--help": ["--help"],
  repair: ["repair", LETTER],
  parse: ["parse", LETTER],
};

/**
 * Processor time of short runs, all processes of each together, beside a Node.js that does nothing: rounds in which
 * each command runs once, so that what else the machine does hits all of them.
 * @param against folder of another built checkout, whose runs alternate with these
 */
export async function benchStartUp({ runs = 7, against, table }) {
  const programs = { here: PROGRAM };
  if (against !== undefined) programs.there = join(resolve(against), "bin/hausmitteilung.js");
  const rounds = [];
  // The first round fills the cache of compiled code.
  for (let run = 0; run <= runs; run++) rounds.push(await roundOf(programs));
  const figures = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, figuresOf(name, rounds.slice(1))]));
  if (table) process.stderr.write(tableOf(figures));
  return figures;
}

async function roundOf(programs) {
  const round = { node: await cpuSeconds(["--eval", "0"]) };
  for (const [name, args] of Object.entries(COMMANDS)) {
    round[name] = {};
    for (const [place, program] of Object.entries(programs)) round[name][place] = await cpuSeconds([program, ...args]);
  }
  return round;
}

async function cpuSeconds(args) {
  return (await measureTree(process.execPath, args)).cpuSeconds;
}

/** Ratios are of the same round. */
function figuresOf(name, rounds) {
  const over = (ratio) => rounded(median(rounds.map(ratio)));
  const isPaired = rounds.some((round) => round[name].there !== undefined);
  return {
    cpuSeconds: over((round) => round[name].here),
    timesBareNode: over((round) => round[name].here / round.node),
    ...(isPaired ? { timesThere: over((round) => round[name].here / round[name].there) } : {}),
  };
}

function tableOf(figures) {
  return Object.entries(figures)
    .map(([name, { cpuSeconds, timesBareNode, timesThere }]) => {
      const paired = timesThere === undefined ? "" : `   ${timesThere} × the other checkout`;
      return `${name.padEnd(12)}${cpuSeconds} s of processor   ${timesBareNode} × a bare Node.js${paired}\n`;
    })
    .join("");
}

function rounded(value) {
  return Math.round(value * 100) / 100;
}
