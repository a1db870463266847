import type { Difference } from "../../evaluate/differences.ts";
import type { WordRun } from "../../evaluate/word-runs.ts";
import { pagesText, valueText } from "../value-text.ts";
import { type Html, html } from "./html.ts";

const MOST_DIFFERENCES = 50;

/** Differences, a row each, changed words marked. */
export function differencesTable(differences: readonly Difference[]): Html {
  const rows = differences.slice(0, MOST_DIFFERENCES).map(
    (difference) => html`<tr><td><code>${difference.pointer}</code>${pagesOf(difference)}</td>
<td>${contentOf(difference)}</td></tr>
`,
  );
  const more = differences.length - rows.length;
  return html`<table class="words"><tbody>${rows}</tbody></table>
${more > 0 ? html`<p class="faint">… and ${more} more.</p>\n` : null}`;
}

function pagesOf({ pages }: Difference): Html {
  return pages.length === 0 ? html`` : html`<br><span class="faint">${pagesText(pages)}</span>`;
}

function contentOf({ words, expected, actual }: Difference): Html {
  if (words !== null) return html`${words.map(runHtml)}`;
  const gone = expected === undefined ? null : html`<del>${valueText(expected)}</del> `;
  const read = actual === undefined ? null : html`<ins>${valueText(actual)}</ins>`;
  return html`${gone}${read}`;
}

function runHtml({ kind, text }: WordRun): Html {
  if (kind === "same") return html`${text}`;
  return kind === "missing" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
}
