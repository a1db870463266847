import { FAILURES, type FailureCode } from "../../model/failure.ts";
import type { FleetHoldings, FleetWorker } from "../../model/fleet-holdings.ts";
import { paceOf, stateOf } from "../fleet-table.ts";
import { pageOf } from "./document.ts";
import { type Html, html } from "./html.ts";

/** How far a fleet has come, as a page that only tells. */
export function fleetPage(held: FleetHoldings): string {
  return pageOf("Fleet", [progress(held), workers(held.workers), failures(held), versions(held)]);
}

function progress(held: FleetHoldings): Html {
  const { waiting, active, records, needReview } = held;
  const pace = paceOf(held);
  return html`<table>
<tr><td>waiting</td><td>${waiting}</td></tr>
<tr><td>in hand</td><td>${active}</td></tr>
<tr><td>records</td><td>${records}</td></tr>
<tr><td>to be reviewed</td><td>${needReview}</td></tr>
</table>
${pace === "" ? null : html`<p>${pace}</p>`}
`;
}

function workers(all: readonly FleetWorker[]): Html {
  if (all.length === 0) return html`<h2>Workers</h2><p class="bad">There is none.</p>`;
  const rows = all.map((worker) => {
    const state = stateOf(worker);
    const look = state === "works" ? "good" : "bad";
    return html`<tr><td>${worker.host} ${worker.pid}</td><td>${worker.version}</td><td>${worker.inHand}</td><td>${worker.jobs}</td><td>${worker.ended}</td><td class="${look}">${state}</td></tr>
`;
  });
  return html`<h2>Workers</h2>
<table>
<tr><th>host, process</th><th>version</th><th>in hand</th><th>jobs</th><th>ended</th><th>state</th></tr>
${rows}</table>
`;
}

function failures({ failures: counts, failedFiles, failedNames }: FleetHoldings): Html {
  const codes = (Object.keys(FAILURES) as FailureCode[]).filter((code) => code in counts);
  if (codes.length === 0) return html`<h2>Failures</h2><p>None.</p>`;
  const reasons = codes.map(
    (code) => html`<tr><td>${code}</td><td>${counts[code] ?? 0}</td><td>${FAILURES[code]}</td></tr>
`,
  );
  const names = failedFiles.map(
    ({ name, code }) => html`<tr><td>${code}</td><td>${name}</td></tr>
`,
  );
  const more = failedNames - failedFiles.length;
  return html`<h2>Failures</h2>
<table>
${reasons}</table>
<h3>Without a record</h3>
<table class="words">
${names}</table>
${more > 0 ? html`<p>… and ${more} more.</p>` : null}
`;
}

function versions({ versions: made, wanted }: FleetHoldings): Html {
  const rows = (what: string, counts: Readonly<Record<string, number>>): Html[] =>
    Object.entries(counts).map(
      ([version, files]) => html`<tr><td>${what}</td><td>${version}</td><td>${files}</td></tr>
`,
    );
  return html`<h2>Versions</h2>
<table>
${rows("made by", made)}${rows("to be done by", wanted)}</table>
`;
}
