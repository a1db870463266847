import type { Evaluation } from "../evaluate/evaluation.ts";
import type { GateResult } from "../evaluate/gates.ts";
import type { Share } from "../evaluate/score-items.ts";
import type { Scores } from "../evaluate/summarise.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";

interface Column {
  readonly head: string;
  readonly cell: (scores: Scores) => string;
}

const COLUMNS: readonly Column[] = [
  { head: "memos", cell: ({ memos, missing }) => (missing === 0 ? `${memos}` : `${memos} (${missing} missing)`) },
  { head: "CER %", cell: ({ bodyCER }) => figure(bodyCER) },
  { head: "WER %", cell: ({ bodyWER }) => figure(bodyWER) },
  { head: "fields %", cell: ({ fieldAccuracy }) => figure(fieldAccuracy) },
  { head: "pair F1 %", cell: ({ pairF1 }) => figure(pairF1) },
  { head: "fulfilment", cell: ({ fulfilment }) => share(fulfilment) },
  { head: "dates right/wrong/withheld", cell: ({ dates: d }) => `${d.right}/${d.wrong}/${d.withheld} of ${d.of}` },
  { head: "calibration error %", cell: ({ confidence }) => figure(confidence.error) },
];

/** Scores as cells of text: a row for each group, and one for all where there are several. */
export function scoreRows({ groups, total }: Evaluation): { head: string[]; rows: string[][] } {
  const named = groups.length > 1 ? [...groups, { name: "all", scores: total }] : groups;
  return {
    head: ["", ...COLUMNS.map(({ head }) => head)],
    rows: named.map(({ name, scores }) => [printable(name), ...COLUMNS.map(({ cell }) => cell(scores))]),
  };
}

/** The scores as a table, then each gate. */
export function scoresTable(evaluation: Evaluation, paint: Paint): string {
  const { head, rows } = scoreRows(evaluation);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ");
  return [paint.bold(line(head)), ...rows.map(line), ...evaluation.gates.map((gate) => gateLine(gate, paint))].join(
    "\n",
  );
}

/** "✗ --max-cer 1 %: it is 1.24 %" */
function gateLine(gate: GateResult, paint: Paint): string {
  return gate.met ? paint.green(`✓ ${gateText(gate)}`) : paint.red(`✗ ${gateText(gate)}`);
}

/** "--max-cer 1 %: it is 1.24 %" */
export function gateText({ gate, limit, unit, measured }: GateResult): string {
  const space = unit === "" ? "" : ` ${unit}`;
  return `--${gate} ${limit}${space}: ${measured === null ? "nothing was scored" : `it is ${measured}${space}`}`;
}

function figure(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}

function share({ right, of }: Share): string {
  return of === 0 ? "–" : `${right} of ${of}`;
}
