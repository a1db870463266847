import { type Evaluation, type ScoredMemo, worstOf } from "../../evaluate/evaluation.ts";
import { differencesTable } from "./differences-table.ts";
import { pageOf } from "./document.ts";
import { type Html, html } from "./html.ts";
import { scoresSection } from "./scores-section.ts";

/** How many of the worst cases a page shows in full. */
export const MOST_WORST = 10;

/** A page of a source, for the eyes. */
export interface PagePicture {
  /** 1-based. */
  readonly page: number;
  /** Base64. */
  readonly jpeg: string;
}

/** An evaluation as one HTML file: figures, plots, and the worst cases with their pages, where there are pictures. */
export function evaluationPage(
  evaluation: Evaluation,
  picturesOf: (memo: ScoredMemo) => readonly PagePicture[],
): string {
  const worst = worstOf(evaluation.memos, MOST_WORST);
  const cases = worst.map((memo) => worstCase(memo, picturesOf(memo)));
  const none = html`<p>Nothing is wrong with any of them.</p>\n`;
  return pageOf(`Evaluation of ${evaluation.total.memos} memos`, [
    scoresSection(evaluation),
    html`<h2>Worst cases</h2>\n`,
    ...(cases.length === 0 ? [none] : cases),
  ]);
}

function worstCase({ name, group, score, differences }: ScoredMemo, pictures: readonly PagePicture[]): Html {
  const wrong = score.fields.filter(({ right }) => !right).map(({ field }) => field);
  const pairs = score.items?.pairs;
  const letters = score.items?.characters;
  const facts = [
    score.missing ? "no record" : null,
    wrong.length === 0 ? null : `wrong: ${wrong.join(", ")}`,
    pairs === undefined ? null : `${pairs.right} of ${pairs.of} pairs`,
    letters === undefined || letters === null ? null : `${letters.errors} of ${letters.of} letters wrong`,
  ].filter((fact) => fact !== null);
  const images = pictures.map(
    ({ page, jpeg }) => html`<img src="data:image/jpeg;base64,${jpeg}" alt="page ${page} of ${name}" loading="lazy">\n`,
  );
  const table = differencesTable(differences);
  return html`<h3>${name} <span class="faint">${group}</span></h3>
<p class="faint">${facts.join("; ")}</p>
${images.length === 0 ? table : html`<div class="beside"><div>${images}</div><div>${table}</div></div>\n`}`;
}
