import type { Difference } from "../../evaluate/differences.ts";
import type { WordRun } from "../../evaluate/word-runs.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../printable.ts";
import { pagesText, placeText, valueText } from "./value-text.ts";

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
      const text = printable(run.text.trimEnd());
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
  const lines: string[] = [];
  for (const [index, run] of runs.entries()) {
    if (run.kind === "same" || (run.kind === "unexpected" && runs[index - 1]?.kind === "missing")) continue;
    const read = run.kind === "unexpected" ? run : runs[index + 1]?.kind === "unexpected" ? runs[index + 1] : undefined;
    const expected = run.kind === "missing" ? `${quoted(run)} expected` : "nothing expected";
    const page = run.pages.length === 0 ? "" : `, ${pagesText(run.pages)}`;
    lines.push(`${expected}, ${read === undefined ? "nothing" : quoted(read)} read${page}`);
  }
  return lines;
}

function quoted({ text }: WordRun): string {
  return `"${printable(text.trim())}"`;
}

function shortened(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const words = text.match(/\S+\s*/gu) ?? [];
  const head = hasBefore ? CONTEXT : 0;
  const tail = hasAfter ? CONTEXT : 0;
  if (words.length <= head + tail + 1) return text;
  const end = tail === 0 ? "" : words.slice(-tail).join("");
  return `${words.slice(0, head).join("")}… ${end}`;
}
