import type { Difference } from "../../evaluate/differences.ts";
import type { WordRun } from "../../evaluate/word-runs.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../printable.ts";
import { pagesText, placeText, valueText } from "../value-text.ts";

/** Words shown on either side of a changed one. */
const CONTEXT = 4;

/**
 * Two texts word by word on one line, unchanged stretches shortened to their ends: "… dem [-Beschiuss-]{+Beschluss+}
 * vom …". The marks are git's, so that they tell the sides apart without colours, too.
 */
export function wordDiff(runs: readonly WordRun[], paint: Paint): string {
  return runs
    .map((run, index) => {
      if (run.kind === "same") return paint.dim(printable(shortened(run.text, index > 0, index < runs.length - 1)));
      const text = wordsOf(run, partnerOf(runs, index));
      const space = run.text.endsWith(" ") ? " " : "";
      return (run.kind === "missing" ? paint.red(`[-${text}-]`) : paint.green(`{+${text}+}`)) + space;
    })
    .join("");
}

/** A difference without colours: its place, then what was expected there and what was read, word by word. */
export function plainLines(difference: Difference): string[] {
  const { expected, actual, words } = difference;
  const told = words === null ? [`${valueText(expected)} expected, ${valueText(actual)} read`] : changedWords(words);
  return [placeText(difference), ...told];
}

/** One line for each changed place: '"Beschluss" expected, "Beschiuss" read, page 2'. */
export function changedWords(runs: readonly WordRun[]): string[] {
  return runs.flatMap((run, index) => {
    const partner = partnerOf(runs, index);
    if (run.kind === "same" || (run.kind === "unexpected" && partner !== null)) return [];
    const told = `"${wordsOf(run, partner)}"`;
    const other = partner === null ? "nothing" : `"${wordsOf(partner, run)}"`;
    const [expected, read] = run.kind === "missing" ? [told, other] : [other, told];
    const page = run.pages.length === 0 ? "" : `, ${pagesText(run.pages)}`;
    return [`${expected} expected, ${read} read${page}`];
  });
}

/** What stands in the place of a changed run on the other side. */
function partnerOf(runs: readonly WordRun[], index: number): WordRun | null {
  const [before, run, behind] = [runs[index - 1], runs[index], runs[index + 1]];
  if (run?.kind === "missing" && behind?.kind === "unexpected") return behind;
  return run?.kind === "unexpected" && before?.kind === "missing" ? before : null;
}

/** The words of a run; with the white space behind them where that is all that differs. */
function wordsOf(run: WordRun, partner: WordRun | null): string {
  return printable(run.text.trim() === partner?.text.trim() ? run.text : run.text.trim());
}

function shortened(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const words = text.match(/\S+\s*/gu) ?? [];
  const head = hasBefore ? CONTEXT : 0;
  const tail = hasAfter ? CONTEXT : 0;
  if (words.length <= head + tail + 1) return text;
  const end = tail === 0 ? "" : words.slice(-tail).join("");
  return `${words.slice(0, head).join("")}… ${end}`;
}
