import type { ClauseReport, RegisterClause, RegisterPaper } from "../../register/schema.ts";
import { dayText, nameOf, noteText, placeOf, reviewText, roleText, STATES, suggestionText } from "../register/words.ts";
import { type Html, html } from "./html.ts";
import { timeline } from "./register-timeline.ts";
import { withTables } from "./table-text.ts";

const STYLE = html`<style>
:root { color-scheme: light; --ink: #1d2733; --faint: #66717d; --line: #d5dbe1; --done: #1b6e3c; --part: #8a6100;
  --open: #2f6f9f; --late: #b3261e; }
body { font: 14px/1.45 system-ui, sans-serif; color: var(--ink); background: #fff; margin: 2rem auto; max-width: 60rem;
  padding: 0 1rem; } h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .3rem; } h3 { font-size: 1rem;
  margin: 1rem 0 .2rem; } p { margin: .3rem 0; } .faint { color: var(--faint); } .late { color: var(--late);
  font-weight: 600; } blockquote { margin: .2rem 0 .4rem; padding-left: .8rem; border-left: 3px solid var(--line);
  white-space: pre-wrap; } dl { margin: .2rem 0; display: grid; grid-template-columns: 8.5rem 1fr; gap: .15rem .8rem; }
dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
table { border-collapse: collapse; white-space: normal; } td { border: 1px solid var(--line); padding: .1rem .4rem;
  vertical-align: top; }
.state { border: 1px solid; border-radius: .6rem; padding: 0 .5rem; font-size: .85em; font-weight: 600; }
.fulfilled, .answered, .closed { color: var(--done); } .partly-fulfilled { color: var(--part); }
.open, .no-report { color: var(--open); } .not-fulfilled { color: var(--late); }
svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--ink); } svg .axis { stroke: var(--line); }
svg circle { fill: var(--open); } svg .final { fill: var(--done); } svg .due { fill: none; stroke: var(--open);
  stroke-width: 2; } svg .late { stroke: var(--late); } svg .now { stroke: var(--faint); stroke-dasharray: 3 3; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } section { break-inside: avoid-page; }
  h2, h3 { break-after: avoid; } }
</style>`;

/** The page's beginning. It loads nothing from anywhere, and runs nothing. */
export function registerPageHead(asOf: string | null): string {
  return html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Was aus den Beschlüssen wurde</title>
${STYLE}
</head>
<body>
<h1>Was aus den Beschlüssen wurde</h1>
<p class="faint">Stand: ${dayText(asOf)}</p>
`.text;
}

export const REGISTER_PAGE_END = "</body>\n</html>\n";

/** A paper's part of the page: its letters on a line of time, then clause by clause what was reported. */
export function registerPageSection(paper: RegisterPaper, asOf: string | null): string {
  const facts = [...paper.meetings, paper.kind, `${paper.letters.length} Briefe`].join(" · ");
  const review = html`<span class="${paper.overdue ? "late" : "faint"}">nächste Kontrolle: ${reviewText(paper)}</span>`;
  const remarks = paper.remarks.map(({ response }) => html`<blockquote>${withTables(response)}</blockquote>\n`);
  const notes = paper.notes.map((note) => html`<p class="faint">${noteText(note, paper)}</p>\n`);
  return html`<section>
<h2 id="${paper.paper}">${paper.paper} ${paper.title}</h2>
<p><span class="faint">${facts} · </span>${review}</p>
${timeline(paper, asOf)}${paper.clauses.map((clause) => clausePart(clause, paper))}${remarks}${notes}</section>
`.text;
}

function clausePart(clause: RegisterClause, paper: RegisterPaper): Html {
  const due = clause.nextReview === null ? "" : `nächste Kontrolle: ${reviewText(clause)}`;
  const reports = clause.reports.map((report) => reportRow(report, paper));
  const suggestions = clause.suggestions.map(
    (one) => html`<p class="faint">Vermutlich verlesen: ${suggestionText(one, paper)}</p>\n`,
  );
  const heading = clause.number === null ? "Ohne Nummer" : nameOf(clause);
  return html`<h3>${heading} <span class="state ${clause.state}">${STATES[clause.state]}</span> <span class="${clause.overdue ? "late" : "faint"}">${due}</span></h3>
<blockquote>${clause.text}</blockquote>
<dl>${reports}</dl>
${suggestions}`;
}

function reportRow(report: ClauseReport, paper: RegisterPaper): Html {
  const facts = [placeOf(report, paper), roleText(report)].filter((fact) => fact !== "").join("; ");
  return html`<dt>${dayText(report.date)}</dt><dd>${withTables(report.response ?? "keine Antwort")} <span class="faint">(${facts})</span></dd>\n`;
}
