import type { Evaluation } from "../../evaluate/evaluation.ts";
import type { Scores } from "../../evaluate/summarise.ts";
import { gateText, scoreRows } from "../scores-table.ts";
import { barChart, reliabilityChart } from "./charts.ts";
import { type Html, html } from "./html.ts";

/** What is plotted by group: errors, so that a short bar is good everywhere. */
const ERRORS: readonly { readonly title: string; readonly of: (scores: Scores) => number | null }[] = [
  { title: "Character error rate, %", of: ({ bodyCER }) => bodyCER },
  { title: "Word error rate, %", of: ({ bodyWER }) => bodyWER },
  { title: "Fields wrong, %", of: ({ fieldAccuracy }) => missingTo100(fieldAccuracy) },
  { title: "Pairs: 100 − F1, %", of: ({ pairF1 }) => missingTo100(pairF1) },
];

/** Figures and plots of an evaluation. */
export function scoresSection(evaluation: Evaluation): Html {
  const { head, rows } = scoreRows(evaluation);
  const cells = (row: readonly string[]): Html[] => row.map((cell) => html`<td>${cell}</td>`);
  const charts = ERRORS.map(({ title, of }) =>
    barChart(
      title,
      evaluation.groups.map(({ name, scores }) => ({ name, value: of(scores) })),
    ),
  );
  return html`<h2>Scores</h2>
<table><thead><tr>${head.map((cell) => (cell === "" ? html`<td></td>` : html`<th>${cell}</th>`))}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>\n`)}</tbody></table>
${gateList(evaluation)}<h2>Errors by group</h2>
<div class="charts">${charts}</div>
<h2>How far confidence can be trusted</h2>
<p class="faint">Each dot is a range of confidences: how high it stands is the share of values that were right, and it is
larger where there were more. On the dashed line confidence says what is to be expected.</p>
${reliabilityChart(evaluation.total.confidence)}
`;
}

function gateList({ gates }: Evaluation): Html {
  const lines = gates.map((gate) => html`<li class="${gate.met ? "good" : "bad"}">${gateText(gate)}</li>\n`);
  return lines.length === 0 ? html`` : html`<ul>${lines}</ul>\n`;
}

function missingTo100(value: number | null): number | null {
  return value === null ? null : Number((100 - value).toFixed(2));
}
