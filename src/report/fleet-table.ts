import type { FleetHoldings, FleetWorker } from "../model/fleet-holdings.ts";
import { duration } from "./batch-progress.ts";
import { archiveTable } from "./batch-table.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";

/** How far a fleet has come, as text. */
export function fleetTable(held: FleetHoldings, paint: Paint): string {
  const { waiting, active, workers } = held;
  const lines = [
    `waiting ${waiting}, in hand ${active}`,
    ...(held.perHour === null ? [] : [paceOf(held)]),
    archiveTable(held, paint, "`export` names them in failures.csv").trimEnd(),
    ...versionLines("made by", held.versions),
    ...versionLines("to be done by", held.wanted),
    workers.length === 0 ? "no worker" : "workers:",
    ...workers.map((worker) => workerLine(worker, paint)),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** "1200 an hour, about 3 h 20 min left" */
export function paceOf({ perHour, secondsLeft }: FleetHoldings): string {
  const left = secondsLeft === null ? "" : `, about ${duration(secondsLeft)} left`;
  return perHour === null ? "" : `${perHour} an hour${left}`;
}

/** "silent for 2 min", "waits: \"/mnt\" is empty here", "works" */
export function stateOf({ isSilent, silentFor, waitsFor }: FleetWorker): string {
  if (isSilent) return `silent for ${duration(silentFor)}`;
  return waitsFor === null ? "works" : `waits: ${waitsFor}`;
}

function workerLine(worker: FleetWorker, paint: Paint): string {
  const { host, pid, version, jobs, inHand, ended } = worker;
  const state = stateOf(worker);
  const told = state === "works" ? state : paint.red(printable(state));
  return `  ${printable(host)} ${pid}  ${printable(version)}  ${inHand} in hand, ${jobs} jobs, ${ended} ended  ${told}`;
}

function versionLines(what: string, versions: Readonly<Record<string, number>>): string[] {
  return Object.entries(versions).map(
    ([version, files]) => `${what} ${printable(version).padEnd(26 - what.length)}${String(files).padStart(9)} files`,
  );
}
