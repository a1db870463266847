import { html } from "./html.ts";

/** The page's style, in itself like all of the page; light or dark as the reader has it. */
export const STYLE = html`<style>
:root { color-scheme: light dark; --ink: #1d2733; --paper: #fff; --faint: #66717d; --line: #d5dbe1; --bar: #2f6f9f;
  --gone: #b3261e; --gone-back: #fbe4e2; --new: #1b6e3c; --new-back: #dff3e5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ee; --paper: #14191f; --faint: #96a2ae; --line: #343d47;
  --bar: #6db1e0; --gone: #ff9d96; --gone-back: #47201d; --new: #86dba5; --new-back: #173a25; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto;
  max-width: 76rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin-top: 2rem; }
table { border-collapse: collapse; } th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line);
  text-align: right; vertical-align: top; } th:first-child, td:first-child, .words td { text-align: left; }
.words { width: 100%; table-layout: fixed; } .words td:first-child { width: 15rem; } td { overflow-wrap: anywhere; }
.words td:last-child { white-space: pre-wrap; } code, .faint { color: var(--faint); font-size: .9em; }
del { color: var(--gone); background: var(--gone-back); } ins { color: var(--new); background: var(--new-back);
  text-decoration: none; } .bad { color: var(--gone); } .good { color: var(--new); }
.charts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; } figure { margin: 0; } figcaption { font-weight: 600; }
svg { max-width: 100%; height: auto; } svg text { fill: var(--ink); font-size: 13px; dominant-baseline: central; }
svg .label { text-anchor: end; } svg .middle { text-anchor: middle; } svg rect, svg circle { fill: var(--bar); }
svg .frame { fill: none; stroke: var(--line); } svg .ideal { stroke: var(--faint); stroke-dasharray: 4 4; }
svg polyline { fill: none; stroke: var(--bar); stroke-width: 2; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem; align-items: start; }
.beside img { width: 100%; border: 1px solid var(--line); } @media (max-width: 60rem) { .beside { display: block; } }
@page { size: A4; margin: 1.5cm; }
@media print { :root { color-scheme: light; } body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  table { width: 100%; table-layout: fixed; } th, td { padding: .2rem .3rem; overflow-wrap: anywhere; }
  .words td:first-child { width: 25%; } h3, figure { break-inside: avoid; break-after: avoid; } }
</style>`;
