import { type CaseReport, type CheckReport, isBad } from "../../evaluate/check-report.ts";
import { differencesTable } from "./differences-table.ts";
import { pageOf } from "./document.ts";
import { type Html, html } from "./html.ts";
import { scoresSection } from "./scores-section.ts";

/** A check as one HTML file: what differs, then the other verdicts, figures and plots. */
export function checkPage({ cases, evaluation }: CheckReport): string {
  const bad = cases.filter(isBad).length;
  const sentence =
    bad === 0 ? html`<p class="good">All as expected.</p>` : html`<p class="bad">${bad} not as expected.</p>`;
  const wrong = cases.filter(isBad);
  const right = cases.filter((one) => !isBad(one));
  return pageOf(`Check of ${cases.length} inputs`, [
    html`${sentence}\n`,
    ...(wrong.length === 0 ? [] : [html`<h2>What differs</h2>\n`, ...wrong.map(caseSection)]),
    ...(right.length === 0 ? [] : [html`<h2>As expected</h2>\n`, ...right.map(caseSection)]),
    ...(evaluation.memos.length === 0 ? [] : [scoresSection(evaluation)]),
  ]);
}

function caseSection(report: CaseReport): Html {
  const notes = report.notes.map((note) => html`<p class="faint">${note}</p>\n`);
  const verdict = html`<span class="${isBad(report) ? "bad" : "good"}">${report.verdict}</span>`;
  if (report.differences.length === 0) return html`<p>${report.name}: ${verdict}</p>\n${notes}`;
  return html`<h3>${report.name}: ${verdict}</h3>\n${notes}${differencesTable(report.differences)}`;
}
